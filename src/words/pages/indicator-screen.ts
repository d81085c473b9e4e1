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
