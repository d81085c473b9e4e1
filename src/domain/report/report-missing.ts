import type { Source } from '../core/source.ts';
import type { Period } from '../period/period.ts';
import type { SettingKey } from '../plan/plan.ts';
import { setting } from '../plan/settings.ts';
import type { IndicatorItem, Missing, ReportFacts, ReportNames, ReportSection } from './report-model.ts';
import type { ReportRows } from './report-sections.ts';

type Said = { readonly names: ReportNames; readonly sections: readonly ReportSection[]; readonly period: Period };

/** All that nobody has typed yet, with the role that owes it and the cell to fill. */
export function missingFrom({ plan }: ReportFacts, rows: ReportRows, { names, sections, period }: Said): Missing[] {
  const clerk = setting(plan, 'clerk-role', period.end) ?? '';
  return [
    ...rows.indicators.flatMap((item) => [...missingBaseline(item, clerk), ...missingIndicator(item)]),
    ...rows.tasks.flatMap(({ task, standing, source }): Missing[] =>
      standing.status === 'not-updated' ? [{ kind: 'task', id: task.id, title: task.title, role: task.lead, at: source }] : [],
    ),
    ...sections.flatMap(({ place, title, items }) =>
      items.flatMap((item): Missing[] =>
        item.is === 'narrative' && (item.text === '' || item.isDraft)
          ? [{ kind: item.isDraft ? 'draft' : 'narrative', id: place, title, role: clerk, at: item.source }]
          : [],
      ),
    ),
    ...missingSettings(names, clerk),
    ...missingOfPeriod(period, names, clerk),
  ];
}

function missingIndicator({ indicator, judgement, sources }: IndicatorItem): Missing[] {
  const statistic = indicator.kind === 'statistic';
  const unmeasured = judgement.measured === null && !declared(judgement.verdict);
  const noData = judgement.verdict === 'no-data' && (unmeasured || judgement.reason !== 'baseline-missing');
  const absent = statistic ? unmeasured : noData;
  const at = indicator.unit === '%' && !statistic ? sources.numerator : { ...sources.result, field: 'typed' };
  const { id, title, lead: role } = indicator;
  return absent ? [{ kind: statistic ? 'statistic' : 'indicator', id, title, role, at }] : [];
}

/** What a result must be compared with is a figure of the plan, which the clerk keeps. */
function missingBaseline({ indicator: { id, title }, judgement }: IndicatorItem, role: string): Missing[] {
  if (judgement.reason !== 'baseline-missing') return [];
  return [{ kind: 'baseline', id, title, role, at: { of: 'indicator', id, period: '', field: 'baseline' } }];
}

function declared(verdict: string): boolean {
  return verdict === 'nothing-arose' || verdict === 'not-applicable';
}

const NEEDED: readonly (readonly [SettingKey, keyof ReportNames])[] = [
  ['unit-name', 'unit'],
  ['place-name', 'place'],
  ['plan-number', 'planNumber'],
  ['plan-issued-on', 'planIssuedOn'],
  ['plan-years', 'planYears'],
  ['addressees', 'addressees'],
  ['signer-role', 'signerName'],
];

function missingSettings(names: ReportNames, role: string): Missing[] {
  return NEEDED.filter(([, name]) => (names[name]?.length ?? 0) === 0).map(([id]) => ({
    kind: 'setting',
    id,
    title: '',
    role,
    at: cellOf(id, names.plan),
  }));
}

const COLUMNS: Partial<Readonly<Record<SettingKey, string>>> = {
  'plan-number': 'number',
  'plan-issued-on': 'issuedOn',
  'plan-years': 'firstYear',
};

function cellOf(id: SettingKey, plan: string): Source {
  const column = COLUMNS[id];
  if (plan !== '' && column !== undefined) return { of: 'plan', id: plan, period: '', field: column };
  return { of: 'setting', id, period: '', field: 'value' };
}

const CITED = ['yearPlanReference', 'requestedBy'] as const satisfies readonly (keyof Period)[];

function missingOfPeriod(period: Period, names: ReportNames, role: string): Missing[] {
  const isSaid = (field: (typeof CITED)[number]): boolean =>
    period[field].trim() !== '' || (field === 'yearPlanReference' && names.yearPlanNumber !== null);
  return CITED.filter((field) => !isSaid(field)).map((field) => ({
    kind: 'period',
    id: field,
    title: period.name,
    role,
    at: { of: 'period', id: period.name, period: period.name, field },
  }));
}
