import { type Day, parseDay } from '../../domain/core/day.ts';
import type { FoundChange } from '../../domain/history/changes.ts';
import type { LogGroup } from '../../domain/history/journal.ts';
import { sayDay, sayTime } from '../core/day.ts';
import { OPERATION_LABELS } from '../core/labels.ts';
import { sayCount } from '../core/number.ts';
import { COLUMNS_PLACE } from '../import/columns-place.ts';

/** What a sentence needs of a change; `since` and `row` are `null` while no run has recorded it in `Nhật ký`. */
export type ChangeText = Pick<FoundChange, 'kind' | 'before' | 'after'> & {
  readonly id: string;
  readonly period: string;
  readonly header: string;
  readonly since: Day | null;
  readonly row: number | null;
};

const SENTENCES: Readonly<Record<FoundChange['kind'], (change: ChangeText) => string>> = {
  changed: ({ id, header, before, after }) =>
    `${id}: «${header}» đổi từ ${quoted(before)} thành ${quoted(after)} so với Kế hoạch đã chốt`,
  added: ({ id, after }) => `${id}: dòng mới so với Kế hoạch đã chốt, ${quoted(after)}`,
  removed: ({ id, before }) => `${id}: không còn trong Kế hoạch, ${quoted(before)}`,
  late: ({ id, period, header, before, after }) =>
    `${id}, ${period} đã chốt: «${header}» sửa từ ${quoted(before)} thành ${quoted(after)}`,
};

/** A change of the plan or of a closed period that waits for its reason: what, since when, and the fix. */
export function sayChange(change: ChangeText): string {
  const { kind, since, row } = change;
  const found = since === null ? '' : ` (phát hiện ${sayDay(since)})`;
  const where = row === null ? '' : ` vào Ghi chú, dòng ${row} trang Nhật ký`;
  const back = kind === 'changed' || kind === 'late' ? ', hoặc khôi phục như cũ' : '';
  return `${SENTENCES[kind](change)}${found}. Đề nghị ghi lý do${where}${back}.`;
}

function quoted(text: string): string {
  const day = parseDay(text);
  if (text === '') return '(trống)';
  return `«${day === null ? text : sayDay(day)}»`;
}

const SHOWN = 5;

/** «Xác nhận nội dung đề xuất, 20/6/2024 09:15: 03 ô: …»: what would be taken back, or was. */
export function sayUndo(group: LogGroup): string {
  const [{ operation, at, place, before, after }] = group;
  const what = operation === null ? '' : OPERATION_LABELS[operation];
  const when = at === null ? '' : `, ${sayDay(at.day)} ${sayTime(at.minutes)}`;
  if (operation === 'import' || operation === 'roll-over') {
    // What was said of columns stays: it is knowledge of the office, and no row.
    const tabs = group.filter(({ note, place: of }) => note !== '' && of !== COLUMNS_PLACE);
    return `${what}${when}: ${(tabs.length > 0 ? tabs : group).map((row) => `${row.place} (${row.after})`).join('; ')}`;
  }
  if (group.length > 1) {
    const places = group.slice(0, SHOWN).map((row) => row.place);
    return `${what}${when}: ${sayCount(group.length)} ô (${places.join('; ')}${group.length > SHOWN ? '; …' : ''})`;
  }
  return `${what}${when}: ${place}${before === after ? '' : `, từ «${before}» thành «${after}»`}`;
}
