import type { Migration } from './migration.ts';

/**
 * Version 2 knew one plan, four reports a year and figures that stood side by side. Since then a row names its plan and keeps the plan's own words, a
 * period says what it is, a figure may belong to another one and to the ministry's forms, and a task has its money and who watches it.
 */
export const TWO_TO_THREE: Migration = {
  from: 2,
  tabs: {
    actuals: { columns: ['dataAsOf', 'publishedOn'] },
    indicators: { columns: ['plan', 'parent', 'part', 'form', 'quote'] },
    tasks: { columns: ['plan', 'watchers', 'allotted', 'spent', 'quote'] },
    periods: { columns: ['kind', 'planYear'] },
    // Their colour rules give TRUE or FALSE since.
    entries: {},
    narratives: {},
    overview: {},
  },
  settings: [],
};
