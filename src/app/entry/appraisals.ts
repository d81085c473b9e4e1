import type { Day } from '../../domain/core/day.ts';
import { isBlank } from '../../domain/core/word.ts';
import { type AppraisedRow, appraisalState } from '../../domain/period/appraisal.ts';
import { isOpen, type Period } from '../../domain/period/period.ts';
import { FORM_FIELDS } from '../../domain/plan/asked-fields.ts';
import { isWished } from '../../domain/plan/settings.ts';
import { readAppraisal } from '../../words/entry/appraisal.ts';
import type { Book } from '../../workbook/core/book.ts';
import { rowOf } from '../../workbook/write/write.ts';
import { fingerprint } from '../base/fingerprint.ts';
import { textAt } from '../base/office-cells.ts';

type Row = { readonly of: 'actual' | 'entry'; readonly id: string; readonly period: string };

/** Whether rows are appraised before a period is closed: the office wishes it, and the workbook has the columns. */
export function isAppraising({ plan, tables }: Book, today: Day): boolean {
  const hasColumns = (['actuals', 'entries'] as const).some((key) => tables.get(key)?.columns.has('appraisal'));
  return hasColumns && isWished(plan, 'appraise-rows', today);
}

/** What was typed in a row, as one short text; '' where nothing was. */
export function sealOf(book: Book, { of, id, period }: Row): string {
  const texts = FORM_FIELDS[of].map((field) => textAt(book, { of, id, period, field }) ?? '');
  return texts.every(isBlank) ? '' : fingerprint(JSON.stringify(texts));
}

/** Where the appraisal of one row stands; `null`: nothing is typed in it, or its row is not there. */
export function appraisalOf(book: Book, row: Row): Pick<AppraisedRow, 'state' | 'reason' | 'seal'> | null {
  const now = sealOf(book, row);
  if (now === '') return null;
  const said = readAppraisal(textAt(book, { ...row, field: 'appraisal' }) ?? '');
  const seal = textAt(book, { ...row, field: 'appraised' }) ?? '';
  const state = appraisalState(said?.said ?? null, seal, now);
  return { state, reason: state === 'returned' ? (said?.reason ?? '') : '', seal };
}

/** Every row of these periods with something typed in it; none where the office does not appraise. */
export function appraisedRows(book: Book, periods: readonly Period[], today: Day): AppraisedRow[] {
  if (!isAppraising(book, today)) return [];
  const { indicators, tasks } = book.plan;
  const rows = [
    ...indicators.map(({ id, title, lead }) => ({ of: 'actual' as const, id, title, lead })),
    ...tasks.map(({ id, title, lead }) => ({ of: 'entry' as const, id, title, lead })),
  ];
  return periods.filter(isOpen).flatMap(({ name: period }) =>
    rows.flatMap((row): AppraisedRow[] => {
      const table = book.tables.get(row.of === 'actual' ? 'actuals' : 'entries');
      if (table === undefined || rowOf(table, [row.id, period]) === null) return [];
      const found = appraisalOf(book, { ...row, period });
      return found === null ? [] : [{ ...row, period, ...found }];
    }),
  );
}

/** Those that were given back and not touched since. */
export function returnedRows(book: Book, periods: readonly Period[], today: Day): AppraisedRow[] {
  return appraisedRows(book, periods, today).filter(({ state }) => state === 'returned');
}
