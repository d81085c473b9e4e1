import type { Cell, Table } from '../document.ts';
import { folded, words } from '../fold-text.ts';
import { type Grid, gridOf } from './grid.ts';

/** What a column of a plan's table holds. */
export const COLUMN_ROLES = [
  'number',
  'task',
  'paper',
  'target',
  'level',
  'unit',
  'product',
  'deadline',
  'lead',
  'with',
  'watcher',
  'field',
  'note',
  'budget',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** A column's meaning; of a level, the years that its header names. */
export type ColumnMeaning = {
  readonly role: ColumnRole;
  readonly column: number;
  readonly years: readonly number[];
  /** «Chủ trì/phối hợp»: its cells name both. */
  readonly both?: boolean;
  /** Another column of the same, read where this one is blank. */
  readonly beside?: number;
};

/** A table whose header is understood; rows before `first` are its header. */
export type MappedTable = {
  readonly grid: Grid;
  readonly first: number;
  readonly columns: readonly ColumnMeaning[];
};

/** What a person said of a table, by its address: its first row behind the header, from 0, and its columns. */
export type MappedColumns = { readonly at: string; readonly first: number; readonly columns: readonly ColumnMeaning[] };

/** A table as a person said it is. */
export function tableAsSaid(table: Table, { first, columns }: MappedColumns): MappedTable {
  return { grid: gridOf(table), first, columns: columns.filter(({ column }) => column < table.columns) };
}

/** Headers in folded words, the more telling first; a header has the first role that fits. */
const HEADERS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['number', /^(?:stt|tt|số tt|số thứ tự|số|no\.?|mã(?: [^,;]{1,20})?)$/u],
  ['note', words('ghi chú|ý kiến|lưu ý', 'u')],
  ['budget', words('kinh phí|dự toán', 'u')],
  ['lead', /(?<!lãnh đạo[^.;]*)(?<!\p{L})chủ trì(?!\p{L})/u],
  ['watcher', words('theo dõi|đôn đốc|giám sát|kiểm tra,? (?:đôn đốc|theo dõi)|lãnh đạo (?:chỉ đạo|phụ trách)|chỉ đạo', 'u')],
  ['product', words('sản phẩm|kết quả(?! thực hiện (?:năm|quý|tháng))|đầu ra|hồ sơ minh chứng|minh chứng', 'u')],
  [
    'deadline',
    words(
      'thời gian|thời hạn|tiến độ|thời điểm|lộ trình|hạn (?:hoàn thành|cuối)|^hoàn thành$|ngày hoàn thành|hoàn thành trước|tần suất',
      'u',
    ),
  ],
  ['lead', words('chịu trách nhiệm|đầu mối|tham mưu', 'u')],
  ['with', words('phối hợp', 'u')],
  ['unit', words('đơn vị tính|đvt|đơn vị đo', 'u')],
  ['field', words('lĩnh vực', 'u')],
  ['task', words('nhiệm vụ|công việc|đầu việc', 'u')],
  ['target', words('chỉ tiêu|mục tiêu|tiêu chí|chỉ số', 'u')],
  ['task', words('hoạt động|nội dung|hạng mục|giải pháp', 'u')],
  ['paper', words('tên (?:kế hoạch|văn bản|đề án|báo cáo)|tên loại', 'u')],
  [
    'lead',
    words(
      '(?:đơn vị|cơ quan|bộ phận|người|cá nhân|cán bộ|công chức|phòng|ban)(?:,? (?:đơn vị|cơ quan|bộ phận|tổ chức|cá nhân))*(?: (?:thực hiện|phụ trách|triển khai|báo cáo|được giao))?|phụ trách|trách nhiệm|phân công|thực hiện',
      'u',
    ),
  ],
];
const LEVEL = words('(?:năm )?20[1-4]\\d|giai đoạn|mức|kế hoạch|phấn đấu|đến năm|giá trị|số lượng|tỷ lệ', 'u');
/** A header stands within the first rows: titles may be above it. */
const HEADER_WITHIN = 15;

/** Finds the header of a table and what its columns hold; `null` when they are none of a plan's. */
export function mapTable(table: Table): MappedTable | null {
  const grid = gridOf(table);
  for (let row = 0; row < Math.min(table.rows, HEADER_WITHIN); row += 1) {
    const mapped = headerAt(grid, row);
    if (mapped !== null) return mapped;
  }
  return null;
}

/** The same columns for a table that goes on from another without a header of its own. */
export function continueTable(table: Table, before: MappedTable): MappedTable | null {
  if (table.columns !== before.grid.table.columns) return null;
  return { grid: gridOf(table), first: 0, columns: before.columns };
}

function headerAt(grid: Grid, row: number): MappedTable | null {
  const end = headerEnd(grid, row);
  const columns = meanings(grid, row, end);
  const has = (role: ColumnRole): boolean => columns.some((one) => one.role === role);
  const distinct = new Set(columns.map(({ role }) => role)).size;
  const isTasks = has('task') && (has('deadline') || has('lead') || has('product') || has('with'));
  const isTargets = has('target') && (has('level') || has('unit') || has('deadline') || has('lead'));
  const isVisits = (has('lead') || has('paper')) && has('deadline') && has('number');
  if (distinct < 2 || !(isTasks || isTargets || isVisits)) return null;
  return { grid, first: end, columns: withLevelColumn(grid, end, columns) };
}

/** «98%», «≥ 80», «từ 95% trở lên», «không quá 15 phút»: a level and no words of what it is of. */
const BARE_LEVEL =
  /^(?:[<>=≥≤]|từ |trên |dưới |tối thiểu |tối đa |ít nhất |không quá |đạt |phấn đấu | )*\d[\d.,]*(?: ?- ?\d[\d.,]*)? ?(?:%|phần trăm|[\p{L} ]{0,15})(?: trở (?:lên|xuống))?$/u;
const MOSTLY = 0.6;

/** «Nội dung | Chỉ tiêu» with «98%» below «Chỉ tiêu»: the content is the target, and that column its level. */
function withLevelColumn(grid: Grid, first: number, columns: readonly ColumnMeaning[]): readonly ColumnMeaning[] {
  const target = columns.find(({ role }) => role === 'target')?.column;
  if (target === undefined || !columns.some(({ role }) => role === 'task')) return columns;
  const said = grid.table.cells.filter(({ row, column, text }) => row >= first && column === target && text.trim() !== '');
  const bare = said.filter(({ text }) => BARE_LEVEL.test(folded(text)));
  if (bare.length === 0 || bare.length < said.length * MOSTLY) return columns;
  return columns.map((one) =>
    one.role === 'task' ? { ...one, role: 'target' } : one.role === 'target' ? { ...one, role: 'level' } : one,
  );
}

/** The row after the header: cells merged downwards and a second line of headers belong to it, and so does «(1) (2) (3)». */
function headerEnd(grid: Grid, row: number): number {
  const tall = Math.max(1, ...grid.startingIn(row).map(({ rows }) => Math.min(rows, 4)));
  const wide = grid
    .startingIn(row)
    .some(({ columns, text }) => columns > 1 && columns < grid.table.columns && text.trim() !== '');
  let end = row + tall;
  if (tall === 1 && (wide ? isSubHeader(grid, row + 1) : isHeadersAlone(grid, row + 1))) end += 1;
  if (isNumbering(grid.startingIn(end))) end += 1;
  return end;
}

/** «Chủ trì», «Phối hợp» under a header whose reach is not known: no row of a plan says nothing but headers. */
function isHeadersAlone(grid: Grid, row: number): boolean {
  const cells = grid.startingIn(row).filter(({ text }) => text.trim() !== '');
  return cells.length >= 2 && cells.every(({ text }) => text.length <= 30 && roleOfHeader(text) !== null);
}

function isSubHeader(grid: Grid, row: number): boolean {
  const cells = grid.startingIn(row).filter(({ text }) => text.trim() !== '');
  return (
    cells.length >= 2 && cells.every(({ text }) => text.length <= 60 && (roleOfHeader(text) !== null || LEVEL.test(folded(text))))
  );
}

function isNumbering(cells: readonly Cell[]): boolean {
  const filled = cells.filter(({ text }) => text.trim() !== '');
  return filled.length >= 2 && filled.every(({ text }) => /^\(?(?:\d{1,2}|[a-hA-H])\)?$/u.test(text.trim()));
}

function meanings(grid: Grid, row: number, end: number): ColumnMeaning[] {
  const headers = Array.from({ length: grid.table.columns }, (_, column) => headerOf(grid, column, row, end));
  const isTargets =
    headers.some((header) => roleOfHeader(header) === 'target') && !headers.some((header) => roleOfHeader(header) === 'task');
  const columns = headers.flatMap((header, column): ColumnMeaning[] => {
    const text = folded(header);
    if (text === '' || text.length > 90) return [];
    const years = [...text.matchAll(/20[1-4]\d/gu)].map(([year]) => Number(year));
    const role = roleOfHeader(header);
    if (isTargets && isLevel(text, role)) return [{ role: 'level', column, years: stage(years) }];
    if (role === null) return [];
    return [{ role, column, years: [], ...(role === 'lead' && /phối hợp/u.test(text) ? { both: true } : {}) }];
  });
  return withoutTwins(columns, headers);
}

/** «Thực hiện năm 2025», «Năm 2025 (thực hiện)»: what was reached, no level. */
const REACHED =
  /^(?:kết quả )?(?:thực hiện|kết quả|đạt được|ước(?: đạt| thực hiện)?|hiện trạng|số liệu)(?: đến)?(?: hết)?(?: năm)? 20|20[1-4]\d ?\(?(?:thực hiện|ước|đã đạt)/u;

function isLevel(text: string, role: ColumnRole | null): boolean {
  if (role === 'number' || role === 'unit' || role === 'note' || role === 'lead' || role === 'with' || role === 'watcher')
    return false;
  return LEVEL.test(text) && (role !== 'target' || /20[1-4]\d|mức/u.test(text)) && !REACHED.test(text);
}

function stage(years: readonly number[]): number[] {
  const [from, to] = years;
  if (from === undefined || to === undefined || to <= from || to - from > 15) return [...years];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/**
 * Of two columns with one role the more telling header is meant («Thời gian kết thúc», not «bắt đầu»), else the first; levels are
 * as many as they are. «Nội dung» beside «Nhiệm vụ» says what the tasks are about.
 */
function withoutTwins(columns: readonly ColumnMeaning[], headers: readonly string[]): ColumnMeaning[] {
  const weight = ({ column }: ColumnMeaning): number => weightOf(headers[column] ?? '');
  return columns.flatMap((one): ColumnMeaning[] => {
    if (one.role === 'level') return [one];
    const [meant] = columns.filter(({ role }) => role === one.role).sort((a, b) => weight(a) - weight(b));
    const beside = columns.find((other) => other !== one && other.role === one.role)?.column;
    if (meant === undefined || meant === one) return [beside === undefined ? one : { ...one, beside }];
    const isGroup = one.role === 'task' && one.column < meant.column && !columns.some(({ role }) => role === 'field');
    return isGroup ? [{ ...one, role: 'field' }] : [];
  });
}

const STARTS = /bắt đầu|ban hành văn bản|giao nhiệm vụ/u;

function weightOf(header: string): number {
  const text = folded(header);
  return HEADERS.findIndex(([, pattern]) => pattern.test(text)) + (STARTS.test(text) ? HEADERS.length : 0);
}

/** All that stands above a column, the upper headers first: «Đơn vị thực hiện» over «Phối hợp». */
function headerOf(grid: Grid, column: number, row: number, end: number): string {
  const texts: string[] = [];
  for (let at = row; at < end; at += 1) {
    const text = grid.at(at, column)?.text.trim() ?? '';
    if (text !== '' && !texts.includes(text) && !/^\(?\d{1,2}\)?$/u.test(text)) texts.push(text);
  }
  const last = texts[texts.length - 1] ?? '';
  return texts.length > 1 && roleOfHeader(last) !== null ? last : texts.join(' ');
}

/** «Căn cứ thực hiện», «Hình thức thực hiện» say neither who nor what. */
const OTHER = /^(?:căn cứ|cơ sở|hình thức|phương thức|cách thức|địa điểm|địa bàn|điều kiện|phạm vi|đối tượng|tình hình|nguồn) /u;

/** The role of a header's words, or `null`. */
export function roleOfHeader(header: string): ColumnRole | null {
  const text = folded(header).replace(/[.:]$/u, '');
  if (text === '' || text.length > 90 || OTHER.test(text)) return null;
  const found = HEADERS.findIndex(([, pattern]) => pattern.test(text));
  // «Năm 2025 (thực hiện)» says what was reached, not who does it.
  const isResult = found === HEADERS.length - 1 && /20[1-4]\d/u.test(text);
  return isResult ? null : (HEADERS[found]?.[0] ?? null);
}
