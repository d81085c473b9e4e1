import type { LogGroup } from '../../domain/history/journal.ts';
import { sayDay, sayTime } from '../core/day.ts';
import { DEED_LABELS } from '../core/labels.ts';
import { sayCount } from '../core/number.ts';

const SHOWN = 5;

/** «Xác nhận nội dung đề xuất, 20/6/2024 09:15: 03 ô: …»: what would be taken back, or was. */
export function sayUndo(group: LogGroup): string {
  const [{ deed, at, place, before, after }] = group;
  const what = deed === null ? '' : DEED_LABELS[deed];
  const when = at === null ? '' : `, ${sayDay(at.day)} ${sayTime(at.minutes)}`;
  if (group.length > 1) {
    const places = group.slice(0, SHOWN).map((row) => row.place);
    return `${what}${when}: ${sayCount(group.length)} ô (${places.join('; ')}${group.length > SHOWN ? '; …' : ''})`;
  }
  return `${what}${when}: ${place}${before === after ? '' : `, từ «${before}» thành «${after}»`}`;
}
