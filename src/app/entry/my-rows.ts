import { owesFigure, owesWord } from '../../domain/checks/entry-progress.ts';
import { evidenceFiles } from '../../domain/checks/evidence.ts';
import type { Day } from '../../domain/core/day.ts';
import { isBlank, sameWord } from '../../domain/core/word.ts';
import { type Evaluation, evaluate } from '../../domain/judging/evaluate.ts';
import { awaitedIn } from '../../domain/judging/published.ts';
import { byEnd, judgedAsOf, openFirst } from '../../domain/period/calendar.ts';
import { isClosed, isOpen, type Period } from '../../domain/period/period.ts';
import { askedFigures, FORM_FIELDS } from '../../domain/plan/asked-fields.ts';
import type { Indicator } from '../../domain/plan/indicator.ts';
import { leadsOf } from '../../domain/plan/leads.ts';
import type { Plan, Setting, SettingKey } from '../../domain/plan/plan.ts';
import { planYears, rolesOf } from '../../domain/plan/settings.ts';
import type { Task, TaskStatus } from '../../domain/plan/task.ts';
import { REFUSALS } from '../../words/core/refusals.ts';
import { PUBLISHED_LATER, sayEntryDue, saySupported } from '../../words/entry/owed.ts';
import type { Book } from '../../workbook/core/book.ts';
import { headerOf } from '../../workbook/read/find-columns.ts';
import { ACTUALS } from '../../workbook/tabs/actuals.ts';
import { ENTRIES } from '../../workbook/tabs/entries.ts';
import { deadlineCells, type PlanCells, planCells } from '../../workbook/write/grey-values.ts';
import { rowOf } from '../../workbook/write/write.ts';
import { textAt } from '../base/office-cells.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { mayKeepPlan } from '../base/roles.ts';
import { placeOf } from '../judging/problem-lines.ts';
import type { FormTexts, MyRow, MyRowsReply } from '../replies/my-rows.ts';
import { appraisalOf, isAppraising, returnedRows } from './appraisals.ts';

/** A form shows one row at a time: who has more sees the next after saving some, and the answer stays small. */
const MOST_ROWS = 80;

const TABS = { actual: ACTUALS, entry: ENTRIES } as const;
const TABLES = { actual: 'actuals', entry: 'entries' } as const;
type Of = keyof typeof TABS;

/** The rows of an open period (the one being entered, unless another is named) that the caller has to fill in, or, for keepers, those of another role; writes nothing. */
export function myRows(
  ports: Ports,
  { role, period: asked = '' }: { readonly role: string; readonly period?: string },
): MyRowsReply {
  const book = openBook(ports);
  const { plan } = book;
  const today = ports.clock.today();
  const { open, late, ofLate, period } = askedPeriod(book, asked, today);
  const asOf = period === null ? today : judgedAsOf(period, plan.periods, today);
  const evaluation = period === null ? null : evaluate(book, { period, asOf });
  const email = ports.who.email();
  const mine = rolesOf(plan, email, today);
  const keeps = mayKeepPlan(plan, email, today);
  const wanted = isBlank(role) ? mine : [role];
  if (!keeps && !wanted.every((each) => mine.some((held) => sameWord(held, each)))) refuse(REFUSALS.notYourRow(role));
  const all = period === null || evaluation === null ? [] : askedIn(subjectsIn(book, { period, evaluation }, today), ofLate);
  const own = all.filter(({ row }) => leadsOf(row.lead).some((lead) => wanted.some((each) => sameWord(each, lead))));
  const shown = [...own].sort((left, right) => left.rank - right.rank).slice(0, MOST_ROWS);
  return {
    today,
    asOf,
    locale: book.locale,
    period,
    open: open.map(({ name }) => name),
    late: late.map(({ period: { name } }) => name),
    role,
    line: ofLate !== undefined ? PUBLISHED_LATER : period === null ? '' : sayEntryDue(plan, period, today),
    mine,
    others: keeps ? owedByRole(all) : [],
    supporting: supportedBy(plan, evaluation, wanted),
    owed: own.filter(({ owed }) => owed).length,
    rows:
      period === null || evaluation === null
        ? []
        : rowsOf(book, shown, { period, evaluation, appraised: isAppraising(book, today) && isOpen(period) }),
    appraises: keeps && isAppraising(book, today),
    files: filesOf(ports, book, shown, period),
    more: own.length - shown.length,
    headers: { actual: headersOf('actual'), entry: headersOf('entry') },
    around: { ...around(book, shown, period), plans: plan.plans, settings: settingsFor(book, today) },
  };
}

/** A host that knows files keeps them beside the workbook, whose own place is one. */
function filesOf({ workbook }: Ports, book: Book, shown: readonly Subject[], period: Period | null): Record<string, string> {
  if (period === null) return {};
  const texts = shown.map(({ of, row: { id } }) => textAt(book, { of, id, period: period.name, field: 'evidence' }) ?? '');
  const named = evidenceFiles(texts);
  const place = named.length === 0 ? '' : workbook.place();
  if (!place.startsWith('file:')) return {};
  const folder = place.slice(0, place.lastIndexOf('/') + 1);
  const gone = book.goneFiles?.() ?? new Set();
  return Object.fromEntries(named.map((file) => [file, gone.has(file) ? '' : `${folder}${encodeURI(file)}`]));
}

/** Settled work needs nobody's help any more. */
const OPEN: readonly TaskStatus[] = ['in-progress', 'due-soon', 'overdue', 'not-started', 'not-updated'];

const MOST_SUPPORTED = 20;

/** Open work that one of these roles supports or watches and another leads. */
function supportedBy(
  plan: Plan,
  evaluation: Evaluation | null,
  wanted: readonly string[],
): NonNullable<MyRowsReply['supporting']> {
  const isOne = (roles: readonly string[]): boolean => roles.some((role) => wanted.some((each) => sameWord(each, role)));
  const lines = plan.tasks.flatMap((task) => {
    const standing = evaluation?.standings.get(task.id);
    const isOthers = !isOne(leadsOf(task.lead)) && isOne([...task.supports, ...task.watchers]);
    return standing === undefined || !isOthers || !OPEN.includes(standing.status) ? [] : [saySupported(task, standing)];
  });
  return { count: lines.length, lines: lines.slice(0, MOST_SUPPORTED) };
}

/** The period asked for, open or closed and still to be completed; else the one being entered. */
function askedPeriod(book: Book, asked: string, today: Day) {
  const open = openFirst(book.plan.periods, today);
  const late = closedToComplete(book);
  const ofLate = open.some(({ name }) => name === asked) ? undefined : late.find(({ period: { name } }) => name === asked);
  return { open, late, ofLate, period: ofLate?.period ?? open.find(({ name }) => name === asked) ?? open[0] ?? null };
}

/** Of a closed period only the rows that a result may still come for. */
function askedIn(all: readonly Subject[], late: { readonly rows: readonly Indicator[] } | undefined): readonly Subject[] {
  return late === undefined ? all : all.filter(({ of, row }) => of === 'actual' && late.rows.includes(row));
}

/** A rank of the year before the last is still disputed now and then; what is older is typed into the sheet. */
const MOST_CLOSED = 8;

/** Closed periods that a result may still come for, the latest first. */
function closedToComplete(book: Book) {
  const closed = byEnd(book.plan.periods).filter(isClosed).reverse().slice(0, MOST_CLOSED);
  return closed.map((period) => ({ period, rows: awaitedIn(book, period) })).filter(({ rows }) => rows.length > 0);
}

/** What is asked about in one row; the lower `rank`, the sooner. */
type Subject = { readonly owed: boolean; readonly rank: number } & (
  | { readonly of: 'actual'; readonly row: Indicator }
  | { readonly of: 'entry'; readonly row: Task }
);
type Judged = { readonly period: Period; readonly evaluation: Evaluation };

/** Every row of the period that stands in its tab; a blank row that an owed one takes its figures from is as urgent. */
function subjectsIn(book: Book, { period, evaluation }: Judged, today: Day): Subject[] {
  const returned = new Set(returnedRows(book, [period], today).map(({ of, id }) => `${of} ${id}`));
  const { indicators, tasks } = book.plan;
  const owing = indicators.filter(({ id }) => isOwing(evaluation, id));
  const waitedFor = new Set(owing.flatMap(({ links }) => [...(links?.numerator ?? []), ...(links?.denominator ?? [])]));
  const found: Subject[] = [
    ...indicators.map((row): Subject => ({ of: 'actual', row, owed: owing.includes(row), rank: 0 })),
    ...tasks.map((row): Subject => ({ of: 'entry', row, owed: isOwing(evaluation, row.id), rank: 0 })),
  ];
  const isBlankRow = ({ of, row: { id } }: Subject): boolean =>
    (of === 'actual' ? (['numerator', 'denominator', 'typed'] as const) : (['progress', 'result'] as const)).every((field) =>
      isBlank(textAt(book, { of, id, period: period.name, field }) ?? ''),
    );
  return found
    .filter(({ of, row }) => {
      const table = book.tables.get(TABLES[of]);
      return table !== undefined && rowOf(table, [row.id, period.name]) !== null;
    })
    .map((each) => {
      // What was given back is owed again.
      const subject = { ...each, owed: each.owed || returned.has(`${each.of} ${each.row.id}`) };
      const blank = isBlankRow(subject);
      const urgent = subject.owed || (blank && subject.of === 'actual' && waitedFor.has(subject.row.id));
      return { ...subject, rank: urgent ? 0 : blank ? 1 : 2 };
    });
}

function isOwing({ judgements, standings }: Evaluation, id: string): boolean {
  const [judgement, standing] = [judgements.get(id), standings.get(id)];
  return (judgement !== undefined && owesFigure(judgement)) || (standing !== undefined && owesWord(standing));
}

/** Everybody with rows to fill in, most owed first. */
function owedByRole(all: readonly Subject[]): MyRowsReply['others'] {
  const counts = new Map<string, number>();
  for (const { row, owed } of all) for (const role of leadsOf(row.lead)) counts.set(role, (counts.get(role) ?? 0) + Number(owed));
  return [...counts].map(([role, owed]) => ({ role, owed })).sort((left, right) => right.owed - left.owed);
}

type Shown = Judged & { readonly appraised: boolean };

function rowsOf(book: Book, subjects: readonly Subject[], { period, evaluation, appraised }: Shown): MyRow[] {
  const cells = planCells(book, period);
  return subjects.flatMap((subject): MyRow[] => {
    const { of, row, owed } = subject;
    const { id } = row;
    const field = of === 'entry' ? 'progress' : askedFigures(row).numerator === 'typed' ? 'numerator' : 'typed';
    const base = {
      tab: TABS[of].name,
      owed,
      appraisal: appraised ? appraisalOf(book, { of, id, period: period.name }) : null,
      at: placeOf(book.addressOf({ of, id, period: period.name, field })),
      texts: textsOf(book, of, { id, period }),
    };
    if (of === 'actual') {
      const indicator = { ...row, targets: [...row.targets] };
      return [{ ...base, of, indicator, facts: factsOf('actual', cells.ofIndicator(row), ACTUAL_FACTS) }];
    }
    const standing = evaluation.standings.get(id);
    if (standing === undefined) return [];
    const told = { ...cells.ofTask(row), ...deadlineCells(row, standing) };
    const earlier = book.entries
      .filter((entry) => entry.task === id && entry.period !== period.name)
      .map(({ period: name, progress, completedOn }) => ({ period: name, progress, completedOn }));
    return [{ ...base, of, task: row, earlier, facts: factsOf('entry', told, TASK_FACTS) }];
  });
}

const ACTUAL_FACTS = ['level', 'unit', 'previous', 'window', 'measure'];
const TASK_FACTS = ['due', 'product', 'previous'];

function factsOf(of: Of, values: ReturnType<PlanCells['ofTask']>, keys: readonly string[]): MyRow['facts'] {
  return keys.map((key) => [headerOf(TABS[of], key), String(values[key] ?? '')] as const).filter(([, text]) => !isBlank(text));
}

function textsOf(book: Book, of: Of, { id, period }: { id: string; period: Period }): FormTexts {
  const texts = FORM_FIELDS[of].map((field) => [field, textAt(book, { of, id, period: period.name, field })] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== null));
}

function headersOf(of: Of) {
  return Object.fromEntries(FORM_FIELDS[of].map((field) => [field, headerOf(TABS[of], field)]));
}

/** The periods up to this one and those that run beside it, the days off, and the figures that these rows are judged with. */
function around(book: Book, subjects: readonly Subject[], period: Period | null) {
  if (period === null) return { periods: [], holidays: [], figures: [] };
  const ids = new Set(
    subjects.flatMap(({ of, row }) =>
      of === 'entry'
        ? []
        : [row.id, ...(row.links?.numerator ?? []), ...(row.links?.denominator ?? []), ...(row.sumOf ?? []).flat()],
    ),
  );
  const periods = byEnd(book.plan.periods).filter(({ start }) => start <= period.end);
  const years = new Set(periods.filter(({ year, end }) => year === period.year && end <= period.end).map(({ name }) => name));
  return {
    periods,
    holidays: book.plan.holidays,
    figures: book.actuals
      .filter((actual) => ids.has(actual.indicator) && years.has(actual.period))
      .map(({ indicator, period: name, numerator, denominator, typed }) => ({
        indicator,
        period: name,
        numerator,
        denominator,
        typed,
      })),
  };
}

const JUDGING: readonly SettingKey[] = ['plan-years', 'grades', 'notice-days', 'ranked-units'];

/** The settings that verdicts ask for; the years of the plan are said, because a page does not have its levels. */
function settingsFor({ plan }: Book, today: Day): Setting[] {
  const years = planYears(plan, today);
  const said: Setting[] = years === null ? [] : [{ key: 'plan-years', value: `${years.first} - ${years.last}`, from: today }];
  return [...plan.settings.filter(({ key }) => JUDGING.includes(key)), ...said];
}
