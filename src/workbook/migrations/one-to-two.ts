import { noticeDays } from '../../domain/plan/settings.ts';
import { SETTING_NOTES } from '../../words/set-up/upgrade.ts';
import type { Migration } from './migration.ts';

// The words stand as those builds wrote them: they must not follow a label that is changed one day.
const DONE = '"Đã hoàn thành"';
const REACHED = '(#<>"")*(TODAY()>=#)';
const SETTLED = `((TRIM(#)=${DONE})*(N(#)<=TODAY())+(TRIM(#)="Tạm dừng")+(TRIM(#)="Không áp dụng")+(TRIM(#)="Không phát sinh")=0)`;
const REMINDED = '(#<>"")*(TODAY()>=INT(N(#)))*(((N(#)-INT(N(#)))*1440<0.5)+(TODAY()-INT(N(#))+0.5<(N(#)-INT(N(#)))*1440)>0)';

/**
 * All that was called version 1, three days of builds. Since then: rows for twenty periods, colours that know of suspended
 * work, of a completion on a later day and of a reminder that ends, a dash for zero on the overview, the columns that keep what
 * a report printed, and the days of reminders as settings.
 */
export const ONE_TO_TWO: Migration = {
  from: 1,
  tabs: {
    overview: {
      formats: true,
      formerPaint: [
        '(#="Chỉ tiêu theo lĩnh vực")+(#="Nhiệm vụ theo lĩnh vực")+(#="Nhiệm vụ theo chủ trì")+(#="Tiến độ nhập theo chủ trì")+(#="Nội dung cần sửa, cần xem")',
        '(#="Lĩnh vực")+(#="Chủ trì")+(#="Mức")',
        '(#="Cộng")',
      ],
    },
    actuals: { formerRows: 1000 },
    entries: {
      formerRows: 1000,
      formerPaint: [
        `${REACHED}*(#<>${DONE})`,
        `${REACHED}*(${REACHED}=0)*(#<>${DONE})`,
        `${REACHED}*${SETTLED}`,
        `${REMINDED}*(${REACHED}=0)*${SETTLED}`,
      ],
    },
    narratives: { formerRows: 1000 },
    reports: { columns: ['printed', 'record', 'recordMore'] },
  },
  settings: [
    // Until it had a row of its own, the first reminder went when the colour came.
    { key: 'remind-before', value: (plan, today) => String(noticeDays(plan, today)), note: SETTING_NOTES.before },
    { key: 'remind-late', value: () => '0', note: SETTING_NOTES.late },
    { key: 'remind-clerk', value: () => '3', note: SETTING_NOTES.higher },
    { key: 'remind-chairman', value: () => '5', note: SETTING_NOTES.higher },
  ],
  newTabs: [],
};
