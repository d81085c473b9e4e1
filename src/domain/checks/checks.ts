import type { Day } from '../core/day.ts';
import type { Source } from '../core/source.ts';
import { type Evaluation, type Evaluations, evaluations, type Typed } from '../judging/evaluate.ts';
import { occurrencesOf } from '../judging/occurrences.ts';
import { judgedAsOf } from '../period/calendar.ts';
import type { Period } from '../period/period.ts';
import type { Narrative } from '../plan/plan.ts';
import { entriesIn } from '../plan/rows-in.ts';
import { type TaskEntry, turnsInYear } from '../plan/task.ts';
import { checkEntry } from './check-entry.ts';
import { checkFeeds, type Feed } from './check-feeds.ts';
import { checkLines } from './check-lines.ts';
import { checkPlan } from './check-plan.ts';
import { checkRecommendations } from './check-recommendations.ts';
import { checkLeads } from './check-roles.ts';
import { checkIndicator } from './check-row.ts';
import { checkScores } from './check-scores.ts';
import { checkSurveys } from './check-surveys.ts';
import { type EvidenceRows, evidenceFindings } from './evidence.ts';
import { atActual, atEntry, type Finding, type FindingMaker, finding } from './finding.ts';
/** All that the rules check; a book of the workbook is one. */
export type Checked = Typed & Pick<EvidenceRows, 'goneFiles'> & { readonly narratives: readonly Narrative[] };

/** When, about which period, and in which surroundings; '' where the host cannot tell. */
export type CheckContext = {
  readonly period: Period;
  readonly today: Day;
  readonly locale: string;
  readonly timeZone: string;
  /** What was judged already of the same reading. */
  readonly judged?: Evaluations | undefined;
  /** What the registers say of the rows of the period. */
  readonly feeds?: readonly Feed[];
};

const ZONE = 'Asia/Ho_Chi_Minh';
const LANGUAGE = /^vi\b|^vi_/iu;

/** Everything wrong with the plan and with what was typed for the period (docs/rules.md#what-is-typed); nothing here blocks saving. */
export function findings(checked: Checked, context: CheckContext): Finding[] {
  return [
    ...planFindings(checked, context),
    ...rowFindings(checked, context),
    ...missedFindings(checked, context.today),
    ...leadFindings(checked, [context.period], context),
    ...evidenceFindings(checked, [context.period]),
    ...registerFindings(checked, context.feeds ?? [], context.today),
  ];
}

/** What is wrong in the registers that are kept, and where a figure is not what they count. */
export function registerFindings(
  { plan, actuals, recommendations = [], surveys = [], scores = [] }: Checked,
  feeds: readonly Feed[],
  today: Day,
): Finding[] {
  return [
    ...checkRecommendations(recommendations, plan, today),
    ...checkSurveys(surveys, plan, today),
    ...checkScores(scores),
    ...checkFeeds(feeds, actuals),
  ];
}

/** What is wrong with the rows of one period, judged as of the day that the sheet judges them on. */
export function rowFindings(checked: Checked, context: CheckContext): Finding[] {
  const evaluation = evaluated(checked, context.period, context);
  return [
    ...checkFiguresOf(checked, evaluation, context),
    ...checkEntriesOf(checked, evaluation, context),
    ...checkNarrativesOf(checked, context),
  ];
}

/** Recurring work of which an earlier turn was never done: a matter of its own year, asked about in the row of that time. */
export function missedFindings({ plan, entries }: Checked, today: Day): Finding[] {
  const recurring = plan.tasks.filter((task) => turnsInYear(task) !== null);
  const byTask = new Map<string, TaskEntry[]>(recurring.map(({ id }) => [id, []]));
  for (const entry of entries) byTask.get(entry.task)?.push(entry);
  return recurring.flatMap((task) => {
    const turns = occurrencesOf(task, byTask.get(task.id) ?? [], { asOf: today, plan });
    // The newest is that of today: what is late of it is told by its row.
    const missed = turns.slice(0, -1).filter(({ standing }) => standing.status === 'overdue');
    return missed.slice(-1).map(({ turn, standing }) =>
      atEntry({ task: task.id, period: standing.period })('occurrence-missed', 'progress', {
        period: standing.period,
        year: turn.year,
        due: standing.lastDay,
        count: missed.length,
      }),
    );
  });
}

/** Leads that owe rows of these periods and cannot be reminded of them; each once, by the first period that it owes. */
export function leadFindings(checked: Checked, periods: readonly Period[], when: When): Finding[] {
  const found = periods.flatMap((period) => checkLeads(checked.plan, evaluated(checked, period, when), when.today));
  return [...new Map([...found].reverse().map((each) => [each.at.id, each])).values()].reverse();
}

type When = Pick<CheckContext, 'today' | 'judged'>;

function evaluated(checked: Checked, period: Period, { today, judged = evaluations(checked) }: When): Evaluation {
  return judged({ period, asOf: judgedAsOf(period, checked.plan.periods, today) });
}

/** What is wrong before anything is typed: keys, the plan itself, the workbook's zone and language. `period` is the one at hand or the next. */
export function planFindings(checked: Checked, context: CheckContext): Finding[] {
  const { period, today } = context;
  return [...checkKeys(checked), ...checkPlan({ plan: checked.plan, period, today }), ...checkSurroundings(context)];
}

function checkFiguresOf({ plan, actuals }: Checked, { judgements }: Evaluation, { period, today }: CheckContext): Finding[] {
  return plan.indicators.flatMap((indicator) =>
    checkIndicator(indicator, judgements.get(indicator.id), { plan, actuals, period, today }),
  );
}

function checkEntriesOf(checked: Checked, { standings }: Evaluation, { period, today }: CheckContext): Finding[] {
  const rows = entriesIn(checked.entries, period.name);
  return checked.plan.tasks.flatMap((task) => {
    const entry = rows.get(task.id);
    const standing = standings.get(task.id);
    return entry === undefined || standing === undefined ? [] : checkEntry(task, entry, { standing, today });
  });
}

function checkNarrativesOf({ narratives }: Checked, { period }: CheckContext): Finding[] {
  return narratives
    .filter((row) => row.period === period.name)
    .flatMap((row) =>
      checkLines({ text: row.text }, (code, field, facts) =>
        finding(code, { of: 'narrative', id: row.place, period: row.period, field }, { id: row.place, ...facts }),
      ),
    );
}

/** Rows whose `Mã` or `Kỳ` names nothing: their figures would count nowhere. */
function checkKeys({ plan, actuals, entries, narratives }: Checked): Finding[] {
  const periods = new Set(plan.periods.map(({ name }) => name));
  const indicators = new Set(plan.indicators.map(({ id }) => id));
  const tasks = new Set(plan.tasks.map(({ id }) => id));
  const strange = ({ period }: { readonly period: string }): boolean => !periods.has(period);
  return [
    ...actuals.filter(strange).map((row) => atActual(row)('unknown-period', 'period', { period: row.period })),
    ...entries.filter(strange).map((row) => atEntry(row)('unknown-period', 'period', { period: row.period })),
    ...narratives.filter(strange).map(unknownNarrativePeriod),
    ...actuals.flatMap((row) => unknownId(row.indicator, indicators, atActual(row))),
    ...entries.flatMap((row) => unknownId(row.task, tasks, atEntry(row))),
  ];
}

/** A `Mã` that only looks right cannot be fixed by looking at it, so that is said. */
function unknownId(id: string, known: ReadonlySet<string>, make: FindingMaker): Finding[] {
  if (known.has(id)) return [];
  const meant = inLatin(id);
  return known.has(meant) ? [make('homoglyph-id', 'id', { known: meant })] : [make('unknown-id', 'id')];
}

function unknownNarrativePeriod({ place, period }: Narrative): Finding {
  return finding('unknown-period', { of: 'narrative', id: place, period, field: 'period' }, { id: place, period });
}

function checkSurroundings({ locale, timeZone }: CheckContext): Finding[] {
  const at: Source = { of: 'setting', id: 'workbook-version', period: '', field: 'value' };
  return [
    ...(timeZone !== '' && timeZone !== ZONE ? [finding('zone-differs', at, { zone: timeZone, wanted: ZONE })] : []),
    ...(locale !== '' && !LANGUAGE.test(locale) ? [finding('locale-differs', at, { locale, wanted: 'vi_VN' })] : []),
  ];
}

/** Cyrillic and Greek capitals that print as these Latin ones. */
const CYRILLIC = '\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0474';
const GREEK = '\u0391\u0392\u0395\u039a\u039c\u0397\u039f\u03a1\u03f9\u03a4\u03a7\u039d';
const LATIN = ['ABEKMHOPCTXV', 'ABEKMHOPCTXN'].join('');
const LIKE = CYRILLIC + GREEK;

/** A name with full-width, Cyrillic and Greek letters as the Latin letters that they look like. */
export function inLatin(text: string): string {
  return [...text.normalize('NFKC')].map((letter) => LATIN[LIKE.indexOf(letter)] ?? letter).join('');
}
