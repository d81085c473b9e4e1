import { machine, office, optional, tab } from '../core/tab.ts';

/** `Nội dung báo cáo`: the narrative of each section, rows prepared when a period opens. */
export const NARRATIVES = tab({
  key: 'narratives',
  name: 'Nội dung báo cáo',
  group: 'entry',
  rowKey: ['period', 'place'],
  columns: {
    period: machine('Kỳ', 'period-name', 150),
    place: machine('Mục', 'text', 70),
    title: machine('Tiêu đề', 'long-text', 280),
    text: office('Nội dung', 'long-text', 560),
    author: office('Người soạn', 'text', 150),
    note: office('Ghi chú', 'long-text', 160),
    locked: optional(machine('Không nhập', 'text', 130)),
  },
});
