import { addDays, type Day } from '../core/day.ts';
import { sameWord } from '../core/word.ts';
import type { Plan } from '../plan/plan.ts';
import { setting } from '../plan/settings.ts';
import { rounded, type ScoreSheet, stillToEarn } from '../scores/score.ts';
import type { Survey } from '../surveys/survey.ts';
import { byLead, type OfLead } from './period-standing.ts';

/** A row of a register that waits for somebody: points that may still be earned, forms that are still lacking. */
export type Waiting = {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly day: Day;
  readonly lacks: { readonly points: number } | { readonly forms: number; readonly minimum: number };
};

/** What the registers of an office have to say in a mail: nothing where they are not kept. */
export type RegisterNews = {
  /** What may still be earned of the newest year that is scored, and by whom; `null`: all of it is, or no year is scored. */
  readonly scores: {
    readonly year: number;
    readonly lost: number;
    readonly next: Day | null;
    readonly leads: readonly OfLead[];
  } | null;
  /** The surveys that lack forms, the first to end first. */
  readonly surveys: readonly { readonly title: string; readonly forms: number; readonly minimum: number; readonly until: Day }[];
  readonly waiting: readonly Waiting[];
};

/** What is over for longer is no news. */
const RECENT_DAYS = 60;

type Kept = { readonly plan: Plan; readonly sheet: ScoreSheet | null; readonly surveys: readonly Survey[]; readonly today: Day };

/** What is still to be earned and collected as of a day. */
export function registerNews({ plan, sheet, surveys, today }: Kept): RegisterNews {
  const earn = sheet === null ? [] : stillToEarn(sheet);
  const isNear = (day: Day): boolean => day >= addDays(today, -RECENT_DAYS);
  const dated = earn.flatMap(({ score: { row }, lost }): Waiting[] =>
    row.dueOn === null || !isNear(row.dueOn)
      ? []
      : [{ id: row.id, title: row.title, lead: row.lead, day: row.dueOn, lacks: { points: lost } }],
  );
  const short = surveys.flatMap(({ id, title, until, forms, minimum, feeds }): Waiting[] => {
    if (until === null || minimum === null || forms >= minimum || !isNear(until)) return [];
    const fed = plan.indicators.find((indicator) => sameWord(indicator.id, feeds))?.lead;
    const lead = fed ?? setting(plan, 'clerk-role', today) ?? '';
    return [{ id, title: title === '' ? id : title, lead, day: until, lacks: { forms, minimum } }];
  });
  const days = dated.map(({ day }) => day).filter((day) => day >= today);
  return {
    scores:
      sheet === null || earn.length === 0
        ? null
        : {
            year: sheet.year,
            lost: rounded(earn.reduce((all, { lost }) => all + lost, 0)),
            next: days.sort()[0] ?? null,
            leads: byLead(earn.map(({ score: { row } }) => row)),
          },
    surveys: short
      .sort((left, right) => (left.day < right.day ? -1 : 1))
      .flatMap(({ title, day, lacks }) => ('forms' in lacks ? [{ title, until: day, ...lacks }] : [])),
    waiting: [...dated, ...short],
  };
}
