import type { Day } from '../core/day.ts';
import { sameWord } from '../core/word.ts';
import type { Plan, SettingKey } from '../plan/plan.ts';
import { noticeDays, settingList } from '../plan/settings.ts';

/** After how many working days who is told; an empty list: never. */
export type ReminderSteps = {
  readonly today: Day;
  /** Before the deadline, to the lead. */
  readonly before: readonly number[];
  /** After it, to the lead; 0: as soon as it has passed. */
  readonly late: readonly number[];
  readonly clerk: readonly number[];
  readonly chairman: readonly number[];
};

const MOST_DAYS = 60;
const AT_ONCE = 0;
const CLERK_AFTER = 3;
const CHAIRMAN_AFTER = 5;
/** What stands in a setting that turns its step off. */
const NEVER = 'không';

/** The steps that hold on that day: as `Thông tin chung` says, else 3 working days before, when late, to the clerk after 3 and to the chairman after 5. */
export function reminderSteps(plan: Plan, today: Day): ReminderSteps {
  const steps = (key: SettingKey, otherwise: number): number[] => stepsIn(settingList(plan, key, today), otherwise);
  return {
    today,
    before: steps('remind-before', noticeDays(plan, today)),
    late: steps('remind-late', AT_ONCE),
    clerk: steps('remind-clerk', CLERK_AFTER),
    chairman: steps('remind-chairman', CHAIRMAN_AFTER),
  };
}

/** «10; 3»; what is no number of days is left out, and when nothing usable is left the usual step holds. */
function stepsIn(typed: readonly string[], otherwise: number): number[] {
  if (typed.some((text) => sameWord(text, NEVER))) return [];
  const days = typed.flatMap((text) => text.split(',')).map((text) => Number(text.trim() || Number.NaN));
  const usable = days.filter((day) => Number.isInteger(day) && day >= 0 && day <= MOST_DAYS);
  return usable.length === 0 ? [otherwise] : usable;
}
