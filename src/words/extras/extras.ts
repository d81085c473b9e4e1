import type { Extra } from '../../domain/plan/extras.ts';
import { sayCount } from '../core/number.ts';

/** The registers that an office may keep, by what each is for. */
export const EXTRA_LABELS: Readonly<Record<Extra, string>> = {
  inspections: 'Kiến nghị sau kiểm tra',
  surveys: 'Khảo sát hài lòng',
  scores: 'Tự chấm điểm Chỉ số CCHC',
};

export const EXTRA_HINTS: Readonly<Record<Extra, string>> = {
  inspections: 'Tồn tại, kiến nghị, hạn khắc phục, phúc tra.',
  surveys: 'Số phiếu từng câu hỏi, gõ hoặc lấy từ tệp CSV.',
  scores: 'Từng tiêu chí, minh chứng, còn mất điểm ở đâu.',
};

export const EXTRA_WORDS = {
  there: (tab: string): string => `Trang «${tab}» đã có trong sổ.`,
  added: (tab: string): string => `Đã thêm trang «${tab}». Không dùng nữa thì bấm Hoàn tác lần ghi gần nhất khi trang còn trống.`,
  recorded: (id: string): string => `Đã ghi dòng ${id}.`,
  nothingNew: 'Chưa có nội dung mới để ghi.',
  fed: (cells: number): string => (cells === 0 ? '' : ` Đã đưa ${sayCount(cells)} số vào trang Nhập số liệu.`),
} as const;

export const EXTRA_REFUSALS = {
  unknown: (extra: string): string => `Không có trang theo dõi «${extra}».`,
  ownTab: (tab: string): string =>
    `Sổ đã có trang «${tab}» của đơn vị, đang có nội dung khác. Đề nghị đổi tên trang đó rồi thêm lại; chưa ghi gì vào sổ.`,
  notThere: (tab: string): string =>
    `Sổ chưa có trang «${tab}». Đề nghị thường trực CCHC thêm trang ở Kế hoạch CCHC ▸ Khác ▸ Theo dõi thêm.`,
  doubled: (tab: string, id: string): string =>
    `Trang «${tab}» đã có dòng ${id.replace('|', ', câu ')}. Đề nghị sửa dòng đó hoặc đổi mã.`,
  unknownRow: (tab: string, id: string): string => `Trang «${tab}» không có dòng ${id}. Đề nghị tải lại danh sách.`,
  notYours: (tab: string): string => `Dòng này của trang «${tab}» do người khác phụ trách. Đề nghị liên hệ thường trực CCHC.`,
  notYourColumn: (header: string): string => `Chức danh đang giữ không ghi cột «${header}». Đề nghị liên hệ thường trực CCHC.`,
} as const;

export const FEED_WORDS = {
  closed: (period: string): string => `Kỳ «${period}» không ở trạng thái đang nhập nên không đưa số liệu vào.`,
  nothing:
    'Không có dòng nào của Kế hoạch lấy số liệu từ các trang theo dõi, hoặc các trang đó còn trống. Dòng lấy số liệu là dòng có Mã biểu mẫu tương ứng hoặc Cách tính ghi «Đếm …».',
  from: (register: string): string => `Lấy từ trang ${register}`,
  counted: (register: string): string => `Sổ tự đếm từ trang ${register}.`,
  done: (cells: number, period: string): string =>
    cells === 0
      ? `Số liệu kỳ ${period} đã khớp với các trang theo dõi.`
      : `Đã đưa ${sayCount(cells)} số vào trang Nhập số liệu, kỳ ${period}.`,
} as const;

/** The screen `Theo dõi thêm`. */
export const EXTRA_PAGE = {
  wished: 'Theo dõi thêm (không bắt buộc)',
  later: 'Thêm sau ở Khác ▸ Theo dõi thêm.',
  add: (label: string): string => `Thêm trang ${label}`,
  notKept: 'Đơn vị chưa theo dõi nội dung này.',
  begin: 'Ghi kiến nghị mới',
  beginSurvey: 'Ghi câu hỏi mới',
  importSurvey: 'Đưa tệp CSV của biểu mẫu vào',
  csvHint: 'Chỉ đếm các câu theo thang hài lòng; tên, thư điện tử, ý kiến tự do không lưu lại.',
  csvFile: 'Tệp CSV',
  laySet: 'Đưa bộ tiêu chí vào',
  set: 'Bộ tiêu chí',
  year: 'Năm chấm điểm',
  printSheet: (year: number): string => `In Bảng tự chấm điểm năm ${year}`,
  sheetMade: 'Đã tạo Bảng tự chấm điểm (.docx và .xlsx).',
  surveyTitle: 'Tên đợt khảo sát',
  subject: 'Đối tượng',
  until: 'Đến ngày (ngày/tháng/năm)',
  minimum: 'Số phiếu tối thiểu',
  feedsTo: 'Cho chỉ tiêu (Mã)',
  feedsHint: 'Để trống: không đưa vào chỉ tiêu nào.',
  chooseFile: 'Đề nghị chọn tệp CSV.',
  edit: (id: string): string => `Cập nhật ${id}`,
  save: 'Ghi vào sổ',
  none: '(để trống)',
  dayForm: 'ngày/tháng/năm',
  nothingTyped: 'Chưa có nội dung mới để ghi.',
  feed: (period: string): string => `Đưa vào số liệu kỳ ${period}`,
  differs: (count: number): string => `${sayCount(count)} số ở trang Nhập số liệu đang khác số đếm được.`,
} as const;

export const SURVEY_WORDS = {
  noScale:
    'Tệp không có câu hỏi nào theo thang hài lòng (Rất hài lòng … Rất không hài lòng, hoặc 1 – 5). Đề nghị tải lại tệp CSV từ biểu mẫu; chưa ghi gì vào sổ.',
  imported: (id: string, questions: number, forms: number): string =>
    `${id}: đã ghi ${sayCount(questions)} câu hỏi, ${sayCount(forms)} phiếu.`,
  there: (id: string): string => `Kết quả này đã có trong sổ ở ${id}, không ghi lần nữa.`,
  summary: (count: number): string => (count === 0 ? 'Chưa ghi đợt khảo sát nào.' : `Có ${sayCount(count)} đợt khảo sát.`),
} as const;
