import { words } from './fold-text.ts';

/** Years that a stretch of folded text names, with its place: one year, or all of a stage. */
export type YearsAt = { readonly from: number; readonly to: number; readonly years: readonly number[] };

/** Years that a plan covers, both included. */
export type PlanYears = { readonly from: number; readonly to: number };

const YEAR = '20[1-4]\\d';
const LIST = words(`(?:(?:đến|trong|hết|cuối|vào) )*(?:các )?năm (?:${YEAR}, )*${YEAR},? (?:và )?${YEAR}`);
const SPAN = words(
  `(?:giai đoạn |từ |các |trong )*(?:năm )?(?:hết |cuối )?(${YEAR})(?: ?- ?|,? (?:đến|tới) (?:hết |cuối )?)(?:năm )?(${YEAR})`,
);
const SINGLE = words(`((?:từ |sau |trước |so với |của )?)(?:(?:đến |trong |hết |cuối |đầu |vào )*năm )?(${YEAR})`);

/** Longer spans are no stage of a plan but a slip. */
const LONGEST_STAGE = 15;
/** A name in front of the years: they belong to a paper or a programme, not to the target. */
const NAME_BEFORE =
  /(?:chương trình|kế hoạch|đề án|nghị quyết|chiến lược|phong trào|quyết định|nhiệm kỳ|so với|so năm|theo)[^,;.()]{0,70}$/u;

/** All years that the masked, folded text binds to a level; those in names of papers and baselines are left out. */
export function yearsIn(text: string, plan: PlanYears | null): YearsAt[] {
  const found: YearsAt[] = [];
  const isTaken = (from: number, to: number): boolean => found.some((one) => from < one.to && to > one.from);
  for (const match of text.matchAll(LIST)) {
    for (const year of match[0].matchAll(/20[1-4]\d/gu)) {
      const from = match.index + year.index;
      found.push({ from, to: from + year[0].length, years: [Number(year[0])] });
    }
  }
  for (const match of text.matchAll(SPAN)) {
    const [from, to] = [match.index, match.index + match[0].length];
    const years = range(Number(match[1]), Number(match[2]));
    if (years.length > 0 && !isTaken(from, to)) found.push({ from, to, years });
  }
  for (const match of text.matchAll(SINGLE)) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (isTaken(from, to)) continue;
    const year = Number(match[2]);
    const years = yearsOf((match[1] ?? '').trim(), year, plan);
    if (years.length > 0) found.push({ from, to, years });
  }
  return found.filter(({ from }) => !NAME_BEFORE.test(text.slice(0, from))).sort((one, other) => one.from - other.from);
}

function yearsOf(before: string, year: number, plan: PlanYears | null): number[] {
  if (before === 'so với' || before === 'của') return [];
  if (before === 'từ') return plan === null ? [] : range(year, plan.to);
  if (before === 'sau') return plan === null ? [] : range(year + 1, plan.to);
  if (before === 'trước') return [year - 1];
  return [year];
}

function range(from: number, to: number): number[] {
  const length = to - from + 1;
  return length >= 1 && length <= LONGEST_STAGE ? Array.from({ length }, (_, at) => from + at) : [];
}
