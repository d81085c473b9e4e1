import { machine, office, tab } from '../core/tab.ts';

/** `Nhập tiến độ`: what officials type for each open task, one row per `Mã` and `Kỳ`; the newest counts. */
export const ENTRIES = tab({
  key: 'entries',
  name: 'Nhập tiến độ',
  group: 'entry',
  rowKey: ['id', 'period'],
  columns: {
    id: machine('Mã', 'text', 70),
    period: machine('Kỳ', 'period-name', 120),
    field: machine('Lĩnh vực', 'text', 125),
    title: machine('Nhiệm vụ', 'long-text', 280),
    product: machine('Sản phẩm', 'long-text', 160),
    due: machine('Thời hạn hoàn thành', 'text', 150),
    previous: machine('Kết quả kỳ trước', 'long-text', 200),
    progress: office('Mức độ thực hiện', { list: 'progress' }, 130),
    completedOn: office('Ngày hoàn thành', 'day', 110),
    result: office('Kết quả thực hiện trong kỳ', 'long-text', 280),
    status: machine('Tình trạng', { list: 'status' }, 160),
    explanation: machine('Diễn giải', 'long-text', 280),
    remindFrom: machine('Nhắc từ ngày', 'day', 100),
    overdueFrom: machine('Quá hạn từ ngày', 'day', 100),
    cause: office('Nguyên nhân chậm', 'long-text', 200),
    proposal: office('Đề xuất, kiến nghị', 'long-text', 220),
    evidence: office('Minh chứng', 'long-text', 180),
    lead: machine('Chủ trì', 'text', 150),
    supports: machine('Phối hợp', 'text', 150),
    estimate: office('Ước thực hiện đến 31/12', 'long-text', 160),
    directive: office('Ý kiến chỉ đạo', 'long-text', 180),
    muteUntil: office('Không nhắc đến hết ngày', 'day', 110),
    note: office('Ghi chú', 'long-text', 160),
  },
});
