import { type Day, dayFrom } from '../core/day.ts';
import type { Period } from '../period/period.ts';
import { type Plan, plansIn, type SettingKey } from '../plan/plan.ts';
import { holdersOf, planYears, setting, settingList } from '../plan/settings.ts';
import type { ReportNames } from './report-model.ts';

/** The names, recipients and signer that held on a day; a period's own `Nơi nhận` goes before the general one. */
export function reportNames(plan: Plan, period: Period, on: Day): ReportNames {
  const value = (key: SettingKey): string | null => setting(plan, key, on);
  const signerRole = value('signer-role');
  return {
    unit: value('unit-name'),
    place: value('place-name'),
    superior: value('superior-body'),
    addressees: period.addressees.length > 0 ? period.addressees : settingList(plan, 'addressees', on),
    recipients: period.recipients.length > 0 ? period.recipients : settingList(plan, 'recipients', on),
    draftingUnit: value('drafting-unit'),
    signerAuthority: value('signer-authority'),
    signerTitle: value('signer-title'),
    signerName: signerRole === null ? null : (holdersOf(plan, signerRole, on)[0]?.person ?? null),
    planIssuer: setting(plan, 'unit-name', planStart(plan, on)),
    ...planNames(plan, period, value),
  };
}

/** The plan of the stage that the period's year lies in, by its row; what that leaves blank, by the settings. */
function planNames(plan: Plan, { year }: Period, value: (key: SettingKey) => string | null): PlanNames {
  const inForce = plansIn(plan, year);
  const stage = inForce.find(({ kind }) => kind === 'stage') ?? null;
  const ofYear = inForce.find(({ kind }) => kind === 'year') ?? null;
  const years = stage?.years ?? null;
  return {
    plan: stage?.id ?? '',
    planNumber: (stage?.number ?? '') || value('plan-number'),
    planIssuedOn: stage?.issuedOn ?? value('plan-issued-on'),
    planYears: years === null ? value('plan-years') : `${years.first} - ${years.last}`,
    yearPlanNumber: (ofYear?.number ?? '') || null,
    yearPlanIssuedOn: ofYear?.issuedOn ?? null,
  };
}

type PlanNames = Pick<ReportNames, 'plan' | 'planNumber' | 'planIssuedOn' | 'planYears' | 'yearPlanNumber' | 'yearPlanIssuedOn'>;

/** A plan is known by the name that its issuer bore in its first year, whatever the unit is called later. */
function planStart(plan: Plan, on: Day): Day {
  const start = dayFrom(planYears(plan, on)?.first ?? 0, 12, 31);
  return start === null || start > on ? on : start;
}
