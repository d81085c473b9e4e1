import { sayTime } from '../core/day.ts';
import { sayCount } from '../core/number.ts';

/** «Đã lưu lúc 09:15. Còn 04 nội dung chưa nhập.» */
export function saySaved(minutes: number, left: number): string {
  const rest = left === 0 ? 'Đã nhập đủ.' : `Còn ${sayCount(left)} nội dung chưa nhập.`;
  return `Đã lưu lúc ${sayTime(minutes)}. ${rest}`;
}

export const ENTER_REFUSALS = {
  changedMeanwhile: (cells: readonly { readonly header: string; readonly now: string; readonly typed: string }[]): string => {
    const told = cells.map(({ header, now, typed }) => `«${header}» nay là ${quote(now)}, đồng chí nhập ${quote(typed)}`);
    return `Trong lúc nhập, ô trong sổ đã được người khác sửa: ${told.join('; ')}. Chưa lưu gì. Đề nghị chọn nội dung giữ lại.`;
  },
} as const;

function quote(text: string): string {
  return text === '' ? '(để trống)' : `«${text}»`;
}
