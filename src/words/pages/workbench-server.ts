import { sayCount } from '../core/number.ts';

/** What the local server of the workbench answers: why something was not done, and how to fix it. */

export const WORKBENCH_REFUSALS = {
  noTab: 'Trang này không còn trong sổ. Đề nghị tải lại trang.',
  formulaCell: (cell: string) =>
    `Ô ${cell} chứa công thức nên chỉ xem ở đây, vì bản chạy trên máy không tính công thức. Đề nghị sửa bằng Excel hoặc LibreOffice.`,
  formulaTyped: (cell: string) =>
    `Nội dung nhập vào ô ${cell} là công thức, bản chạy trên máy không tính được. Đề nghị nhập kết quả, hoặc thêm dấu ' ở đầu nếu là chữ.`,
  notRetyped: (cell: string) =>
    `Ô ${cell} có nội dung mà gõ lại sẽ thành khác (số trong ô dạng chữ, giờ lẻ…). Đề nghị không dán đè lên ô này.`,
  shape: 'Nội dung dán không thành hàng, cột đều nhau. Đề nghị chọn lại rồi dán.',
  tooMany: (most: number) => `Mỗi lần chỉ nhập hoặc dán tối đa ${most} ô. Đề nghị chia nhỏ.`,
  tooManyLines: (most: number) => `Mỗi lần chỉ thêm hoặc xóa tối đa ${most} dòng.`,
  headerLines: 'Dòng tiêu đề và các dòng phía trên không thêm, xóa được. Đề nghị chọn dòng bên dưới.',
  nothingToSort: 'Trang này chưa có dòng nào để sắp xếp.',
  protectedCells: 'Ô này chỉ thường trực CCHC được sửa. Đề nghị báo thường trực CCHC, hoặc chọn đúng người đang ngồi máy.',
  outside: 'Ô này nằm ngoài trang. Đề nghị thêm dòng rồi nhập.',
  tooLong: 'Nội dung dài quá 50.000 ký tự. Đề nghị rút gọn.',
  notInList: (cell: string) => `Ô ${cell} chỉ nhận giá trị trong danh sách của ô. Đề nghị chọn trong danh sách.`,
  undoChanged: (cell: string) => `Không hoàn tác được: ô ${cell} đã được sửa sau đó nên giữ nguyên.`,
  undoMoved: 'Không hoàn tác được: sau đó các dòng đã được dời tiếp, ở cửa sổ này hoặc cửa sổ khác.',
  undoGone: (row: number) => `Không hoàn tác được: dòng ${row} đã bị xóa sau đó.`,
  undoFilled: 'Không hoàn tác được: các dòng đã thêm nay có nội dung. Đề nghị tự xóa các dòng đó nếu không cần.',
  undoLost: 'Không hoàn tác được: sau đó đã có việc khác ghi vào sổ.',
  waiting:
    'Đang có hộp thoại chờ trả lời ở một cửa sổ. Đề nghị trả lời hộp thoại đó rồi làm lại; nhập số liệu thì vẫn làm được ngay.',
  noMenu: 'Không có mục này trong trình đơn. Đề nghị tải lại trang.',
  noUser: 'Không có người này trong trang «Phân công» hôm nay. Đề nghị tải lại trang.',
  noWorkbook: 'Không tìm thấy sổ này trong thư mục làm việc. Đề nghị tải lại trang.',
  noFile: 'Không tìm thấy tệp này trong thư mục làm việc. Đề nghị tải lại trang.',
  notDrawable: 'Văn bản này quá lớn hoặc hỏng nên không dựng được ở đây. Đề nghị tải về và mở bằng Word hoặc LibreOffice.',
  notMail: 'Không đọc được thư này. Đề nghị tải tệp về và mở bằng phần mềm thư.',
  notXlsx: 'Chỉ mở được sổ Excel (.xlsx, .xlsm).',
  notAsked: 'Yêu cầu không đúng dạng. Đề nghị tải lại trang.',
  script: (message: string) => `Chưa làm được (${message}). Số liệu trong sổ giữ nguyên như lần ghi gần nhất.`,
  broken:
    'Chương trình gặp lỗi nặng (thường do thiếu bộ nhớ) và đang dừng. Nội dung đã lưu không mất. Đề nghị chạy lại chương trình và mở địa chỉ mới.',
  thereAlready: (name: string): string => `Đã có sổ «${name}» trong thư mục. Đề nghị đặt tên khác, hoặc mở sổ đó.`,
  noDemonstration: 'Ở đây không tạo được sổ minh họa.',
  stopped: 'Chương trình đang dừng nên không nhận việc mới.',
} as const;

/** Google's refusal of something typed, by what it says in English; `null` for one that a person never meets here. */
export function sayTypingRefusal(message: string): string | null {
  const cell = /^The data you entered in cell (\S+)/u.exec(message)?.[1];
  if (cell !== undefined) return WORKBENCH_REFUSALS.notInList(cell);
  if (message.startsWith('You are trying to edit a protected')) return WORKBENCH_REFUSALS.protectedCells;
  if (message.startsWith('Your input contains more than')) return WORKBENCH_REFUSALS.tooLong;
  return /outside the dimensions/u.test(message) ? WORKBENCH_REFUSALS.outside : null;
}

/** What stands in the way of moving whole lines, by what was found in the file. */
export const LINE_OBSTACLES = {
  'merged-cells': 'ô gộp',
  hyperlinks: 'liên kết',
  comments: 'ghi chú (comment)',
  drawings: 'hình vẽ, biểu đồ',
  tables: 'bảng (Table)',
  filter: 'bộ lọc',
  'defined-names': 'tên vùng',
  formulas: 'công thức',
  'other-rules': 'định dạng có điều kiện hoặc kiểm tra dữ liệu do chương trình khác đặt',
  'hidden-rows': 'dòng ẩn hoặc nhóm dòng',
  'page-breaks': 'ngắt trang',
  'other-parts': 'biểu đồ hoặc bảng tổng hợp ở nơi khác dùng số liệu của trang',
  extensions: 'phần mở rộng của Excel (biểu đồ trong ô, định dạng mới…)',
} as const;

export type LineObstacle = keyof typeof LINE_OBSTACLES;

/** Why lines are not inserted, deleted or sorted here, naming everything that stands in the way. */
export function sayLineObstacles(tab: string, obstacles: readonly LineObstacle[]): string {
  const named = obstacles.map((one) => LINE_OBSTACLES[one]).join(', ');
  return `Chưa làm: trang «${tab}» có ${named}, dời dòng ở đây có thể làm sai các phần đó. Đề nghị thêm, xóa, sắp xếp bằng Excel hoặc LibreOffice.`;
}

/** What is being done, while a window waits. */
export const WORKBENCH_BUSY = {
  menu: (caption: string) => `Đang làm: ${caption.replace(/…$/u, '')}…`,
  page: 'Đang xử lý…',
  'insert-rows': 'Đang thêm dòng…',
  'delete-rows': 'Đang xóa dòng…',
  sort: 'Đang sắp xếp…',
  open: 'Đang mở sổ…',
  reload: 'Đang đọc lại sổ…',
  clock: 'Đang chạy việc hằng ngày…',
  overview: 'Đang cập nhật tổng quan…',
} as const;

/** Told where letters became files. */
export const FILED_LETTERS = {
  title: 'Thư',
  text: (count: number): string =>
    `Đã ghi ${sayCount(count)} thư vào thư mục thu/ của sổ, chưa gửi ra ngoài. Xem ở Tệp ▸ Thư; muốn gửi thật, đặt máy chủ thư theo Hướng dẫn.`,
} as const;

/** What undo gave back, and where. */
export const UNDO_SAID = {
  type: (cells: number, where: string) =>
    cells === 1 ? `Đã trả lại nội dung trước đó của ô ${where}.` : `Đã trả lại nội dung trước đó của ${cells} ô, từ ô ${where}.`,
  'insert-rows': (tab: string) => `Đã bỏ các dòng vừa thêm ở trang «${tab}».`,
  'delete-rows': (tab: string) => `Đã trả lại các dòng vừa xóa ở trang «${tab}».`,
  sort: (tab: string) => `Đã trả lại thứ tự dòng trước đó của trang «${tab}».`,
} as const;

/** «J12 (Tử số, T3.8 – 6 tháng đầu năm 2024)»: a cell by its address, its header and what names its line. */
export function sayCellNamed({ address, header, key }: { address: string; header: string; key: readonly string[] }): string {
  const named = [header, sayLineKey(key)].filter((text) => text !== '');
  return named.length === 0 ? address : `${address} (${named.join(', ')})`;
}

/** «T3.8 – 6 tháng đầu năm 2024»: what names a line; '' where nothing does. */
export function sayLineKey(key: readonly string[]): string {
  return key.filter((text) => text.trim() !== '').join(' – ');
}

/** A line that an act was begun on, as it was named and numbered then. */
export type LineThen = { readonly row: number; readonly name: string };
const then = ({ row, name }: LineThen): string => (name === '' ? `dòng ${row}` : `dòng ${row} («${name}»)`);

/** Why something begun on an older view of the sheet was not done: the old place, the new one, the mend. */
export const LINE_REFUSALS = {
  'other-book': 'Sổ khác đã được mở thay cho sổ này nên chưa ghi gì. Đề nghị xem lại tên sổ rồi làm lại.',
  columns: 'Các cột của trang đã thay đổi từ lúc bắt đầu nên chưa ghi gì. Đề nghị xem lại trang rồi làm lại.',
  gone: (line: LineThen) => `Chưa ghi gì: ${then(line)} đã bị xóa ở cửa sổ khác.`,
  renamed: (line: LineThen, now: LineThen) =>
    `Chưa ghi gì: lúc bắt đầu là ${then(line)}, nay là ${then(now)}. Đề nghị xem lại mã, kỳ của dòng rồi làm lại.`,
  unnamed: (line: LineThen) =>
    `Chưa ghi gì: các dòng của trang đã được xếp lại, mà ${then(line)} không có mã để tìm lại. Đề nghị xem lại trang rồi làm lại.`,
  several: (line: LineThen, rows: readonly number[]) =>
    `Chưa ghi gì: ${then(line)} đã dời, nay có ${rows.length} dòng cùng mã (dòng ${rows.join(', ')}). Đề nghị sửa mã trùng rồi làm lại.`,
  apart: 'Chưa ghi gì: các dòng đang chọn đã được dời ra nhiều chỗ. Đề nghị chọn lại rồi làm lại.',
  fresh: (rows: readonly number[]) =>
    `Chưa xóa: dòng ${rows.join(', ')} có thể vừa được sửa từ nơi khác. Đề nghị xem lại nội dung mới rồi xóa.`,
} as const;

/** At the address without its key. */
export const RETURNING = {
  title: 'Sổ CCHC',
  where: 'Đề nghị mở đúng địa chỉ mà chương trình đã in ra khi khởi động.',
} as const;

/** What the program says when it stops. */
export const STOPPING = {
  done: 'Đã lưu sổ và dừng.',
  broken: (message: string) =>
    `Lỗi của chương trình: ${message}. Nội dung đã nhập còn trong nhật ký cạnh sổ, lần mở sau sẽ ghi lại.`,
} as const;
