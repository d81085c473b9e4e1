import { sayTime } from './day.ts';
import { sayCount } from './number.ts';

/** «Đã lưu lúc 09:15. Còn 04 nội dung chưa nhập.» */
export function saySaved(minutes: number, left: number): string {
  const rest = left === 0 ? 'Đã nhập đủ.' : `Còn ${sayCount(left)} nội dung chưa nhập.`;
  return `Đã lưu lúc ${sayTime(minutes)}. ${rest}`;
}
