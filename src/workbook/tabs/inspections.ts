import { machine, office, tab } from '../core/tab.ts';

/** `Kiến nghị sau kiểm tra`: what inspections and supervision found, until it is mended and looked at again. Only where it is wanted. */
export const INSPECTIONS = tab({
  key: 'inspections',
  name: 'Kiến nghị sau kiểm tra',
  group: 'entry',
  optional: true,
  extra: 'inspections',
  rowKey: ['id'],
  columns: {
    id: office('Mã kiến nghị', 'text', 90),
    inspection: office('Cuộc kiểm tra, giám sát', 'long-text', 220),
    kind: office('Hình thức', { list: 'inspection-kind' }, 150),
    by: office('Cơ quan kiểm tra, giám sát', 'text', 170),
    foundOn: office('Ngày kiểm tra', 'day', 100),
    unannounced: office('Đột xuất', 'yes-no', 80),
    finding: office('Tồn tại, kiến nghị', 'long-text', 320),
    lead: office('Trách nhiệm khắc phục', 'text', 170),
    dueOn: office('Hạn khắc phục', 'day', 100),
    fixedOn: office('Ngày khắc phục xong', 'day', 100),
    evidence: office('Minh chứng', 'long-text', 200),
    recheckedOn: office('Ngày phúc tra', 'day', 100),
    recheck: office('Kết quả phúc tra', { list: 'recheck' }, 110),
    status: machine('Tình trạng', { list: 'recommendation-state' }, 190),
    explanation: machine('Diễn giải', 'long-text', 260),
    note: office('Ghi chú', 'long-text', 180),
  },
});
