import { sayCount } from '../core/number.ts';

/** Sentences about a workbook's file: what may be brought in, opened and read, and what passes a limit. */

/** The largest workbook that is taken anywhere: by the page, by its server, from a disk. 35,000 rows of a plan are some 7 MB, pictures the rest. */
export const MOST_WORKBOOK_BYTES = 30_000_000;

const MEGABYTES = MOST_WORKBOOK_BYTES / 1_000_000;

/** The limit on a workbook's file, said where a path is known and where a file was only chosen. */
export const WORKBOOK_SIZE = {
  chosen: `Tệp lớn quá ${MEGABYTES} MB nên không nhận. Đề nghị bỏ bớt hình ảnh, trang thừa rồi lưu lại.`,
  onDisk: (path: string): string =>
    `Tệp «${path}» lớn quá ${MEGABYTES} MB nên không đọc. Đề nghị bỏ bớt hình ảnh, trang thừa rồi lưu lại.`,
  notFile: (path: string): string => `«${path}» không phải là một tệp trên đĩa nên không đọc. Đề nghị chỉ đúng tệp cần mở.`,
} as const;

/** A limit of the reader that a file passes. */
export type PassedLimit = { readonly what: string; readonly most: number };

const BLANK_ROWS =
  'Đề nghị mở bằng Excel, xóa các dòng, cột thừa (cả định dạng), chuyển số liệu ngoài sổ sang tệp khác rồi lưu lại.';
const NEW_FILE = 'Đề nghị chép các trang của sổ sang một tệp Excel mới rồi dùng tệp đó.';
const RULES = 'Đề nghị mở bằng Excel, xóa bớt quy tắc kiểm tra dữ liệu, định dạng có điều kiện bị lặp rồi lưu lại.';

const TOO_MANY: Readonly<Record<string, { readonly what: string; readonly mend: string }>> = {
  parts: { what: 'phần bên trong', mend: NEW_FILE },
  tabs: { what: 'trang', mend: 'Đề nghị chuyển các trang không thuộc sổ sang tệp khác rồi lưu lại.' },
  relations: { what: 'liên kết trong một trang', mend: 'Đề nghị bỏ bớt siêu liên kết, hình ảnh rồi lưu lại.' },
  elements: { what: 'định dạng hoặc đối tượng cùng loại', mend: NEW_FILE },
  columns: { what: 'khai báo độ rộng cột trong một trang', mend: NEW_FILE },
  areas: { what: 'vùng có kiểm tra dữ liệu hoặc định dạng có điều kiện', mend: RULES },
  charts: { what: 'biểu đồ trong một trang', mend: 'Đề nghị chuyển bớt biểu đồ sang tệp khác rồi lưu lại.' },
  cells: { what: 'ô có nội dung hoặc định dạng', mend: BLANK_ROWS },
  rows: { what: 'dòng', mend: BLANK_ROWS },
  strings: { what: 'đoạn chữ khác nhau', mend: BLANK_ROWS },
  sharedFormulas: {
    what: 'ký tự trong các công thức dùng chung',
    mend: 'Đề nghị mở bằng Excel, thay bớt công thức bằng giá trị rồi lưu lại.',
  },
};

/** Lists of the file by what a person calls what is in them; any other is named as it is. */
const LISTS: Readonly<Record<string, string>> = {
  cellXfs: 'định dạng ô',
  fonts: 'phông chữ',
  fills: 'màu nền',
  numFmts: 'định dạng số',
  dataValidations: 'quy tắc kiểm tra dữ liệu',
  conditionalFormatting: 'định dạng có điều kiện',
  wsDr: 'hình vẽ, biểu đồ',
};

const TOO_LONG: Readonly<Record<string, { readonly what: string; readonly mend: string }>> = {
  cellText: { what: 'chứa nội dung', mend: 'Đề nghị mở bằng Excel, rút gọn ô đó rồi lưu lại.' },
  formula: { what: 'chứa công thức', mend: 'Đề nghị mở bằng Excel, thay công thức của ô đó bằng giá trị rồi lưu lại.' },
  numberFormat: { what: 'là một định dạng số', mend: 'Đề nghị mở bằng Excel, đặt lại định dạng số rồi lưu lại.' },
};

/** Of what a file holds more than the limit, where, and the way out. */
export function sayTooMany(path: string, where: string, { what, most }: PassedLimit): string {
  const known = TOO_MANY[what] ?? { what: 'phần tử', mend: NEW_FILE };
  const at = where === '' ? '' : ` (ở «${LISTS[where] ?? where}»)`;
  return `Tệp «${path}» có hơn ${sayCount(most)} ${known.what}${at} nên không đọc. ${known.mend}`;
}

/** What is longer than the limit, and the way out. */
export function sayTooLong(path: string, where: string, { what, most }: PassedLimit): string {
  const known = TOO_LONG[what] ?? { what: 'chứa nội dung', mend: NEW_FILE };
  return `Tệp «${path}»: «${where}» ${known.what} dài hơn ${sayCount(most)} ký tự nên không đọc. ${known.mend}`;
}
