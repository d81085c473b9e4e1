import type { ReadFault } from '../../domain/import/read-fault.ts';
import type { CountCheck, Doubt, DoubtKind, ImportedRow, NoPlan, PlanFacts, PlanImport } from '../../domain/import/row.ts';

/** Why a document is not read, and what to do then. */
export const READ_FAULTS: Readonly<Record<ReadFault, string>> = {
  'not-a-zip':
    'Tệp không phải văn bản Word (.docx) hay bảng tính (.xlsx). Đề nghị mở tệp bằng Word hoặc Excel rồi Lưu thành .docx hoặc .xlsx.',
  encrypted: 'Tệp đặt mật khẩu nên không đọc được. Đề nghị mở tệp, bỏ mật khẩu rồi lưu lại.',
  protected: 'Tệp đặt mật khẩu nên không đọc được. Đề nghị mở tệp, bỏ mật khẩu rồi lưu lại.',
  broken: 'Tệp bị hỏng nên không đọc được. Đề nghị mở tệp bằng Word hoặc Excel, lưu lại thành tệp mới rồi thử lại.',
  'too-large':
    'Tệp quá lớn so với một bản kế hoạch nên không nhận. Đề nghị bỏ bớt hình ảnh, phần không phải kế hoạch rồi lưu lại.',
  'old-word': 'Tệp .doc là kiểu cũ nên không đọc được. Đề nghị mở bằng Word hoặc LibreOffice rồi Lưu thành .docx.',
  'old-excel': 'Tệp .xls là kiểu cũ nên không đọc được. Đề nghị mở bằng Excel hoặc LibreOffice rồi Lưu thành .xlsx.',
  'no-document': 'Không thấy nội dung văn bản trong tệp. Đề nghị mở tệp bằng Word hoặc Excel rồi lưu lại thành .docx hoặc .xlsx.',
  'no-text': 'Tệp không có chữ nào đọc được. Đề nghị chọn bản có chữ, không phải bản chỉ có hình ảnh.',
  'not-utf8':
    'Tệp chữ dùng bảng mã cũ nên chữ Việt bị sai. Đề nghị lưu lại với bảng mã Unicode (UTF-8), hoặc dán nội dung vào Word rồi lưu thành .docx.',
  scan: 'Tệp là bản quét (hình ảnh) nên không có chữ để đọc. Đề nghị xin tệp Word gốc, hoặc dùng phần mềm nhận dạng chữ rồi kiểm tra lại.',
  'pdf-elsewhere':
    'Tệp PDF chỉ đọc được trên máy cài chương trình. Đề nghị dùng tệp Word gốc, hoặc sao chép nội dung từ PDF rồi dán vào.',
  'unknown-kind': 'Không nhận ra kiểu tệp. Đề nghị dùng tệp .docx, .xlsx, .pdf hoặc .txt.',
};

/** Why a document that could be read gives no plan. */
export const NO_PLAN: Readonly<Record<NoPlan, string>> = {
  article:
    'Văn bản là bài viết về kế hoạch, không phải chính bản kế hoạch nên không lấy được chỉ tiêu, nhiệm vụ. Đề nghị dùng tệp kế hoạch đã ban hành.',
  'no-plan':
    'Không thấy mục «Mục tiêu», «Nhiệm vụ» hay bảng phân công nhiệm vụ nào trong văn bản. Đề nghị kiểm tra lại đã chọn đúng bản kế hoạch.',
  empty: 'Văn bản không có nội dung. Đề nghị chọn tệp khác.',
};

/** Why a value is blank or a row needs a look. */
export const DOUBTS: Readonly<Record<DoubtKind, string>> = {
  'deadline-not-understood': 'chưa hiểu thời hạn, để trống; đề nghị chọn cách tính hạn',
  'deadline-without-year': 'thời hạn không đủ năm (hoặc chỉ nêu lúc bắt đầu) nên chưa thành ngày; đề nghị bổ sung',
  'rise-reading': 'mức tăng mỗi năm được hiểu là điểm phần trăm, tính từ năm đầu của kế hoạch; đề nghị xem lại mức từng năm',
  'level-in-brackets': 'có mức riêng trong ngoặc; đề nghị xem có là chỉ tiêu riêng không',
  'bound-without-number': 'có giới hạn nhưng không nêu con số; đề nghị bổ sung mức',
  'lead-and-with': 'một ô chung cho chủ trì và phối hợp; đã ghi vào chủ trì, phối hợp để trống',
  continuation: 'dòng không đánh số, được hiểu là nối tiếp nhiệm vụ phía trên',
  'deadline-elsewhere': 'có thời hạn nêu ngoài danh mục nhiệm vụ; đề nghị xem có cần thêm nhiệm vụ không',
  'no-field': 'chưa xác định được lĩnh vực',
  'table-not-understood': 'bảng có tiêu đề cột chưa hiểu nên chưa đọc',
  'bullets-beside-table':
    'mục Nhiệm vụ còn có các gạch đầu dòng; số nhiệm vụ lấy theo bảng, không cộng hai lần. Số gạch đầu dòng',
  'count-differs': 'văn bản nêu số lượng khác số dòng đọc được',
};

const UNKNOWN = 'chưa rõ';

/** What the plan says of itself, as lines. */
export function sayFacts({ title, years, number, day, unit, bases }: PlanFacts): string[] {
  const [yyyy, mm, dd] = (day ?? '').split('-');
  return [
    `Kế hoạch: ${title ?? UNKNOWN}`,
    `Năm: ${years === null ? UNKNOWN : years.from === years.to ? String(years.from) : `${years.from} - ${years.to}`} · Đơn vị: ${unit ?? UNKNOWN}`,
    `Số: ${number ?? 'chưa có (đề nghị nhập)'} · Ngày: ${day === null ? 'chưa có (đề nghị nhập)' : `${dd}/${mm}/${yyyy}`} · Căn cứ: ${bases.length}`,
  ];
}

/** The whole result: facts, counts by field, counts against the document's own, and what needs a look. */
export function sayImport({ facts, rows, doubts, counts, tables }: PlanImport): string[] {
  const [targets, tasks] = [rows.filter(isIndicator), rows.filter((row) => !isIndicator(row))];
  const fields = [...new Set(rows.map(({ field }) => field ?? UNKNOWN))];
  return [
    ...sayFacts(facts),
    `Chỉ tiêu: ${targets.length} (${targets.filter(({ op }) => op === 'none').length} không có số) · Nhiệm vụ: ${tasks.length}${saySections(tables)}`,
    ...fields.map((field) => `– ${field}: ${countIn(targets, field)} chỉ tiêu, ${countIn(tasks, field)} nhiệm vụ`),
    ...counts.map(sayFoundCount),
    ...(doubts.length === 0 ? ['Không có chỗ nào phải xem lại.'] : [`Cần xem lại: ${doubts.length}`, ...doubts.map(sayDoubt)]),
  ];
}

function saySections({ sections, continuations }: PlanImport['tables']): string {
  if (sections === 0) return '';
  return ` (${sections} phần của bảng${continuations === 0 ? '' : `, ${continuations} dòng nối tiếp`})`;
}

function isIndicator({ kind }: ImportedRow): boolean {
  return kind === 'indicator';
}

function countIn(rows: readonly ImportedRow[], field: string): number {
  return rows.filter((row) => (row.field ?? UNKNOWN) === field).length;
}

/** A count that the document says of itself, beside what was found. */
export function sayFoundCount({ of, said, found, at, words }: CountCheck): string {
  const name = of === 'task' ? 'nhiệm vụ' : 'chỉ tiêu';
  return `Văn bản nêu «${words}» (${at}): đọc được ${found} ${name}${said === found ? ', khớp' : ', chưa khớp'}`;
}

const LONGEST = 140;

/** One doubt with its place and the beginning of its words. */
export function sayDoubt({ kind, at, words }: Doubt): string {
  const said = words.replace(/\s+/gu, ' ').trim();
  return `– ${at}: ${DOUBTS[kind]}${said === '' ? '' : `: «${said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said}»`}`;
}

export const IMPORT_SENTENCES = {
  noFile: 'Chưa nêu tệp kế hoạch. Cách dùng: import <tệp .docx, .xlsx, .pdf, .txt> [--json <tệp ra>] [--into <sổ.xlsx>]',
  reading: (file: string): string => `Đang đọc ${file}…`,
  page: (page: number, pages: number): string => `Đang đọc trang ${page}/${pages}…`,
  blocks: (blocks: number): string => `Đã đọc ${blocks} đoạn và bảng, đang tìm chỉ tiêu, nhiệm vụ…`,
  written: (rows: number, file: string): string => `Đã ghi ${rows} dòng vào ${file}`,
} as const;
