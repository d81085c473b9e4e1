import { fold, isBlank } from '../core/word.ts';
import type { Plan } from '../plan/plan.ts';

/** An address of mail, or digits in a row as in a telephone's or an identity card's number. */
const REACHES_SOMEBODY = /\S@\S|\d(?:[ .]?\d){8,}/u;

/**
 * Clears texts before they leave the office: one that names somebody of `Phân công`, or holds what reaches a person, becomes blank. The plan's own words
 * name posts; where an official wrote a name into them, the row goes without its words rather than with the name.
 */
export function withoutPeople({ roles }: Pick<Plan, 'roles'>): (text: string) => string {
  const people = [...new Set(roles.flatMap(({ person, email }) => [person, email]).map(fold))].filter((name) => !isBlank(name));
  return (text) => {
    const folded = fold(text);
    return REACHES_SOMEBODY.test(text) || people.some((name) => folded.includes(name)) ? '' : text;
  };
}
