import { office, tab } from '../core/tab.ts';

/** `Kế hoạch`: the plans that were issued; kept by the clerk. A workbook of one plan may do without. */
export const PLANS = tab({
  key: 'plans',
  name: 'Kế hoạch',
  group: 'plan',
  optional: true,
  rowKey: ['id'],
  columns: {
    id: office('Ký hiệu kế hoạch', 'text', 110),
    title: office('Tên Kế hoạch', 'long-text', 360),
    kind: office('Loại', { list: 'plan-kind' }, 110),
    firstYear: office('Từ năm', 'year', 80),
    lastYear: office('Đến năm', 'year', 80),
    stages: office('Các giai đoạn', 'text', 170),
    number: office('Số, ký hiệu', 'text', 130),
    issuedOn: office('Ngày ban hành', 'day', 110),
    bases: office('Căn cứ', 'long-text', 360),
    note: office('Ghi chú', 'long-text', 240),
  },
});
