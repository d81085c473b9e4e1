import { machine, office, optional, tab } from '../core/tab.ts';

/** `Kỳ báo cáo`: the calendar of reports; all of it is data. */
export const PERIODS = tab({
  key: 'periods',
  name: 'Kỳ báo cáo',
  group: 'plan',
  rowKey: ['name'],
  columns: {
    name: office('Kỳ', 'period-name', 160),
    start: office('Từ ngày', 'day', 100),
    end: office('Đến ngày', 'day', 100),
    cumulative: office('Lũy kế từ đầu năm', 'yes-no', 100),
    entryDueOn: office('Hạn công chức nhập', 'day', 110),
    sendDueOn: office('Hạn gửi cấp trên', 'day', 110),
    recipients: office('Nơi nhận', 'long-text', 260),
    requestedBy: office('Văn bản yêu cầu báo cáo', 'long-text', 220),
    yearPlanReference: office('Kế hoạch CCHC năm (số, ngày)', 'text', 200),
    outlook: office('Phương hướng cho', 'text', 170),
    reportNumber: office('Số, ký hiệu báo cáo', 'text', 130),
    signedOn: office('Ngày ký', 'day', 100),
    sentOn: office('Ngày gửi', 'day', 100),
    state: machine('Tình trạng', { list: 'period-state' }, 110),
    kind: optional(office('Loại kỳ', { list: 'period-kind' }, 110)),
    planYear: optional(office('Năm kế hoạch', 'year', 90)),
    addressees: optional(office('Kính gửi', 'long-text', 220)),
  },
});
