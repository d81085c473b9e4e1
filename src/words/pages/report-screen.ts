import type { Day } from '../../domain/core/day.ts';
import { sayDay } from '../core/day.ts';
import { sayCount } from '../core/number.ts';

/** Labels of the screen `Báo cáo`. */
export const REPORT_WORDS = {
  period: 'Kỳ báo cáo',
  willMake: 'Sẽ tạo',
  draft: 'Còn nội dung phải sửa nên là bản dự thảo.',
  addressees: 'Kính gửi',
  recipients: 'Nơi nhận',
  signer: 'Người ký',
  notTyped: 'chưa nhập',
  complete: 'Đã đủ số liệu, nội dung.',
  blank: 'Báo cáo để trống «……» ở các chỗ này.',
  toCheck: 'Xem ở Kiểm tra số liệu',
  make: 'Tạo báo cáo',
  unchanged: 'Số liệu, nội dung không đổi so với bản gần nhất nên không tạo bản mới.',

  layout: 'Thể thức cần xem lại',
  papers: 'Văn bản khác',
  brief: 'Tóm tắt một trang, tin Zalo',
  letters: 'Công văn đôn đốc',
  matrix: 'Khung kế hoạch',
  slip: 'Phiếu tổng hợp của tôi',
  text: 'Tin để chép',
} as const;

/** «Số liệu đến hết ngày 14/6/2024.»; before the cut-off it says that it is early. */
export function sayAsOf(asOf: Day, isEarly: boolean): string {
  return `Số liệu đến hết ngày ${sayDay(asOf)}${isEarly ? ', trước ngày chốt của kỳ' : ''}.`;
}

/** «Còn thiếu 26 nội dung» */
export function sayMissingCount(count: number): string {
  return `Còn thiếu ${sayCount(count)} nội dung`;
}

/** «Xem thêm: 03 bản đã tạo» */
export function sayVersions(count: number): string {
  return `Xem thêm: ${sayCount(count)} bản đã tạo`;
}

/** «Bản 02, ngày 20/6/2024» */
export function sayVersion(version: number, on: Day | null): string {
  return `Bản ${sayCount(version)}${on === null ? '' : `, ngày ${sayDay(on)}`}`;
}

/** «Đã tạo bản 02.» */
export function sayMade(version: number): string {
  return `Đã tạo bản ${sayCount(version)}.`;
}

/** «Đã tạo 04 tệp.» */
export function sayFilesMade(count: number): string {
  return `Đã tạo ${sayCount(count)} tệp.`;
}
