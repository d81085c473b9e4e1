import type { Plan } from '../../domain/plan/plan.ts';
import { NO } from '../../words/core/labels.ts';
import { FIRST_PLAN, SETTING_NOTES } from '../../words/set-up/upgrade.ts';
import { planOfSettings } from '../read/read-plans.ts';
import type { Migration, NewTab } from './migration.ts';

/** The one plan that version 2 knew, from `Thông tin chung`, whose rows stay where they are. */
const PLANS: NewTab = {
  key: 'plans',
  rows: ({ settings }: Plan) => {
    const said = planOfSettings(settings);
    if (said === null) return [];
    const { title, years, number, issuedOn } = said;
    return [
      {
        id: FIRST_PLAN.id,
        title,
        kind: FIRST_PLAN.kind,
        firstYear: years?.first ?? '',
        lastYear: years?.last ?? '',
        stages: '',
        number,
        issuedOn: issuedOn === null ? '' : { day: issuedOn, minutes: 0 },
        bases: '',
        note: FIRST_PLAN.note,
      },
    ];
  },
};

/** The overview's headings before its deadlines had a table. */
const FORMER_OVERVIEW = [
  '(#="Chỉ tiêu theo lĩnh vực")+(#="Chỉ tiêu theo chủ trì")+(#="Nhiệm vụ theo lĩnh vực")+(#="Nhiệm vụ theo chủ trì")+(#="Tiến độ nhập theo chủ trì")+(#="Nội dung cần sửa, cần xem")',
  '((#="Lĩnh vực")+(#="Chủ trì")+(#="Mức"))*(#<>"")',
];

/** The words that were green; since then a task can also be «Đã hoàn thành» whose deadline does not bind. */
const FORMER_GREEN = '(#="Đạt")+(#="Hoàn thành đúng hạn")+(#="Đã thực hiện trong kỳ")';

/**
 * Version 2 knew one plan, four reports a year and figures that stood side by side. Since then plans have a tab, a row names its plan and keeps the plan's
 * own words, a period says what it is, a figure may belong to another one and to the ministry's forms, and a task has its money and who watches it.
 */
export const TWO_TO_THREE: Migration = {
  from: 2,
  tabs: {
    // The tables of tasks are wider by the statuses that came.
    overview: { formats: true, formerPaint: FORMER_OVERVIEW },
    actuals: { columns: ['dataAsOf', 'publishedOn', 'locked', 'toMend', 'appraisal', 'appraised'], formerPaint: [FORMER_GREEN] },
    entries: { columns: ['locked', 'toMend', 'returned', 'appraisal', 'appraised'], formerPaint: [FORMER_GREEN] },
    indicators: {
      columns: ['plan', 'parent', 'part', 'form', 'quote', 'follows'],
      choices: ['judged'],
      formerPaint: [FORMER_GREEN],
    },
    tasks: {
      columns: ['plan', 'watchers', 'allotted', 'spent', 'quote', 'follows'],
      choices: ['frequency'],
      formerPaint: [FORMER_GREEN],
    },
    periods: { columns: ['kind', 'planYear', 'addressees'] },
    outline: { columns: ['from'] },
    // Its colour rules, as those of the others, give TRUE or FALSE since.
    narratives: { columns: ['locked'] },
  },
  // Off or blank, as before they were there.
  settings: [
    ...(['remind-supports', 'weekly-mail', 'every-form-row', 'evidence-annex', 'appraise-rows'] as const).map((key) => ({
      key,
      value: () => NO,
      note: '',
    })),
    { key: 'unit-code', value: () => '', note: SETTING_NOTES.unitCode },
    { key: 'supervisor-roles', value: () => '', note: SETTING_NOTES.supervisors },
    { key: 'score-bands', value: () => '', note: SETTING_NOTES.bands },
  ],
  newTabs: [PLANS],
};
