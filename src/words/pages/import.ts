import { sayCount } from '../core/number.ts';

/** The page that brings a plan out of its document into the workbook. */
export const IMPORT_WORDS = {
  pick: 'Chọn tệp kế hoạch',
  pickHint:
    'Tệp Word (.docx), Excel (.xlsx) hoặc văn bản (.txt); PDF thì trên máy của đơn vị. Chưa ghi gì vào sổ cho đến khi bấm Ghi vào sổ.',
  paste: 'Hoặc dán nội dung kế hoạch',
  pasteLabel: 'Nội dung dán vào',
  pasteDo: 'Đọc nội dung đã dán',
  reading: 'Đang đọc kế hoạch…',
  another: 'Đọc tệp khác',
  facts: 'Số, ngày của kế hoạch',
  number: 'Số, ký hiệu',
  numberHint: 'Thường là ảnh chữ ký trong tệp nên không đọc được; để trống thì sổ giữ nguyên.',
  day: 'Ngày ban hành',
  dayHint: 'Ví dụ 15/01/2026.',
  dayWrong: 'Ngày ban hành chưa đúng, ví dụ 15/01/2026.',
  roles: 'Tên chưa có trong trang Phân công',
  rolesHint: 'Chọn chức danh của đơn vị, hoặc giữ tên như trong văn bản.',
  keepName: (name: string): string => `Giữ «${name}»`,
  all: 'Nhận các dòng này',
  seeAll: 'Xem các dòng này',
  passage: 'Nguyên văn trong kế hoạch',
  row: 'Dòng sẽ ghi vào sổ',
  doubts: 'Vì sao cần xem',
  title: 'Nội dung',
  field: 'Lĩnh vực',
  noField: 'chưa rõ',
  level: 'Mức',
  lead: 'Chủ trì',
  with: 'Phối hợp',
  product: 'Sản phẩm',
  deadline: 'Thời hạn trong văn bản',
  due: 'Thời hạn hoàn thành',
  dueHint: 'Ngày/tháng/năm; để trống nếu văn bản không nêu ngày.',
  dueWrong: 'Thời hạn chưa đúng, ví dụ 15/12/2026.',
  take: 'Nhận (1)',
  leave: 'Không nhận (2)',
  takeNew: 'Lấy theo văn bản (1)',
  keepOld: 'Giữ như trong sổ (2)',
  previous: 'Dòng trước (←)',
  next: 'Dòng sau (→)',
  takeRest: 'Nhận tất cả dòng còn lại',
  keys: 'Phím: 1 nhận, 2 không nhận, ← → chuyển dòng.',
  taken: 'đã nhận',
  left: 'không nhận',
  open: 'chưa quyết định',
  changed: 'Văn bản mới khác sổ; đơn vị chưa sửa dòng này.',
  both: 'Văn bản mới khác sổ, và dòng này đã được sửa trong sổ (hoặc nhập tay). Chỉ ghi đè khi chọn Lấy theo văn bản.',
  now: 'trong sổ',
  written: 'văn bản mới',
  blank: 'trống',
  gone: 'Có trong sổ, không còn trong văn bản mới',
  goneHint: 'Sổ giữ nguyên các dòng này. Đề nghị xem từng dòng rồi tự xử lý.',
  write: 'Ghi vào sổ',
  nothing: 'Chưa nhận dòng nào.',
  undoHint: 'Ghi nhầm thì dùng Hoàn tác lần ghi gần nhất…: cả lần ghi được lấy lại một lượt.',
  columns: 'Bảng chưa hiểu tiêu đề cột',
  columnsHint: 'Chọn dòng tiêu đề và nội dung của từng cột, rồi đọc lại. Lần sau gặp bảng có tiêu đề như vậy thì không hỏi nữa.',
  header: 'Dòng tiêu đề',
  column: (place: number): string => `Cột ${place}`,
  columnsDo: 'Đọc lại theo các cột đã chọn',
  unused: 'không dùng',
} as const;

/** What a column may hold, for whoever says it by hand. */
export const COLUMN_LABELS = {
  number: 'Số thứ tự',
  task: 'Nhiệm vụ',
  target: 'Chỉ tiêu',
  level: 'Mức (theo năm ở tiêu đề)',
  unit: 'Đơn vị tính',
  product: 'Sản phẩm',
  deadline: 'Thời hạn',
  lead: 'Chủ trì',
  with: 'Phối hợp',
  watcher: 'Theo dõi',
  field: 'Lĩnh vực',
} as const;

/** «Chắc chắn: 38 dòng mới (20 chỉ tiêu, 18 nhiệm vụ)». */
export const saySure = (targets: number, tasks: number): string =>
  `Chắc chắn: ${sayCount(targets + tasks)} dòng mới (${targets} chỉ tiêu, ${tasks} nhiệm vụ)`;
export const sayLook = (rows: number): string => `Cần xem từng dòng: ${sayCount(rows)}`;
export const saySame = (same: number, kept: number): string =>
  `Đã có trong sổ, không đổi: ${sayCount(same)} dòng${kept === 0 ? '' : `; đơn vị đã sửa, văn bản không đổi (giữ như trong sổ): ${sayCount(kept)} dòng`}.`;
export const saySameFile = 'Tệp này đã được đưa vào sổ; không có dòng nào mới hay khác.';
export const sayAt = (place: number, of: number, state: string): string => `Dòng ${place}/${of}: ${state}`;
export const sayToWrite = (fresh: number, changed: number): string =>
  `Sẽ ghi ${sayCount(fresh)} dòng mới${changed === 0 ? '' : `, sửa ${sayCount(changed)} dòng đã có`}.`;
export const sayOpen = (rows: number): string => `Còn ${sayCount(rows)} dòng chưa quyết định; các dòng đó không ghi.`;
