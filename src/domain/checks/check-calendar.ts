import { addDays, type Day } from '../core/day.ts';
import { reportingPeriodsOf, yearlyWindow } from '../period/calendar.ts';
import { isBrief, isClosed, type Period } from '../period/period.ts';
import { countsFromNewYear } from '../period/period-type.ts';
import type { Holiday, Plan, Years } from '../plan/plan.ts';
import { planYears, setting } from '../plan/settings.ts';
import { addWorkdays, isWorkday, workdaysBetween, workdayUpTo } from '../plan/workdays.ts';
import { atPeriod, type Finding } from './finding.ts';

type Calendar = { readonly plan: Plan; readonly today: Day };

/**
 * What is wrong with the rows of `Kỳ báo cáo` (docs/rules.md#the-reporting-calendar); a closed period is asked only for what is
 * typed after it closed.
 */
export function checkCalendar({ plan, today }: Calendar): Finding[] {
  const { periods, holidays } = plan;
  const first = new Map<string, Period>();
  const years = setting(plan, 'plan-years', today) === null ? null : planYears(plan, today);
  return periods.flatMap((period) => {
    const key = `${period.type}|${period.turn}|${period.year}`;
    // Reports on a subject are told apart by their names.
    const other = period.type === 'special' ? undefined : first.get(key);
    if (other === undefined) first.set(key, period);
    const isSettled = isClosed(period);
    const doubled = other === undefined ? [] : [atPeriod(period)('period-doubled', 'end', { other: other.name })];
    const open = isSettled
      ? []
      : [...checkWindow(period, years), ...checkEntryDue(period, holidays), ...checkSendDue(period, holidays)];
    const untold = period.typeBy === 'nobody' ? [atPeriod(period)('period-type-missing', 'kind')] : [];
    return [...untold, ...doubled, ...open, ...checkSigning(period)];
  });
}

/** The days of a window against each other, the name and the plan. */
function checkWindow(period: Period, years: Years | null): Finding[] {
  const { name, start, end, year } = period;
  if (start > end) return [atPeriod(period)('period-ends-before-start', 'end', { start, end })];
  const named = /\b\d{4}\b/u.exec(name)?.[0];
  const isOutside = years !== null && (year < years.first || year > years.last);
  return [
    ...(named !== undefined && Number(named) !== year ? [atPeriod(period)('period-year-differs', 'name', { end })] : []),
    ...(isOutside ? [atPeriod(period)('period-outside-plan', 'end', { first: years.first, last: years.last })] : []),
    ...checkUsual(period),
  ];
}

/** The calendar is the office's data, so a window that neither the CCHC reports nor the calendar year know for its kind is only to be looked at. */
function checkUsual(period: Period): Finding[] {
  const { start, end, year, cumulative } = period;
  const usual = reportingPeriodsOf(year).find(({ type, turn }) => type === period.type && turn === period.turn);
  const isUsual = usual === undefined || (usual.start === start && usual.end === end) || isOfCalendarYear(period);
  const found: Finding[] = [];
  if (!isUsual) {
    const field = usual.end === end ? 'start' : 'end';
    found.push(atPeriod(period)('period-window-differs', field, { start, end, from: usual.start, to: usual.end }));
  }
  if (period.type === 'special') return found;
  // Of the first month and quarter both say the same.
  const isLong = !isBrief(period) && countsFromNewYear(period);
  if (isLong && !cumulative) found.push(atPeriod(period)('period-not-cumulative', 'cumulative'));
  if (cumulative && !beginsTheYear(period)) found.push(atPeriod(period)('period-cumulative', 'cumulative'));
  return found;
}

/** A year of figures begins on 1/1, or on 15/12 of the year before. */
function beginsTheYear({ start, year }: Period): boolean {
  return start.endsWith('-01-01') || start === yearlyWindow(year).start;
}

/** Whole months of the calendar: from the first day of one to the last of another. */
function isOfCalendarYear({ start, end }: Period): boolean {
  return start.endsWith('-01') && addDays(end, 1).endsWith('-01');
}

/** Officials enter before the report is due. */
function checkEntryDue(period: Period, holidays: readonly Holiday[]): Finding[] {
  const { start, entryDueOn: day, sendDueOn: send } = period;
  if (day === null) return [];
  const isMisplaced = day < start || (send !== null && day > send);
  if (isMisplaced) return [atPeriod(period)('entry-due-misplaced', 'entryDueOn', { day, start, send })];
  if (isWorkday(day, holidays)) return [];
  return [atPeriod(period)('deadline-on-day-off', 'entryDueOn', { day, workday: workdayUpTo(day, holidays) })];
}

/** The superior's day is a working day, at least one after the cut-off. */
function checkSendDue(period: Period, holidays: readonly Holiday[]): Finding[] {
  const { end, sendDueOn: day } = period;
  if (day === null) return [];
  if (workdaysBetween(end, day, holidays) < 1)
    return [atPeriod(period)('send-due-too-early', 'sendDueOn', { day, end, earliest: addWorkdays(end, 1, holidays) })];
  if (isWorkday(day, holidays)) return [];
  return [atPeriod(period)('deadline-on-day-off', 'sendDueOn', { day, workday: addWorkdays(day, 1, holidays) })];
}

/** A report signed before its cut-off cannot hold the figures up to it: «ngày lập trước ngày chốt số liệu». */
function checkSigning(period: Period): Finding[] {
  const { end, signedOn: signed, sentOn: sent } = period;
  return [
    ...(signed !== null && signed < end ? [atPeriod(period)('signed-before-cutoff', 'signedOn', { day: signed, end })] : []),
    ...(sent !== null && sent < (signed ?? end)
      ? [atPeriod(period)('sent-too-early', 'sentOn', { day: sent, signed: signed ?? end })]
      : []),
  ];
}
