import type { Day } from '../../domain/core/day.ts';
import type { CalendarKind, PostSet } from '../../domain/plan/set-up.ts';
import { sayDay } from '../core/day.ts';
import { FILE_WORDS } from '../core/files.ts';
import { sayCount } from '../core/number.ts';
import type { DialogName } from './page-parts.ts';

/** While something is being done. */
export const WORK_WAITING = 'Đang thực hiện, đề nghị chờ…';

export const DIALOG_TITLES: Readonly<Record<DialogName, string>> = {
  'set-up': 'Thiết lập lần đầu',
  'roll-over': 'Sang kế hoạch mới',
  'open-period': 'Mở kỳ báo cáo',
  'close-period': 'Chốt kỳ báo cáo',
  'reopen-period': 'Mở lại kỳ đã chốt',
  reason: 'Ghi lý do thay đổi',
  import: 'Đưa kế hoạch vào sổ',
  files: FILE_WORDS.title,
};

/** How else the same is done, where the page cannot reach the workbook: menu functions still can (docs/platform.md#calls-from-a-page). */
export const OTHER_WAYS: Readonly<Record<DialogName, string>> = {
  'set-up': 'Việc này cũng làm được qua Kế hoạch CCHC ▸ Khác ▸ Làm qua ô hỏi….',
  'roll-over': 'Việc này cũng làm được trên máy bằng lệnh cchc roll-over.',
  'open-period': 'Việc này cũng làm được qua Kế hoạch CCHC ▸ Khác ▸ Làm qua ô hỏi….',
  'close-period': 'Việc này cũng làm được qua Kế hoạch CCHC ▸ Khác ▸ Làm qua ô hỏi….',
  'reopen-period': 'Việc này cũng làm được qua Kế hoạch CCHC ▸ Khác ▸ Làm qua ô hỏi….',
  reason: 'Lý do cũng ghi được ở cột Ghi chú của trang Nhật ký.',
  import: '',
  files: '',
};

export const DIALOG_WORDS = { close: 'Đóng', cancel: 'Bỏ qua, đóng lại' } as const;

export const SET_UP_WORDS = {
  office: 'Đơn vị',
  kind: 'Loại đơn vị',
  unit: 'Tên đơn vị',
  unitExample: 'Ví dụ: Bình Yên',
  unitHint: (unit: string): string => `Ghi vào trang Thông tin chung, dùng cho báo cáo, công văn: «${unit}».`,
  unitThere: 'Đã có ở trang Thông tin chung. Đơn vị đổi tên thì thêm dòng ở trang đó, ghi ngày áp dụng.',
  since: 'Mang tên này từ ngày (có thể để trống)',
  sinceHint: 'Ví dụ: 01/07/2025. Báo cáo của thời gian trước dùng tên trước.',
  addressees: 'Kính gửi (mỗi nơi cách nhau dấu ;)',
  addresseesHint: 'Cơ quan cấp trên nhận báo cáo. Báo cáo gửi nơi khác thì ghi ở cột Nơi nhận của trang Kỳ báo cáo.',
  plan: 'Kế hoạch',
  template: 'Kế hoạch ban đầu',
  blankHint: 'Sổ có đủ trang, chưa có chỉ tiêu, nhiệm vụ: đơn vị nhập theo Kế hoạch của mình.',
  templateHint: 'Chỉ tiêu, nhiệm vụ của mẫu là khung: đơn vị sửa theo Kế hoạch đã ban hành của mình.',
  firstYear: 'Từ năm',
  lastYear: 'Đến năm',
  posts: 'Phòng, chức danh',
  keeper: 'Thường trực CCHC (giữ Kế hoạch)',
  keeperDefault: 'Theo mẫu',
  calendar: 'Kỳ báo cáo',
  years: 'Các năm cần lập kỳ báo cáo',
  there: 'đã có',
  near: 'Sổ có trang, cột gần giống của Sổ CCHC:',
  useNear: 'Dùng trang, cột của đơn vị',
  makeBeside: 'Tạo trang mới bên cạnh',
  do: 'Thiết lập',
  kept: 'Trang đã có được giữ nguyên; không ô nào bị sửa.',
} as const;

/** The sets of posts that set-up offers. */
export const POST_SET_LABELS: Readonly<Record<PostSet, string>> = {
  template: 'Theo mẫu kế hoạch',
  'posts-2025': 'Từ 01/7/2025: Văn phòng HĐND và UBND, các phòng, Trung tâm Phục vụ hành chính công',
  'posts-2021': 'Trước 01/7/2025: công chức Văn phòng – Thống kê, Tư pháp – Hộ tịch…',
};

/** The calendars that set-up offers. */
export const CALENDAR_LABELS: Readonly<Record<CalendarKind, string>> = {
  template: 'Theo mẫu kế hoạch',
  cchc: 'Bốn kỳ CCHC mỗi năm: Quý I, 6 tháng, Quý III, Năm',
  monthly: 'Từng tháng',
  none: 'Chưa lập, sẽ tự thêm ở trang Kỳ báo cáo',
};

/** «Sẽ tạo 18 trang.», «Đã có 18 trang, không phải tạo thêm.» */
export function sayTabsToMake(made: number, lacking: number): string {
  if (lacking === 0) return `Đã có đủ ${sayCount(made)} trang, không phải tạo thêm.`;
  return made === 0
    ? `Sẽ tạo ${sayCount(lacking)} trang.`
    : `Đã có ${sayCount(made)} trang, sẽ tạo thêm ${sayCount(lacking)} trang.`;
}

/** What came into tabs that were there; '' for nothing. */
export function sayAdded(added: readonly string[]): string {
  return added.length === 0 ? '' : `Đã thêm vào trang đã có: ${added.join('; ')}.`;
}

export const OPEN_WORDS = {
  period: 'Kỳ cần mở',
  none: 'Không còn kỳ nào để mở. Đề nghị thêm kỳ ở trang Kỳ báo cáo, hoặc chạy Thiết lập lần đầu để thêm năm.',
  days: 'Lấy số liệu',
  due: 'Hạn công chức nhập',
  prepared: 'Sẽ chuẩn bị',
  nothing: 'Các dòng của kỳ đã có đủ, không phải thêm.',
  open: 'Kỳ đang nhập, chưa chốt:',
  openHint: 'Khi mở nhiều kỳ, số liệu nhập vào kỳ có ngày kết thúc gần nhất. Nên chốt kỳ trước rồi mở kỳ sau.',
  do: 'Mở kỳ',
} as const;

type Window = { readonly start: Day; readonly end: Day };

/** «15/12/2023 – 14/6/2024». */
export function sayDays({ start, end }: Window): string {
  return `${sayDay(start)} – ${sayDay(end)}`;
}

/** Why this period is proposed. */
export function sayWhyProposed(name: string, hasEnded: boolean): string {
  return hasEnded
    ? `Đề nghị mở ${name}: kỳ chưa mở gần đây nhất; các kỳ chưa mở đều đã hết thời gian lấy số liệu.`
    : `Đề nghị mở ${name}: kỳ chưa mở kết thúc sớm nhất kể từ hôm nay.`;
}

/** «83 dòng số liệu, 57 dòng nhiệm vụ, 12 mục lời văn.» */
export function sayPrepared({ indicators, tasks, sections }: Record<'indicators' | 'tasks' | 'sections', number>): string {
  if (indicators + tasks + sections === 0) return OPEN_WORDS.nothing;
  return `${sayCount(indicators)} dòng số liệu, ${sayCount(tasks)} dòng nhiệm vụ, ${sayCount(sections)} mục lời văn.`;
}

export const CLOSE_WORDS = {
  none: 'Không có kỳ nào đang nhập nên không có kỳ để chốt.',
  missing: 'Còn chưa nhập',
  complete: 'Các đơn vị, công chức đã nhập đủ.',
  mustFix: 'Phải sửa trước khi gửi báo cáo',
  good: 'Không có số liệu phải sửa.',
  noReport: 'Chưa tạo báo cáo của kỳ này.',
  agreed: 'Chủ tịch UBND đã thống nhất số liệu của kỳ',
  agreedHint: 'Chỉ chốt sau khi Chủ tịch UBND đã thống nhất. Chốt xong, mọi sửa đổi đều phải có lý do.',
  do: 'Chốt kỳ',
} as const;

/** Before the cut-off. */
export function sayNotEnded(end: Day): string {
  return `Chưa chốt được: kỳ này lấy số liệu đến hết ngày ${sayDay(end)}. Chốt được từ ngày ${sayDay(end)}.`;
}

/** «Báo cáo mới nhất: bản 02, lập ngày 20/6/2024.» */
export function sayNewestReport(version: number, on: Day | null): string {
  return `Báo cáo mới nhất: bản ${sayCount(version)}${on === null ? '' : `, lập ngày ${sayDay(on)}`}.`;
}

/** «Cần xem lại 05 nội dung (xem ở Kiểm tra số liệu).» */
export function sayReview(count: number): string {
  return count === 0 ? '' : `Cần xem lại ${sayCount(count)} nội dung, xem ở Kiểm tra số liệu.`;
}

export const REASON_WORDS = {
  none: 'Không có thay đổi nào chờ lý do.',
  before: 'Trước',
  after: 'Nay',
  cell: 'Nơi sửa',
  found: 'Phát hiện',
  later: 'Để sau',
  blank: '(trống)',
  noReason: 'Đề nghị nêu lý do.',
} as const;

/** What has changed, without the values. */
export const CHANGE_KINDS = {
  changed: 'Kế hoạch đã chốt bị sửa',
  added: 'Dòng mới so với Kế hoạch đã chốt',
  removed: 'Dòng không còn trong Kế hoạch',
  late: 'Số liệu kỳ đã chốt bị sửa',
} as const;

/** «Thay đổi 2 trong 5». */
export function sayPlaceOf(at: number, all: number): string {
  return `Thay đổi ${at} trong ${all}`;
}

/** How the walk through the changes ended. */
export function saySettled({ explained, restored, left }: Record<'explained' | 'restored' | 'left', number>): string {
  const rest = left === 0 ? 'Không còn thay đổi nào chờ lý do.' : `Còn ${sayCount(left)} thay đổi chờ lý do.`;
  return `Đã ghi lý do ${sayCount(explained)} thay đổi, khôi phục ${sayCount(restored)} ô. ${rest}`;
}

/** `Mở lại kỳ đã chốt`. */
export const REOPEN_WORDS = {
  none: 'Không có kỳ nào đã chốt để mở lại.',
  period: 'Kỳ cần mở lại',
  what: 'Mở lại thì công chức sửa được số liệu của kỳ này. Bản chốt cũ còn nguyên; sửa xong phải chốt lại để có bản chốt mới. Báo cáo đã gửi không tự thay đổi.',
  reason: 'Lý do mở lại',
  reasonHint: 'Ghi vào Nhật ký, ví dụ: cấp trên yêu cầu bổ sung số liệu.',
  do: 'Mở lại kỳ',
} as const;
