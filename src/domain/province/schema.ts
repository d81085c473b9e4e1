/**
 * What a package of a period's facts holds: the one description that its writer, its reader, the tables of the province's database and
 * docs/so-lieu-ky.md follow. A minor version adds columns behind the last one, or tables; readers of the same major version
 * leave alone what they do not know. A major version changes a meaning, and older readers refuse it.
 */
export const SCHEMA = { name: 'so-cchc.period-facts', major: 1, minor: 0 } as const;

/** `code`: small letters, digits and hyphens; `day`: `YYYY-MM-DD`; `flag`: 0 or 1. */
export type ColumnType = 'text' | 'code' | 'number' | 'whole' | 'day' | 'flag';
export type Column = { readonly name: string; readonly type: ColumnType; readonly says: string };

const column = <Name extends string, Type extends ColumnType>(name: Name, type: Type, says: string) => ({ name, type, says });

export const TABLES = {
  indicators: [
    column('id', 'text', 'Mã'),
    column('plan', 'text', 'Ký hiệu kế hoạch'),
    column('field', 'text', 'Lĩnh vực'),
    column('title', 'text', 'Chỉ tiêu'),
    column('unit', 'text', 'Đơn vị tính'),
    column('kind', 'code', 'Loại chỉ tiêu'),
    column('data', 'code', 'Loại số liệu'),
    column('form', 'text', 'Mã biểu mẫu'),
    column('level', 'text', 'Mức kế hoạch của kỳ'),
    column('numerator', 'number', 'Tử số'),
    column('denominator', 'number', 'Mẫu số'),
    column('value', 'number', 'Kết quả là một số'),
    column('grade', 'text', 'Kết quả là một mức xếp loại'),
    column('verdict', 'code', 'Đánh giá'),
    column('proposed', 'flag', '1: mức chỉ là đề xuất, đứng ngoài mọi số đếm'),
    column('data_as_of', 'day', 'Số liệu đến ngày, khi khác ngày chốt của kỳ'),
    column('published_on', 'day', 'Ngày công bố, khi sau ngày chốt của kỳ'),
  ],
  tasks: [
    column('id', 'text', 'Mã'),
    column('plan', 'text', 'Ký hiệu kế hoạch'),
    column('field', 'text', 'Lĩnh vực'),
    column('title', 'text', 'Nhiệm vụ'),
    column('frequency', 'code', 'Tần suất'),
    column('status', 'code', 'Tình trạng'),
    column('proposed', 'flag', '1: hạn chỉ là đề xuất, đứng ngoài mọi số đếm'),
    column('last_day', 'day', 'Ngày cuối còn trong hạn'),
    column('completed_on', 'day', 'Ngày hoàn thành'),
  ],
  forms: [
    column('form', 'whole', 'Số của biểu mẫu, 1 đến 7'),
    column('line', 'text', 'Mã dòng trong biểu mẫu'),
    column('numerator', 'number', 'Tử số của tỷ lệ'),
    column('denominator', 'number', 'Mẫu số của tỷ lệ'),
    column('value', 'number', 'Số liệu khi không tách được tử số, mẫu số'),
    column('answer', 'whole', 'Mã của câu trả lời (Có = 1, Không = 0)'),
    column('data_as_of', 'day', 'Số liệu đến ngày, khi khác ngày chốt của kỳ'),
  ],
  scores: [
    column('set', 'text', 'Năm của bộ tiêu chí'),
    column('criterion', 'text', 'Mã tiêu chí'),
    column('maximum', 'number', 'Điểm tối đa'),
    column('self', 'number', 'Điểm tự chấm'),
    column('assessed', 'number', 'Điểm cấp trên chấm'),
    column('excluded', 'flag', '1: không tính vào điểm tối đa'),
  ],
  surveys: [
    column('survey', 'text', 'Phiếu khảo sát'),
    column('question', 'text', 'Câu hỏi'),
    column('answer', 'text', 'Mức trả lời'),
    column('channel', 'code', 'Hình thức'),
    column('count', 'whole', 'Số phiếu'),
  ],
} as const satisfies Readonly<Record<string, readonly Column[]>>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** A row by the names of its columns; a blank cell is `null`. */
export type RowOf<Name extends TableName> = {
  readonly [Column in (typeof TABLES)[Name][number] as Column['name']]: Column['type'] extends 'number' | 'whole' | 'flag'
    ? number | null
    : string | null;
};

export type Facts = { readonly [Name in TableName]: readonly RowOf<Name>[] };

/** The name of a table's file inside the package. */
export function fileOf(table: TableName): string {
  return `${table}.csv`;
}

export const MANIFEST = 'manifest.json';
