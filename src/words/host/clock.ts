import type { Day } from '../../domain/core/day.ts';
import { sayDay } from '../core/day.ts';

const sayFar = (today: Day, last: Day, days: number): string =>
  `Máy đang ở ngày ${sayDay(today)}, cách lần gửi thư hoặc mở, chốt kỳ gần nhất (${sayDay(last)}) ${days} ngày.`;

/** About a clock that may be wrong, before anything is mailed. */
export const CLOCK_WORDS = {
  question: (today: Day, last: Day, days: number): string =>
    `${sayFar(today, last, days)} Ngày của máy có đúng không? Nếu không đúng, chọn Không rồi chỉnh lại ngày giờ của máy.`,
  far: (today: Day, last: Day, days: number): string =>
    `${sayFar(today, last, days)} Chưa gửi thư nào. Đề nghị kiểm tra ngày giờ của máy; nếu ngày đúng, chạy lại với --agree có.`,
} as const;
