import type { Plan } from '../../domain/plan/plan.ts';
import { FIRST_PLAN } from '../../words/set-up/upgrade.ts';
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

/**
 * Version 2 knew one plan, four reports a year and figures that stood side by side. Since then plans have a tab, a row names its plan and keeps the plan's
 * own words, a period says what it is, a figure may belong to another one and to the ministry's forms, and a task has its money and who watches it.
 */
export const TWO_TO_THREE: Migration = {
  from: 2,
  tabs: {
    actuals: { columns: ['dataAsOf', 'publishedOn'] },
    indicators: { columns: ['plan', 'parent', 'part', 'form', 'quote'] },
    tasks: { columns: ['plan', 'watchers', 'allotted', 'spent', 'quote'] },
    periods: { columns: ['kind', 'planYear'] },
  },
  settings: [],
  newTabs: [PLANS],
};
