import { machine, office, optional, tab } from '../core/tab.ts';

/** `Kế hoạch - Nhiệm vụ`: the approved tasks; kept by the clerk. */
export const TASKS = tab({
  key: 'tasks',
  name: 'Kế hoạch - Nhiệm vụ',
  group: 'plan',
  rowKey: ['id'],
  columns: {
    id: office('Mã', 'text', 70),
    field: office('Lĩnh vực', 'text', 150),
    title: office('Nhiệm vụ', 'long-text', 340),
    product: office('Sản phẩm', 'long-text', 180),
    lead: office('Chủ trì', 'text', 170),
    supports: office('Phối hợp', 'roles', 200),
    frequency: office('Tần suất', { list: 'frequency' }, 130),
    startOn: office('Bắt đầu', 'day', 100),
    due: office('Thời hạn hoàn thành', 'due', 110),
    dueRule: office('Cách tính hạn', { list: 'due-rule' }, 110),
    budget: office('Kinh phí (triệu đồng)', 'number', 100),
    budgetSource: office('Nguồn kinh phí', 'text', 120),
    planPlace: office('Mục trong Kế hoạch', 'text', 130),
    origin: office('Nguồn gốc', { list: 'origin' }, 150),
    note: office('Ghi chú', 'long-text', 240),
    status: machine('Tình trạng', { list: 'status' }, 160),
    explanation: machine('Diễn giải', 'long-text', 280),
    plan: optional(office('Kế hoạch', 'text', 110)),
    watchers: optional(office('Theo dõi, đôn đốc', 'roles', 170)),
    allotted: optional(office('Kinh phí được giao (triệu đồng)', 'number', 110)),
    spent: optional(office('Kinh phí đã chi (triệu đồng)', 'number', 110)),
    quote: optional(office('Nguyên văn', 'long-text', 320)),
    follows: optional(office('Nối tiếp', 'text', 110)),
  },
});
