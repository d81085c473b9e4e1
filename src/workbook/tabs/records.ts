import { machine, tab } from '../core/tab.ts';

/** `Thư đã gửi`: the mail ledger, one row per mail. */
export const MAILS = tab({
  key: 'mails',
  name: 'Thư đã gửi',
  group: 'hidden',
  rowKey: ['id'],
  columns: {
    id: machine('Mã thư', 'text', 160),
    recipient: machine('Người nhận', 'text', 220),
    day: machine('Ngày', 'day', 100),
    items: machine('Nội dung báo', 'long-text', 360),
    hash: machine('Vân tay', 'text', 140),
    state: machine('Trạng thái', { list: 'mail-state' }, 180),
    at: machine('Lúc', 'stamp', 140),
    note: machine('Ghi chú', 'long-text', 220),
  },
});

/** `Nhật ký`: what cannot be recomputed, each row reversible while its cells are unchanged. */
export const JOURNAL = tab({
  key: 'journal',
  name: 'Nhật ký',
  group: 'hidden',
  rowKey: [],
  columns: {
    at: machine('Lúc', 'stamp', 140),
    who: machine('Ai', 'text', 200),
    what: machine('Việc', 'text', 160),
    place: machine('Nơi', 'text', 220),
    before: machine('Trước', 'long-text', 240),
    after: machine('Sau', 'long-text', 240),
    note: machine('Ghi chú', 'long-text', 240),
  },
});

/** `Bản chốt`: one row per frozen fact of a closed period or of the approved plan. */
export const FROZEN = tab({
  key: 'frozen',
  name: 'Bản chốt',
  group: 'hidden',
  rowKey: ['period', 'version', 'id', 'field'],
  columns: {
    period: machine('Kỳ', 'period-name', 150),
    version: machine('Bản', 'whole', 60),
    id: machine('Mã', 'text', 70),
    field: machine('Trường', 'text', 120),
    raw: machine('Giá trị thô', 'long-text', 160),
    level: machine('Mức', 'text', 110),
    result: machine('Kết quả', 'text', 160),
    at: machine('Lúc', 'stamp', 140),
    who: machine('Ai', 'text', 200),
  },
});

/** `Báo cáo đã tạo`: the versions of each period's report; the last two are kept as printed, so that the next one can say what changed. */
export const REPORTS = tab({
  key: 'reports',
  name: 'Báo cáo đã tạo',
  group: 'hidden',
  rowKey: ['period', 'version'],
  columns: {
    period: machine('Kỳ', 'period-name', 150),
    version: machine('Bản', 'whole', 60),
    file: machine('Tệp', 'long-text', 360),
    url: machine('Liên kết', 'long-text', 260),
    hash: machine('Vân tay', 'long-text', 160),
    build: machine('Bản dựng', 'text', 120),
    at: machine('Lúc', 'stamp', 140),
    who: machine('Ai', 'text', 200),
    printed: { ...machine('Bản in', 'text', 120), required: false },
    // What was printed and from which cells, packed: the newest reports only (`src/app/report/printed-record.ts`).
    record: { ...machine('Bản đối chiếu', 'long-text', 160), required: false },
    recordMore: { ...machine('Bản đối chiếu (tiếp)', 'long-text', 160), required: false },
  },
});
