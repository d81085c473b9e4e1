import { day, localDateOf } from '../../domain/core/day.ts';
import { SCRIPT_ZONE } from '../adapters/clock.ts';
import { cellIn, get, type Probe, type Probes, put, type Scratch, said } from './scratch.ts';

const DAY = localDateOf(day('2026-04-03'));
const TOO_LONG = 'x'.repeat(50_001);
const LAST_ROW = 900;

/** At which step a bad write is told: when it is made, at the next read, or at the next flush; and in which words. */
export function failsAt({ google }: Scratch, steps: { write(): unknown; read?: () => unknown }): readonly [string, string] {
  const asked: readonly (readonly [string, () => unknown])[] = [
    ['write', steps.write],
    ...(steps.read === undefined ? [] : ([['read', steps.read]] as const)),
    ['flush', () => google.SpreadsheetApp.flush()],
  ];
  for (const [step, call] of asked) {
    const words = said(call);
    if (words !== 'nothing') return [step, words];
  }
  return ['never', ''];
}

const onDataRange =
  (value: string | boolean): Probe =>
  ({ sheet }) => {
    const cell = put(sheet.getRange(LAST_ROW, 1, 1, 1), value);
    const rows = sheet.getDataRange().getNumRows();
    put(cell, '');
    return rows;
  };

/** Values, dates and refused writes. */
export const CELL_PROBES = {
  'true-types': (scratch) => [1.5, true].map((value) => cellIn(scratch, put(scratch.fresh(), value))),
  'undefined-blanks': ({ fresh }) => {
    const nothing: unknown = [[undefined, null]];
    return (
      fresh(1, 2)
        .setValues(nothing as string[][])
        .getValues()[0]
        ?.map(String) ?? []
    );
  },
  'blank-text': ({ fresh }) => get(fresh()) === '',
  'error-text': ({ fresh }) => String(get(put(fresh(), '=NA()'))),
  'format-not-value': ({ fresh }) => Number(get(put(fresh(), '10%'))),
  'own-built-ins': ({ fresh }) => {
    const values = put(fresh(), DAY).getValues();
    return [Object(values).constructor === [].constructor, Object(values[0]?.[0]).constructor === DAY.constructor];
  },
  'date-read-zone': ({ google, fresh }) => {
    const zone = google.SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
    const read = get(put(fresh(), '03/04/2026'));
    return typeof read === 'object' ? google.Utilities.formatDate(read, zone, 'yyyy-MM-dd HH:mm') : String(read);
  },
  'script-zone': () => [DAY.getTimezoneOffset(), DAY.toISOString()],
  'format-date': ({ google }) => google.Utilities.formatDate(DAY, SCRIPT_ZONE, 'd/M/yyyy HH:mm:ss'),
  'time-only': ({ fresh }) => {
    const read = get(put(fresh(), '08:30'));
    return typeof read === 'object' ? [read.getFullYear(), read.getHours(), read.getMinutes()] : String(read);
  },
  'time-only-offset': ({ fresh }) => {
    const read = get(put(fresh(), '08:30'));
    return typeof read === 'object' ? read.toISOString() : String(read);
  },
  'data-range-formula': onDataRange('=""'),
  'data-range-false': onDataRange(false),
  'formula-overwritten': (scratch) => cellIn(scratch, put(put(scratch.fresh(), '=1+1'), 'a')),
  'too-long': (scratch) => failsAt(scratch, { write: () => put(scratch.fresh(), TOO_LONG) })[1],
  'fits-just': (scratch) => failsAt(scratch, { write: () => put(scratch.fresh(), TOO_LONG.slice(1)) })[0],
  'error-at-flush': (scratch) => failsAt(scratch, { write: () => put(scratch.fresh(), TOO_LONG) })[0],
  'error-at-read': (scratch) => {
    const cell = scratch.fresh();
    return failsAt(scratch, { write: () => put(cell, TOO_LONG), read: () => get(cell) })[0];
  },
  'bad-block': (scratch) => {
    const cells = scratch.fresh(1, 2);
    failsAt(scratch, { write: () => cells.setValues([['good', TOO_LONG]]) });
    return get(cells) === '';
  },
  'error-name': ({ sheet }) => {
    try {
      sheet.getRange(0, 1, 1, 1);
    } catch (error) {
      return String(Object(error).name);
    }
    return 'nothing';
  },
} satisfies Probes<string>;
