import type { Day } from '../../domain/core/day.ts';
import { sayDay } from '../core/day.ts';
import { sayCount } from '../core/number.ts';

/** Labels of the screen `Chỉ tiêu`. */
export const INDICATOR_WORDS = {
  search: 'Tìm chỉ tiêu',
  searchHint: 'Gõ mã hoặc một phần tên, có dấu hay không dấu đều được.',
  noneFound: 'Không có chỉ tiêu nào khớp.',
  noField: '(chưa ghi lĩnh vực)',
  noPeriod: 'Chưa mở kỳ báo cáo nên chưa có đánh giá.',
  period: 'Kỳ:',
  back: '‹ Danh sách chỉ tiêu',
  levels: 'Mức của từng năm',
  noLevels: 'Kế hoạch không giao mức.',
  year: 'Năm',
  level: 'Chỉ tiêu',
  thisYear: 'năm của kỳ này',
  place: 'Trong Kế hoạch',
  section: 'Mục trong Kế hoạch',
  field: 'Lĩnh vực',
  lead: 'Chủ trì',
  judged: 'Kỳ đánh giá',
  data: 'Loại số liệu',
  origin: 'Nguồn gốc',
  cause: 'Nguyên nhân, giải trình',
  proposal: 'Đề xuất, kiến nghị',
  toPlan: 'Ô trong Kế hoạch:',
  toEntry: 'Ô nhập của kỳ:',
  more: 'Xem thêm: diễn biến qua các kỳ',
  chart: 'Biểu đồ kết quả qua các kỳ',
  reduction: 'Biểu đồ tính mức giảm so với số liệu gốc (%).',
  figures: 'Kết quả qua các kỳ',
  noLine: 'Chưa đủ hai kỳ so được với nhau để vẽ đường.',
  goalLine: 'Chỉ tiêu',
  result: 'Kết quả',
  apart: 'Không nối vào đường vì cách tính khác nhau:',
  kept: 'theo bản chốt',
  noHistory: 'Chưa có kết quả của kỳ nào.',
  unsaid: '(chưa ghi)',
} as const;

/** «Chưa đạt 04, gần đạt 02, đạt 21»: those that occur. */
export function sayVerdictCounts(counts: readonly (readonly [string, number])[]): string {
  const said = counts.filter(([, count]) => count > 0).map(([label, count]) => `${label.toLowerCase()} ${sayCount(count)}`);
  const text = said.join(', ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Plain letters, so that «ho so» finds «Hồ sơ» however its marks were typed. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase();
}

/** Labels of the screen `Kiểm tra số liệu`. */
export const CHECK_WORDS = {
  again: 'Kiểm tra lại',
  good: 'Không có số liệu cần sửa.',
  proposals: 'Nội dung đề xuất, chờ xác nhận',
  noProposals: 'Không có nội dung nào chờ xác nhận.',
  whyProposals: 'Kế hoạch không nêu các mức, thời hạn này. Khi UBND chưa xác nhận thì không tính quá hạn, không đánh giá.',
  confirm: 'Xác nhận nội dung đã chọn',
  chooseFirst: 'Đề nghị chọn nội dung cần xác nhận.',
  all: 'Chọn tất cả',
  mend: (text: string): string => `Sửa thành «${text}»`,
  mended: (text: string): string => `Đã sửa thành «${text}».`,
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
  again: 'Số liệu, nội dung không đổi so với bản gần nhất; tệp của bản đó không còn nên đã tạo lại.',
  unchanged: 'Số liệu, nội dung không đổi so với bản gần nhất nên không tạo bản mới.',

  layout: 'Thể thức cần xem lại',
  papers: 'Văn bản khác',
  brief: 'Tóm tắt một trang, tin Zalo',
  meeting: 'Một trang cho cuộc họp',
  letters: 'Công văn đôn đốc',
  matrix: 'Khung kế hoạch',
  slip: 'Phiếu tổng hợp của tôi',
  yearWork: 'Công việc cả năm theo công chức',
  forms: 'Biểu mẫu thống kê (.xlsx, .csv)',
  text: 'Tin để chép',
  copy: 'Chép tin',
  copied: 'Đã chép. Dán vào nhóm Zalo là gửi được.',
  selected: 'Trình duyệt không cho chép tự động. Tin đã được bôi đen, đề nghị bấm Ctrl+C.',
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
