import type { LeftOut } from '../../domain/province/choose.ts';
import type { Consolidated } from '../../domain/province/consolidate.ts';
import { sayDayPadded } from '../core/day.ts';
import { sayCount } from '../core/number.ts';

/** Why a file is no package, by the code of the refusal. */
export const PACKAGE_FAULTS = {
  'not-a-package': 'Không phải là gói số liệu kỳ.',
  'newer-schema': 'Gói do bản chương trình mới hơn lập. Đề nghị cập nhật chương trình rồi tổng hợp lại.',
  broken: 'Tệp manifest.json của gói thiếu hoặc sai nội dung. Đề nghị đơn vị xuất lại số liệu kỳ.',
  damaged: 'Tệp hỏng hoặc bị cắt giữa chừng. Đề nghị đơn vị gửi lại.',
  'bad-table': 'Có dòng số liệu không đúng quy cách hoặc thiếu dòng. Đề nghị đơn vị xuất lại số liệu kỳ.',
  'too-large': 'Tệp quá lớn so với một gói số liệu hay một cuốn sổ.',
  'nothing-closed': 'Sổ chưa có kỳ nào được chốt.',
  'not-readable': 'Không mở được tệp. Đề nghị kiểm tra quyền đọc.',
} as const;

/** Why a package that could be read does not count. */
export const LEFT_OUT_WORDS: Readonly<Record<LeftOut, string>> = {
  older: 'Đã có bản chốt mới hơn.',
  copy: 'Trùng với một gói đã tính.',
  conflict: 'Cùng đơn vị, cùng kỳ, cùng bản chốt nhưng khác số liệu; chỉ tính một gói. Đề nghị hỏi lại đơn vị.',
  'other-window':
    'Mốc thời gian của kỳ khác đa số đơn vị nên không cộng được. Đề nghị đơn vị sửa Từ ngày, Đến ngày ở trang Kỳ báo cáo.',
  'unknown-unit': 'Không có trong danh sách đơn vị.',
  overlap: 'Đơn vị nhận sáp nhập đã có số liệu của cả kỳ nên không cộng thêm.',
};

export const GATHER_SENTENCES = {
  noFolder: 'Chưa cho biết thư mục có các gói số liệu. Ví dụ: npm run cchc -- gather goi-so-lieu --unit "UBND thành phố …"',
  noUnit: 'Chưa cho biết đơn vị tổng hợp. Ví dụ: --unit "UBND thành phố Hải Phòng"',
  folder: (path: string): string => `Không có thư mục «${path}». Đề nghị kiểm tra lại đường dẫn.`,
  nothing: 'Thư mục không có gói số liệu nào tổng hợp được.',
  period: (name: string, known: readonly string[]): string =>
    `Không đơn vị nào gửi số liệu kỳ «${name}». Các kỳ có số liệu: ${known.join('; ')}.`,
  rank: (name: string): string =>
    `Không có chỉ tiêu «${name}» để xếp hạng. Đề nghị ghi Mã, mã biểu mẫu hoặc tên chỉ tiêu; hoặc met, tasks, score.`,
  units: (path: string, line: number): string =>
    `Danh sách đơn vị «${path}», dòng ${line}: cần Mã, Tên đơn vị, Từ ngày, Đến ngày, Sáp nhập vào (ngày ghi 01/07/2025, để trống nếu không có).`,
  engine:
    'Chưa có phần mềm tính toán của lệnh gather cho máy này (gói @duckdb/node-api). Đề nghị chạy npm ci trên máy có mạng, hoặc trên hệ điều hành được hỗ trợ.',
  late: 'chốt sau hạn',
} as const;

const MOST_NAMED = 20;

/** What was gathered, told in the terminal: who, what is missing, what was left out and why, what looks odd. */
export function sayGathered(all: Consolidated, files: readonly string[]): string[] {
  const { period, units, missing, left, refused, outliers } = all;
  const late = units.filter((unit) => unit.late);
  return [
    `Tổng hợp kỳ ${period.name} (${sayDayPadded(period.start)} – ${sayDayPadded(period.end)}): ${sayCount(units.length)} đơn vị có số liệu, ${sayCount(missing.length)} đơn vị chưa có số liệu dùng được, ${sayCount(late.length)} đơn vị chốt sau hạn.`,
    ...listed(
      'Chưa gửi hoặc chưa dùng được',
      missing.map(({ code, name }) => `${name} (${code})`),
    ),
    ...listed(
      'Chốt sau hạn',
      late.map(({ code, name }) => `${name} (${code})`),
    ),
    ...listed(
      'Không đọc',
      refused.map(({ file, sentence }) => `${file}: ${sentence}`),
    ),
    ...listed(
      'Không tính',
      left.map(({ file, why }) => `${file}: ${LEFT_OUT_WORDS[why]}`),
    ),
    ...(outliers.length === 0 ? [] : [`Số liệu khác thường cần hỏi lại: ${sayCount(outliers.length)}, xem trang Bất thường.`]),
    `Đã tạo ${sayCount(files.length)} tệp:`,
    ...files.map((file) => `- ${file}`),
  ];
}

function listed(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - MOST_NAMED;
  return [
    `${title}: ${sayCount(lines.length)}`,
    ...lines.slice(0, MOST_NAMED).map((line) => `- ${line}`),
    ...(more > 0 ? [`- … và ${sayCount(more)} mục nữa, xem trong tệp tong-hop.xlsx`] : []),
  ];
}
