import { sayCount } from '../core/number.ts';

/** Labels of the screen `Kiểm tra số liệu`. */
export const CHECK_WORDS = {
  again: 'Kiểm tra lại',
  good: 'Không có số liệu cần sửa.',
  proposals: 'Nội dung đề xuất, chờ xác nhận',
  noProposals: 'Không có nội dung nào chờ xác nhận.',
  whyProposals: 'Kế hoạch không nêu các mức, thời hạn này. Khi UBND xã chưa xác nhận thì không tính quá hạn, không đánh giá.',
  confirm: 'Xác nhận nội dung đã chọn',
  chooseFirst: 'Đề nghị chọn nội dung cần xác nhận.',
  all: 'Chọn tất cả',
} as const;

export const PROPOSAL_GROUPS = {
  task: 'Thời hạn của nhiệm vụ',
  indicator: 'Mức của chỉ tiêu',
  statistic: 'Số liệu thống kê',
} as const;

/** «Đã xác nhận 03 nội dung, còn 12 nội dung.» */
export function sayConfirmed(confirmed: number, left: number): string {
  return `Đã xác nhận ${sayCount(confirmed)} nội dung${left === 0 ? '' : `, còn ${sayCount(left)} nội dung`}.`;
}
