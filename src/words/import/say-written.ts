import { sayCount } from '../core/number.ts';
import { COLUMN_LABELS } from '../pages/import.ts';

/** What of a row did not go into its own cell, or needs a look; nothing of it is lost, the passage stands in `Nguyên văn`. */
export type LeftOut =
  | { readonly is: 'no-year-column'; readonly levels: readonly string[] }
  | { readonly is: 'level-without-years'; readonly level: string }
  | { readonly is: 'deadline-in-note'; readonly words: string }
  | { readonly is: 'no-frequency' }
  | { readonly is: 'no-column'; readonly tab: string; readonly header: string };

/** What stands in `Ghi chú` of a row that was brought in. */
export const IMPORT_NOTES = {
  deadline: (words: string): string => `Thời hạn theo Kế hoạch: ${words}`,
  levels: (levels: readonly string[]): string => `Mức theo Kế hoạch: ${levels.join('; ')}`,
  step: (level: string): string => `Mức tăng theo Kế hoạch: ${level}`,
  cap: (level: string): string => `Mức cao nhất theo Kế hoạch: ${level}`,
  above: 'Kế hoạch ghi «trên» mức này (không bằng).',
  below: 'Kế hoạch ghi «dưới» mức này (không bằng).',
  exception: (words: string): string => `Ngoại lệ theo Kế hoạch: ${words}`,
} as const;

/** «Năm 2026: 98». */
export const sayYearLevel = (year: number, level: string): string => `Năm ${year}: ${level}`;

/** Of one row, why something is not in its own cell. */
export function sayLeftOut(left: LeftOut): string {
  switch (left.is) {
    case 'no-year-column':
      return `sổ không có cột riêng cho các mức này nên ghi vào Ghi chú (${left.levels.join('; ')}). Đề nghị thêm cột năm vào trang rồi chuyển sang`;
    case 'level-without-years':
      return `chưa rõ mức ${left.level} là của năm nào nên ghi vào Ghi chú. Đề nghị nhập vào cột năm`;
    case 'deadline-in-note':
      return `thời hạn chưa thành ngày nên ghi vào Ghi chú («${left.words}»). Đề nghị xem và nhập Thời hạn hoàn thành nếu có`;
    case 'no-frequency':
      return 'Tần suất để trống vì văn bản không nói rõ. Đề nghị chọn Tần suất';
    case 'no-column':
      return `trang ${left.tab} không có cột «${left.header}» nên nội dung cột này chưa ghi. Đề nghị chạy Nâng cấp sổ hoặc thêm cột`;
  }
}

/** «Đầu việc»: Nhiệm vụ; «Ai làm»: Chủ trì. */
export const saySaidColumns = (header: readonly string[], roles: readonly string[]): string =>
  header
    .map((name, at) => `«${name}»: ${Object.entries(COLUMN_LABELS).find(([role]) => role === roles[at])?.[1] ?? 'không dùng'}`)
    .join('; ');

export const IMPORT_REFUSALS = {
  noPassageColumn: (tab: string): string =>
    `Trang «${tab}» chưa có cột «Nguyên văn» để giữ đoạn gốc làm chứng. Đề nghị chạy Nâng cấp sổ trước; chưa ghi gì vào sổ.`,
  unknownPlan: (id: string, known: readonly string[]): string =>
    `Không có Ký hiệu kế hoạch «${id}» ở trang Kế hoạch. Các ký hiệu hiện có: ${known.length === 0 ? 'chưa có' : known.join('; ')}. Chưa ghi gì vào sổ.`,
  rowGone: (id: string): string => `Không còn dòng ${id} trong sổ. Đề nghị đọc lại tệp; chưa ghi gì vào sổ.`,
  changedMeanwhile: (id: string): string =>
    `Dòng ${id} vừa được sửa trong sổ sau khi đọc tệp. Đề nghị đọc lại tệp; chưa ghi gì vào sổ.`,
  tooMany: (rows: number, most: number): string =>
    `Tệp có ${rows} dòng, mỗi lần chỉ đưa vào sổ được ${most} dòng. Đề nghị tách tệp rồi đưa từng phần; chưa ghi gì vào sổ.`,
  tooLong: (at: string): string =>
    `Đoạn ở ${at} quá dài so với một ô của sổ. Đề nghị tách đoạn đó trong tệp kế hoạch rồi làm lại; chưa ghi gì vào sổ.`,
} as const;

/** «43 dòng, CT-01 đến CT-43», as `Nhật ký` keeps it. */
export function sayWrittenRows(ids: readonly string[]): string {
  const [first = ''] = ids;
  const last = ids[ids.length - 1] ?? first;
  return `${sayCount(ids.length)} dòng, ${first === last ? first : `${first} đến ${last}`}`;
}

type Written = {
  readonly indicators: readonly string[];
  readonly tasks: readonly string[];
  readonly recognised: number;
  readonly updated: readonly string[];
  readonly left: readonly { readonly id: string; readonly at: string; readonly text: string }[];
  readonly unknownRoles: readonly string[];
  readonly open: readonly string[];
};

/** What an import did to the workbook, as lines. */
export function sayWritten({ indicators, tasks, recognised, updated, left, unknownRoles, open }: Written): string[] {
  const isNothing = indicators.length + tasks.length === 0;
  return [
    ...(indicators.length === 0 ? [] : [`Đã ghi vào trang Kế hoạch - Chỉ tiêu: ${sayWrittenRows(indicators)}.`]),
    ...(tasks.length === 0 ? [] : [`Đã ghi vào trang Kế hoạch - Nhiệm vụ: ${sayWrittenRows(tasks)}.`]),
    ...(updated.length === 0 ? [] : [`Đã sửa theo văn bản: ${sayCount(updated.length)} dòng (${updated.join('; ')}).`]),
    ...(isNothing && updated.length === 0 ? ['Không có dòng nào mới; sổ giữ nguyên.'] : []),
    ...(recognised === 0 ? [] : [`Đã có trong sổ, không ghi lại: ${sayCount(recognised)} dòng.`]),
    ...(left.length === 0 ? [] : [`Cần xem trong sổ: ${sayCount(left.length)} chỗ`]),
    ...left.map(({ id, at, text }) => `– ${[id, at].filter((part) => part !== '').join(', ')}${id === '' ? '' : ': '}${text}.`),
    ...(unknownRoles.length === 0
      ? []
      : [`Chưa có trong trang Phân công (đề nghị thêm, hoặc sửa tên ở cột Chủ trì, Phối hợp): ${unknownRoles.join('; ')}.`]),
    ...(isNothing || open.length === 0
      ? []
      : [`Kỳ đang nhập chưa có các dòng mới (${open.join('; ')}). Đề nghị mở kỳ lại để thêm dòng nhập.`]),
  ];
}
