import type { Finding } from '../../domain/checks/finding.ts';
import type { Source } from '../../domain/core/source.ts';
import { isOpen } from '../../domain/period/period.ts';
import { proposeMend, type Wrong } from '../../words/entry/propose.ts';
import { TAB_OF } from '../../workbook/core/address.ts';
import type { Book } from '../../workbook/core/book.ts';
import { cellAt, keyPart } from '../../workbook/core/key.ts';
import type { SheetProblem } from '../../workbook/core/problem.ts';
import { textAt } from '../base/office-cells.ts';
import { ENTRY_KEYS } from '../judging/edit-context.ts';
import type { EnterRequest } from '../replies/enter.ts';

/** What mends a typed cell that could not be read, where only one thing can have been meant. */
export function mendOfProblem(book: Book, { code, facts, at }: SheetProblem): EnterRequest | undefined {
  const key = ENTRY_KEYS.find((entry) => book.tables.get(entry)?.raw.sheetId === at?.sheetId);
  const table = key === undefined ? undefined : book.tables.get(key);
  if (table === undefined || at === null) return undefined;
  const field = [...table.columns].find(([, column]) => column === at.column)?.[0] ?? '';
  const textOf = (part: string): string => keyPart(cellAt(table.raw, at.row, table.columns.get(part) ?? 0));
  const of = key === 'actuals' ? 'actual' : 'entry';
  return mendOf(book, { of, id: textOf('id'), period: textOf('period'), field }, { code, facts });
}

/** The same of what a rule found. */
export function mendOfFinding(book: Book, { code, facts, at }: Finding): EnterRequest | undefined {
  return at.of === 'actual' || at.of === 'entry' ? mendOf(book, at, { code, facts }) : undefined;
}

function mendOf(book: Book, at: Source, { code, facts }: Pick<Wrong, 'code' | 'facts'>): EnterRequest | undefined {
  const period = book.plan.periods.find(({ name }) => name === at.period);
  const spec = book.tables.get(TAB_OF[at.of])?.spec;
  const header = spec?.columns[at.field]?.header;
  const text = textAt(book, at);
  if (period === undefined || !isOpen(period) || spec === undefined || header === undefined || text === null) return undefined;
  const mend = proposeMend({ code, text, facts, period });
  if (mend === null) return undefined;
  return { tab: spec.name, id: at.id, period: period.name, values: { [header]: mend }, before: { [header]: text } };
}
