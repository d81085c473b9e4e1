import { sayCount } from '../core/number.ts';

/** The counts of `Việc hôm nay` that lead to where they are listed. */
export const TODAY_LINKS = {
  mine: (count: number): string => `Tôi còn ${sayCount(count)} nội dung chưa nhập`,
  owed: (count: number): string => `Cả xã còn ${sayCount(count)} nội dung chưa nhập`,
  notMet: (count: number, near: number): string =>
    `${sayCount(count)} chỉ tiêu chưa đạt${near === 0 ? '' : `, trong đó ${sayCount(near)} gần đạt`}`,
  overdue: (count: number): string => `${sayCount(count)} nhiệm vụ quá hạn`,
  dueSoon: (count: number): string => `${sayCount(count)} nhiệm vụ sắp đến hạn.`,
  mustFix: (count: number): string => `${sayCount(count)} số liệu phải sửa`,
  more: (count: number): string =>
    `Còn ${sayCount(count)} nội dung khác, xem các dòng tô màu ở trang Nhập số liệu, Nhập tiến độ.`,
} as const;
