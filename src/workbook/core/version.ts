import { fold } from '../../domain/core/word.ts';
import { SETTING_LABELS } from '../../words/core/labels.ts';
import type { Book } from './book.ts';
import { cellAt, plainText } from './key.ts';
import { problemIn, type SheetProblem } from './problem.ts';
import type { TabTable } from './tab.ts';

/** The layout of workbooks this build writes (`Phiên bản sổ`): the one that the last of `migrations/` leads to. */
export const WORKBOOK_VERSION = 3;

/** What a workbook says of itself, whatever day stands beside it; `null` where no row says, or none says a number. */
export function versionOf({ plan }: Pick<Book, 'plan'>): number | null {
  const said = plan.settings.flatMap(({ key, value }) => (key === 'workbook-version' ? [Number(value)] : []));
  const versions = said.filter((version) => Number.isFinite(version) && version >= 1);
  return versions.length === 0 ? null : Math.max(...versions);
}

/** Whether a newer build made it: nothing of it may be written, because this build does not know what stands where. */
export function isNewer(book: Pick<Book, 'plan'>): boolean {
  return (versionOf(book) ?? 0) > WORKBOOK_VERSION;
}

/** The rows of `Thông tin chung` that say so, in any spelling; one is right, none is fixed, more are for a person to settle. */
export function versionRows({ raw, headerRow, columns }: TabTable): number[] {
  const column = columns.get('name') ?? 0;
  const wanted = fold(SETTING_LABELS['workbook-version']);
  return raw.values.flatMap((_, at) => {
    const row = at + 1;
    return row > headerRow && fold(plainText(cellAt(raw, row, column))) === wanted ? [row] : [];
  });
}

/** That the workbook is an older one, which goes on working: told where its version stands. */
export function olderWorkbook(book: Book): SheetProblem[] {
  const version = versionOf(book);
  const table = book.tables.get('settings');
  const row = table === undefined ? undefined : versionRows(table)[0];
  if (table === undefined || row === undefined || version === null || version >= WORKBOOK_VERSION) return [];
  const at = { row, column: table.columns.get('value') ?? 1 };
  return [problemIn(table.raw, at, { code: 'older-workbook', facts: { version, newest: WORKBOOK_VERSION } })];
}
