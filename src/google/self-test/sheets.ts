import { SELF_TEST } from '../../words/host/self-test.ts';
import type { DataValidation, Protection, Range } from '../surface/spreadsheet.ts';
import { failsAt } from './cells.ts';
import { get, type Observed, type Probe, type Probes, probesOf, put, type Scratch, said } from './scratch.ts';

/** Each a place that a sheet does not have. */
const PLACES = {
  'grid-end': [1, 1, 99_999, 1],
  'grid-start': [0, 1, 1, 1],
  'grid-empty': [1, 1, 0, 1],
  'grid-signature': ['x', 1, 1, 1],
} as const;

const place =
  ([row, ...rest]: readonly [number | string, number, number, number]): Probe =>
  ({ sheet }) =>
    said(() => sheet.getRange(row as number, ...rest));

/** The tab itself: its grid and name. The first two must be asked before anything is written. */
export const GRID_PROBES = {
  'new-sheet': ({ sheet }) => [sheet.getMaxRows(), sheet.getMaxColumns()],
  'data-range-blank': ({ sheet }) => [sheet.getDataRange().getNumRows(), sheet.getDataRange().getNumColumns()],
  ...probesOf(PLACES, place),
  'rows-differ': ({ fresh }) => said(() => fresh().setValues([['a'], ['b']])),
  'columns-differ': ({ fresh }) => said(() => fresh().setValues([['a', 'b']])),
  'grid-grows': ({ sheet }) => {
    sheet.insertRowsAfter(sheet.getMaxRows(), 5);
    sheet.insertColumnsAfter(sheet.getMaxColumns(), 2);
    return [sheet.getMaxRows(), sheet.getMaxColumns()];
  },
  'sheet-name-taken': ({ google, sheet }) =>
    said(() => google.SpreadsheetApp.getActiveSpreadsheet().insertSheet(sheet.getName(), 0)),
} satisfies Probes<string>;

const ruled = ({ google, fresh }: Scratch, allowInvalid: boolean): Range =>
  fresh().setDataValidation(listOf(google.SpreadsheetApp.newDataValidation(), allowInvalid));

function listOf(builder: ReturnType<Scratch['google']['SpreadsheetApp']['newDataValidation']>, allow: boolean): DataValidation {
  return builder.requireValueInList(['a'], true).setAllowInvalid(allow).build();
}

/** Formulas of painted cells, in the ways in which their arguments may be separated. */
const PAINTS = {
  'paint-semicolon': '=AND($A1="a";$B1>1)',
  'paint-comma': '=AND($A1="a",$B1>1)',
  'paint-no-separator': '=($A1="a")*($B1>1)',
} as const;

/** Gives the sheet one rule of this formula, and reads the formulas of all its rules back. */
const painted =
  (formula: string): Probe =>
  ({ google, sheet, fresh }) => {
    const rule = google.SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(formula).setBackground('#ffff00');
    sheet.setConditionalFormatRules([rule.setRanges([fresh()]).build()]);
    google.SpreadsheetApp.flush();
    return sheet.getConditionalFormatRules().map((read) => String(read.getBooleanCondition()?.getCriteriaValues()[0]));
  };

/** An address that can belong to nobody (RFC 2606). */
const NOBODY = 'nobody@example.invalid';

const throws = (call: () => unknown): boolean => said(call) !== 'nothing';

/** What guards refuse; the tab's own is taken away after each. */
const GUARD_PROBES = {
  'protect-self-throws': onGuard((guard, { google }) =>
    throws(() => {
      guard.removeEditors([google.Session.getEffectiveUser().getEmail()]);
      google.SpreadsheetApp.flush();
    }),
  ),
  'protect-warning-editors': onGuard((guard, { google }) =>
    throws(() => {
      guard.setWarningOnly(true).addEditors([google.Session.getEffectiveUser().getEmail()]);
      google.SpreadsheetApp.flush();
    }),
  ),
  'protect-again': onGuard((guard, { sheet }) => {
    guard.setDescription(SELF_TEST.tab);
    return sheet.protect().getDescription() === SELF_TEST.tab;
  }),
  'protect-stranger': onGuard((guard, { google }) =>
    throws(() => {
      guard.addEditors([NOBODY]);
      google.SpreadsheetApp.flush();
    }),
  ),
} satisfies Probes<string>;

function onGuard(look: (guard: Protection, scratch: Scratch) => Observed): Probe {
  return (scratch) => {
    const guard = scratch.sheet.protect();
    try {
      return look(guard, scratch);
    } finally {
      guard.remove();
    }
  };
}

/** Validations, painted cells and protections. */
export const RULE_PROBES = {
  ...GUARD_PROBES,
  'validation-rejects': (scratch) => {
    const cell = ruled(scratch, false);
    return failsAt(scratch, { write: () => put(cell, 'b') })[0];
  },
  'validation-words': (scratch) => {
    const cell = ruled(scratch, false);
    return failsAt(scratch, { write: () => put(cell, 'b') })[1].replace(/[A-Z]+\d+/u, 'A1');
  },
  'validation-blank': (scratch) => {
    const cell = ruled(scratch, false);
    return failsAt(scratch, { write: () => put(put(cell, 'a'), '') })[0];
  },
  'validation-warns': (scratch) => get(put(ruled(scratch, true), 'b')) === 'b',
  ...probesOf(PAINTS, painted),
  'paints-replaced': (scratch) => {
    painted('=1=1')(scratch);
    return painted('=2=2')(scratch);
  },
  'protect-owner': ({ fresh }) => {
    const cell = fresh();
    const guard = cell.protect().setDescription(SELF_TEST.tab);
    const words = said(() => get(put(cell, 'a')));
    guard.remove();
    return words;
  },
  'protect-owner-unlisted': ({ fresh }) => {
    const guard = fresh().protect();
    const listed = guard.getEditors().length;
    guard.remove();
    return listed;
  },
} satisfies Probes<string>;
