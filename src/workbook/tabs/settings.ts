import { machine, office, optional, tab } from '../core/tab.ts';

/** `Phân công`: who holds each role; hidden. */
export const ROLES = tab({
  key: 'roles',
  name: 'Phân công',
  group: 'hidden',
  rowKey: [],
  columns: {
    role: office('Chức danh', 'text', 200),
    person: office('Họ và tên', 'text', 180),
    email: office('Thư điện tử', 'email', 220),
    from: office('Từ ngày', 'day', 100),
    until: office('Đến ngày', 'day', 100),
    note: office('Ghi chú', 'long-text', 200),
  },
});

/** `Thông tin chung`: dated settings; the newest row not after the day asked holds. */
export const SETTINGS = tab({
  key: 'settings',
  name: 'Thông tin chung',
  group: 'hidden',
  rowKey: ['name', 'from'],
  blankKeys: ['from'],
  columns: {
    name: office('Nội dung', 'text', 260),
    value: office('Giá trị', 'long-text', 420),
    from: office('Áp dụng từ ngày', 'day', 110),
    note: office('Ghi chú', 'long-text', 260),
  },
});

/** `Ngày nghỉ`: days off and worked weekend days; the office's table is the authority. */
export const HOLIDAYS = tab({
  key: 'holidays',
  name: 'Ngày nghỉ',
  group: 'hidden',
  rowKey: ['day'],
  columns: {
    day: office('Ngày', 'day', 110),
    kind: office('Loại', { list: 'holiday-kind' }, 110),
    note: office('Ghi chú', 'long-text', 260),
  },
});

/** `Đề cương`: the headings of the report, in order. */
export const OUTLINE = tab({
  key: 'outline',
  name: 'Đề cương',
  group: 'hidden',
  rowKey: ['place'],
  columns: {
    place: office('Mục', 'text', 70),
    level: office('Cấp', 'whole', 60),
    title: office('Tiêu đề', 'long-text', 420),
    source: office('Nguồn nội dung', 'text', 260),
    reports: office('Dùng cho báo cáo', 'text', 200),
    /** Of outlines that stand one below the other, a report takes the newest of its day; blank = from the beginning. */
    from: optional(office('Dùng từ ngày', 'day', 110)),
  },
});

/** `Mẫu văn bản`: the office's own .docx template in base64, cut at 32,000 characters a cell (Excel holds 32,767). */
export const TEMPLATE = tab({
  key: 'template',
  name: 'Mẫu văn bản',
  group: 'hidden',
  rowKey: ['name', 'part'],
  columns: {
    name: machine('Tên mẫu', 'text', 200),
    part: machine('Phần', 'whole', 60),
    content: machine('Nội dung tệp', 'long-text', 400),
    storedAt: machine('Lúc', 'stamp', 140),
  },
});
