import type { Day } from '../core/day.ts';
import { sameWord } from '../core/word.ts';
import type { Plan } from './plan.ts';
import { rolesOf, settingList } from './settings.ts';

/**
 * The roles of this person that supervise (Mặt trận, đoàn thể): they see the plan and write down what they found, and nothing else.
 * `Chức danh giám sát` of `Thông tin chung` names them.
 */
export function supervisingRoles(plan: Plan, email: string, day: Day): string[] {
  const supervising = settingList(plan, 'supervisor-roles', day);
  return rolesOf(plan, email, day).filter((role) => supervising.some((each) => sameWord(each, role)));
}
