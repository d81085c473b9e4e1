import type { InspectionCounts } from '../../domain/inspections/recommendation.ts';
import { sayCount } from '../core/number.ts';

/** «Năm 2024 có 02 cuộc kiểm tra (01 đột xuất), 03 kiến nghị; đã khắc phục 02 (phúc tra đạt 01), quá hạn 01.» */
export function sayInspections(counts: InspectionCounts, when: string): string {
  const { inspections, unannounced, found, mended, rechecked, overdue, dialogues, polls } = counts;
  const events = [
    inspections === 0
      ? ''
      : `${sayCount(inspections)} cuộc kiểm tra${unannounced === 0 ? '' : ` (${sayCount(unannounced)} đột xuất)`}`,
    dialogues === 0 ? '' : `${sayCount(dialogues)} cuộc đối thoại`,
    polls === 0 ? '' : `${sayCount(polls)} đợt lấy ý kiến`,
    found === 0 ? '' : `${sayCount(found)} tồn tại, kiến nghị`,
  ].filter((part) => part !== '');
  if (events.length === 0) return `${when} chưa ghi cuộc kiểm tra nào.`;
  const mend = found === 0 ? '' : `; ${sayMended({ found, mended, rechecked, overdue })}`;
  return `${when} có ${events.join(', ')}${mend}.`;
}

function sayMended({
  found,
  mended,
  rechecked,
  overdue,
}: Pick<InspectionCounts, 'found' | 'mended' | 'rechecked' | 'overdue'>): string {
  const again = rechecked === 0 ? '' : ` (phúc tra đạt ${sayCount(rechecked)})`;
  const done = mended === 0 ? 'chưa khắc phục xong kiến nghị nào' : `đã khắc phục ${sayCount(mended)}/${sayCount(found)}${again}`;
  return `${done}${overdue === 0 ? '' : `, quá hạn ${sayCount(overdue)}`}`;
}
