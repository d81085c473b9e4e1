import { sayCount } from '../core/number.ts';

/** Beside the settings that an upgrade adds, word for word as set-up has them. */
export const SETTING_NOTES = {
  before: 'Nhiều mốc thì ghi: 10; 3. Không nhắc thì ghi: không',
  late: '0 là nhắc ngay khi quá hạn. Nhiều mốc thì ghi: 0; 5',
  higher: 'Không báo thì ghi: không',
  supervisors: 'Chỉ ghi được kiến nghị, ý kiến giám sát của mình',
  bands: 'Ví dụ: Xuất sắc: 90; Tốt: 80; Khá: 70; Trung bình: 50; Yếu: 0',
  unitCode: 'Năm chữ số theo danh mục đơn vị hành chính, ghi vào gói số liệu kỳ',
} as const;

/** The row of the one plan that older workbooks know; the words must not follow a label that is changed one day. */
export const FIRST_PLAN = { id: 'KH1', kind: 'Giai đoạn', note: 'Lấy từ trang Thông tin chung khi nâng cấp sổ' } as const;

/** Bringing an older workbook to the layout of today. */
export const UPGRADE = {
  question:
    'Nâng cấp sổ: thêm các trang còn thiếu, thêm các cột, mục cài đặt còn thiếu ở cuối trang và làm mới màu của Sổ CCHC. Không chèn, không xóa, không sắp xếp; số liệu, cột và màu của đơn vị giữ nguyên. Đồng ý?',
  nothing: 'Sổ đã theo phiên bản mới nhất, không có gì phải nâng cấp.',
} as const;

export const UPGRADE_REFUSALS = {
  doubledVersion:
    'Trang «Thông tin chung» có hơn một dòng «Phiên bản sổ» nên chưa nâng cấp. Đề nghị giữ lại một dòng rồi làm lại; chưa ghi gì vào sổ.',
} as const;

/** «Đã nâng cấp sổ từ phiên bản 1 lên 2: thêm 03 cột (…), 04 mục cài đặt (…), làm mới màu.» */
export function sayUpgrade({ from, to, tabs, columns, settings }: SaidUpgrade): string {
  if (from >= to && columns.length === 0) return UPGRADE.nothing;
  const parts = [
    ...(tabs.length === 0 ? [] : [`thêm ${sayCount(tabs.length)} trang (${tabs.join('; ')})`]),
    ...(columns.length === 0 ? [] : [`thêm ${sayCount(columns.length)} cột (${columns.join('; ')})`]),
    ...(settings.length === 0 ? [] : [`thêm ${sayCount(settings.length)} mục cài đặt (${settings.join('; ')})`]),
    'làm mới màu của Sổ CCHC',
  ];
  const head = from === to ? 'Đã bổ sung cho sổ' : `Đã nâng cấp sổ từ phiên bản ${from} lên ${to}`;
  return `${head}: ${parts.join(', ')}.`;
}

type SaidUpgrade = {
  readonly from: number;
  readonly to: number;
  readonly tabs: readonly string[];
  readonly columns: readonly string[];
  readonly settings: readonly string[];
};
