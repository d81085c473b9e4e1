import { foldText, sourceOf } from './fold-text.ts';
import { maskCitations } from './mask.ts';
import type { Target } from './targets.ts';
import { type PlanYears, yearsIn } from './years-in.ts';

/** «Mục tiêu đến năm 2025», «Phấn đấu giai đoạn 2026 - 2027:»: longer headings say other things, too. */
const LONGEST = 70;

/** What the headings above a target say for it: its years and its mood, where its own words say none. */
export function introduced(target: Target, intros: readonly string[], plan: PlanYears | null): Target {
  const short = intros.filter((intro) => intro.length <= LONGEST);
  return { ...target, years: target.years ?? yearsAbove(target, short, plan), mood: target.mood ?? moodAbove(short) };
}

/** What holds every year, or grows from year to year, is no level of the heading's year alone. */
const EACH_YEAR = /(?:hàng|mỗi|từng) năm|\/ ?năm/u;

function yearsAbove({ low, op, text }: Target, intros: readonly string[], plan: PlanYears | null): Target['years'] {
  if (low === null || op === 'rise' || EACH_YEAR.test(foldText(text).text)) return null;
  for (const intro of intros) {
    const years = yearsIn(maskCitations(foldText(intro).text), plan).flatMap((one) => one.years);
    // Years that are the whole plan say nothing of their own.
    const isWhole = plan !== null && years.includes(plan.from) && years.includes(plan.to);
    if (years.length > 0) return isWhole ? null : Object.fromEntries(years.map((year) => [String(year), low]));
  }
  return null;
}

function moodAbove(intros: readonly string[]): string | null {
  for (const intro of intros) {
    const folded = foldText(intro);
    const match = /(?<!\p{L})phấn đấu(?!\p{L})/u.exec(folded.text);
    if (match !== null) return sourceOf(folded, match.index, match.index + match[0].length).toLowerCase();
  }
  return null;
}
