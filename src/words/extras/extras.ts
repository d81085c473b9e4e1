import type { Extra } from '../../domain/plan/extras.ts';
import { sayCount } from '../core/number.ts';

/** The registers that an office may keep, by what each is for. */
export const EXTRA_LABELS: Readonly<Record<Extra, string>> = {
  inspections: 'Kiến nghị sau kiểm tra',
};

export const EXTRA_HINTS: Readonly<Record<Extra, string>> = {
  inspections: 'Ghi tồn tại, kiến nghị qua kiểm tra, giám sát, đối thoại; theo dõi hạn khắc phục và phúc tra.',
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
  unknownRow: (tab: string, id: string): string => `Trang «${tab}» không có dòng ${id}. Đề nghị tải lại danh sách.`,
  notYours: (tab: string): string => `Dòng này của trang «${tab}» do người khác phụ trách. Đề nghị liên hệ thường trực CCHC.`,
  notYourColumn: (header: string): string => `Chức danh đang giữ không ghi cột «${header}». Đề nghị liên hệ thường trực CCHC.`,
} as const;

export const FEED_WORDS = {
  closed: (period: string): string => `Kỳ «${period}» không ở trạng thái đang nhập nên không đưa số liệu vào.`,
  nothing:
    'Không có dòng nào của Kế hoạch lấy số liệu từ các trang theo dõi, hoặc các trang đó còn trống. Dòng lấy số liệu là dòng có Mã biểu mẫu tương ứng hoặc Cách tính ghi «Đếm …».',
  from: (register: string): string => `Lấy từ trang ${register}`,
  done: (cells: number, period: string): string =>
    cells === 0
      ? `Số liệu kỳ ${period} đã khớp với các trang theo dõi.`
      : `Đã đưa ${sayCount(cells)} số vào trang Nhập số liệu, kỳ ${period}.`,
} as const;

/** The screen `Theo dõi thêm`. */
export const EXTRA_PAGE = {
  wished: 'Theo dõi thêm (không bắt buộc)',
  later: 'Chưa chọn cũng được: thêm sau ở Kế hoạch CCHC ▸ Khác ▸ Theo dõi thêm.',
  add: (label: string): string => `Thêm trang ${label}`,
  notKept: 'Đơn vị chưa theo dõi nội dung này. Thường trực CCHC thêm được trang theo dõi.',
  begin: 'Ghi kiến nghị mới',
  edit: (id: string): string => `Cập nhật ${id}`,
  save: 'Ghi vào sổ',
  none: '(để trống)',
  dayForm: 'ngày/tháng/năm',
  nothingTyped: 'Chưa có nội dung mới để ghi.',
  feed: (period: string): string => `Đưa vào số liệu kỳ ${period}`,
  differs: (count: number): string => `${sayCount(count)} số ở trang Nhập số liệu đang khác số đếm được.`,
} as const;
