import { machine, office, optional, tab } from '../core/tab.ts';

/** The year columns are data: `Năm 2021` … are found by pattern, so a 2026–2030 plan needs no code. */
export const YEAR_HEADER = /^năm (\d{4})$/iu;

/** A column may hold the level of each of several years: «Giai đoạn 2026-2027». */
export const STAGE_HEADER = /^giai đoạn (\d{4})-(\d{4})$/iu;

/** `Kế hoạch - Chỉ tiêu`: the approved indicators and the statistical rows; kept by the clerk. */
export const INDICATORS = tab({
  key: 'indicators',
  name: 'Kế hoạch - Chỉ tiêu',
  group: 'plan',
  rowKey: ['id'],
  columns: {
    id: office('Mã', 'text', 70),
    field: office('Lĩnh vực', 'text', 150),
    title: office('Chỉ tiêu', 'long-text', 320),
    kind: office('Loại chỉ tiêu', { list: 'target-kind' }, 170),
    unit: office('Đơn vị tính', 'text', 90),
    baseline: office('Số liệu gốc', 'number', 90),
    tolerance: office('Mức chênh cho phép', 'number', 90),
    measure: office('Cách tính', 'long-text', 260),
    judged: office('Kỳ đánh giá', { list: 'judged-when' }, 120),
    data: office('Loại số liệu', { list: 'data-kind' }, 160),
    lead: office('Chủ trì', 'text', 160),
    planPlace: office('Mục trong Kế hoạch', 'text', 130),
    origin: office('Nguồn gốc', { list: 'origin' }, 150),
    note: office('Ghi chú', 'long-text', 240),
    result: machine('Kết quả', 'text', 135),
    verdict: machine('Đánh giá', { list: 'verdict' }, 130),
    explanation: machine('Diễn giải', 'long-text', 300),
    plan: optional(office('Kế hoạch', 'text', 110)),
    parent: optional(office('Thuộc', 'text', 80)),
    part: optional(office('Vai trò số liệu', { list: 'part-role' }, 120)),
    form: optional(office('Mã biểu mẫu', 'text', 100)),
    quote: optional(office('Nguyên văn', 'long-text', 320)),
    follows: optional(office('Nối tiếp', 'text', 110)),
  },
});
