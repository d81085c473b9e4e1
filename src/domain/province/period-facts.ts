import { parseDay } from '../core/day.ts';
import { placeOfWord, tidy } from '../core/word.ts';
import { type FrozenFactDraft, measuredFromRaw } from '../history/snapshot.ts';
import type { Typed } from '../judging/evaluate.ts';
import { publishedLater } from '../judging/published.ts';
import { isProposedLevel } from '../judging/tally.ts';
import { type Judgement, type Measured, VERDICTS } from '../judging/verdict.ts';
import type { Period } from '../period/period.ts';
import { answerCode } from '../plan/answer-code.ts';
import type { Actual, Indicator } from '../plan/indicator.ts';
import { actualsIn } from '../plan/rows-in.ts';
import { gradesOf } from '../plan/settings.ts';
import { isProposal, TASK_STATUSES, type Task } from '../plan/task.ts';
import { codeOf, type Form, filledForms } from '../report/forms.ts';
import { withoutPeople } from './people.ts';
import { scoreRows, surveyRows } from './register-facts.ts';
import type { Facts, RowOf } from './schema.ts';

type Closed = Typed & { readonly frozen: readonly FrozenFactDraft[] };
/** The lines of the statistical forms, and what the levels of an answer are called, best first. */
type Words = { readonly forms: readonly Form[]; readonly answers: readonly string[] };
type Result = Pick<Judgement, 'verdict' | 'measured' | 'publishedOn'> & { readonly level: string };
type Judged = { readonly indicator: Indicator; readonly judgement: Result; readonly actual: Actual | null };
/** The newest version of one row's facts, by field. */
type Fields = ReadonlyMap<string, FrozenFactDraft>;

/**
 * A closed period's facts as `Bản chốt` keeps them: what was typed over since does not leave the office before the period was closed
 * again. Only what was published later stands as the sheet has it now. Nobody's name, no explanation, no evidence.
 */
export function periodFacts(book: Closed, period: Period, { forms, answers }: Words): Facts {
  const kept = frozenIn(book.frozen, period);
  const rows = frozenRows(kept);
  const judged = judgedRows(book, period, rows);
  const clean = withoutPeople(book.plan);
  const grades = gradesOf(book.plan, period.end);
  return {
    indicators: inOrder(judged.map((row) => indicatorRow(row, { clean, grades }))),
    tasks: inOrder(book.plan.tasks.flatMap((task) => taskRows(task, rows.get(task.id), clean))),
    forms: formRows(judged, forms),
    scores: scoreRows(kept, (said) => text(clean(said))),
    surveys: surveyRows(kept, answers, (said) => text(clean(said))),
  };
}

/** However the office has sorted its tabs. */
function inOrder<Row extends { readonly id: string | null }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((one, other) => ((one.id ?? '') < (other.id ?? '') ? -1 : 1));
}

/** The newest version of a period's facts; 0 = never closed. */
export function newestVersion(frozen: readonly FrozenFactDraft[], period: Pick<Period, 'name'>): number {
  return frozen.reduce((last, fact) => (fact.period === period.name ? Math.max(last, fact.version) : last), 0);
}

function frozenIn(frozen: readonly FrozenFactDraft[], period: Period): FrozenFactDraft[] {
  const version = newestVersion(frozen, period);
  return frozen.filter((fact) => fact.period === period.name && fact.version === version);
}

function frozenRows(kept: readonly FrozenFactDraft[]): ReadonlyMap<string, Fields> {
  const rows = new Map<string, Map<string, FrozenFactDraft>>();
  for (const fact of kept) {
    const row = rows.get(fact.id) ?? new Map<string, FrozenFactDraft>();
    rows.set(fact.id, row.set(fact.field, fact));
  }
  return rows;
}

function judgedRows(book: Closed, period: Period, rows: ReadonlyMap<string, Fields>): Judged[] {
  const later = new Map(
    publishedLater(book).flatMap((row) => (row.period.name === period.name ? [[row.indicator.id, row]] : [])),
  );
  const actuals = actualsIn(book.actuals, period.name);
  return book.plan.indicators.flatMap((indicator): Judged[] => {
    const fields = rows.get(indicator.id);
    // A cell of `Bản chốt` may have been typed over; a word that is no code is no fact.
    const verdict = VERDICTS.find((code) => code === fields?.get('verdict')?.raw);
    if (fields === undefined || verdict === undefined) return [];
    const frozen: Result = {
      verdict,
      measured: measuredFromRaw(fields.get('result')?.raw ?? '', indicator),
      publishedOn: null,
      level: fields.get('verdict')?.level ?? '',
    };
    const published = later.get(indicator.id);
    const judgement =
      published === undefined ? frozen : { ...published.judgement, level: frozen.level, publishedOn: published.on };
    return [{ indicator, judgement, actual: actuals.get(indicator.id) ?? null }];
  });
}

type Cleaning = { readonly clean: (text: string) => string; readonly grades: readonly string[] };

function indicatorRow({ indicator, judgement, actual }: Judged, { clean, grades }: Cleaning): RowOf<'indicators'> {
  const { measured, verdict, publishedOn, level } = judgement;
  const isGrade = measured?.kind === 'grade' && isKnownAnswer(measured.grade, indicator, grades);
  return {
    id: text(clean(indicator.id)),
    plan: text(clean(indicator.plan)),
    field: text(clean(indicator.field)),
    title: text(clean(indicator.title)),
    unit: text(clean(indicator.unit)),
    kind: indicator.kind,
    data: indicator.data,
    form: text(codeOf(indicator.form)),
    level: text(clean(level)),
    ...partsOf(measured),
    grade: isGrade ? text(measured.grade) : null,
    verdict,
    proposed: isProposedLevel(indicator) ? 1 : 0,
    data_as_of: actual?.dataAsOf ?? null,
    published_on: publishedOn,
  };
}

/** A word of the scale, or one that the unit lists: any other word was typed freely, and whatever it says stays here. */
function isKnownAnswer(grade: string, { unit }: Indicator, grades: readonly string[]): boolean {
  return placeOfWord(grade, grades) >= 0 || answerCode(unit, grade) !== null;
}

function partsOf(measured: Measured | null): Pick<RowOf<'indicators'>, 'numerator' | 'denominator' | 'value'> {
  if (measured?.kind === 'ratio') return { numerator: measured.numerator, denominator: measured.denominator, value: null };
  return { numerator: null, denominator: null, value: measured?.kind === 'number' ? measured.value : null };
}

/** One row; none of a task that was not in force: it had no status. */
function taskRows(task: Task, fields: Fields | undefined, clean: Cleaning['clean']): RowOf<'tasks'>[] {
  const kept = fields?.get('status');
  const status = TASK_STATUSES.find((code) => code === kept?.raw);
  if (status === undefined) return [];
  return [
    {
      id: text(clean(task.id)),
      plan: text(clean(task.plan)),
      field: text(clean(task.field)),
      title: text(clean(task.title)),
      frequency: task.frequency,
      status,
      proposed: isProposal(task) ? 1 : 0,
      last_day: parseDay(kept?.level ?? ''),
      completed_on: parseDay(fields?.get('completedOn')?.raw ?? ''),
    },
  ];
}

/** The forms' rows of which something is known; a rate without its parts stands as its value. */
function formRows(judged: readonly Judged[], forms: readonly Form[]): RowOf<'forms'>[] {
  return filledForms(forms, judged, false).forms.flatMap(({ number, rows }) =>
    rows.flatMap(({ code, unit, figure }): RowOf<'forms'>[] => {
      const row = { form: Number(number), line: code, answer: null, data_as_of: null };
      if (figure.is === 'none') return [];
      if (figure.is === 'item') return itemFigure(figure.item, unit).map((known) => ({ ...row, ...known }));
      return [{ ...row, numerator: countIn(figure.done), denominator: countIn(figure.all), value: null }];
    }),
  );
}

type Figure = Pick<RowOf<'forms'>, 'numerator' | 'denominator' | 'value' | 'answer' | 'data_as_of'>;

/** One figure, or none: a word that is no answer of the form was typed freely. */
function itemFigure({ judgement: { measured }, actual }: Judged, unit: string): Figure[] {
  if (measured === null) return [];
  const answer = measured.kind === 'grade' ? answerCode(unit, measured.grade) : null;
  if (measured.kind === 'grade' && answer === null) return [];
  return [{ ...partsOf(measured), answer, data_as_of: actual?.dataAsOf ?? null }];
}

function countIn({ judgement: { measured } }: Judged): number | null {
  if (measured === null || measured.kind === 'grade') return null;
  return measured.kind === 'number' ? measured.value : measured.numerator;
}

/** One line each; a blank text is none. */
function text(value: string): string | null {
  const tidied = tidy(value);
  return tidied === '' ? null : tidied;
}
