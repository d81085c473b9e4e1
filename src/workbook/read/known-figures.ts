import { type Day, dayFrom, yearOf } from '../../domain/core/day.ts';
import { fold, tidy } from '../../domain/core/word.ts';
import { inspectionCounts } from '../../domain/inspections/recommendation.ts';
import { type Evaluation, type Evaluations, evaluations } from '../../domain/judging/evaluate.ts';
import type { Measured } from '../../domain/judging/verdict.ts';
import { byEnd, yearlyWindow } from '../../domain/period/calendar.ts';
import type { Period } from '../../domain/period/period.ts';
import type { TaskStatus } from '../../domain/plan/task.ts';
import type { ScoreFigure, ScoreRow } from '../../domain/scores/criterion.ts';
import { surveysIn } from '../../domain/surveys/survey.ts';
import { KNOWN_WORDS } from '../../words/scores/known.ts';
import type { Book } from '../core/book.ts';

/** What the workbook itself knows of a criterion, by its `Lấy từ`; `null`: nothing, so that the office types it. */
export type Known = (row: Pick<ScoreRow, 'source' | 'year'>) => ScoreFigure | null;

/** The periods of a year that were opened, each judged once, the newest first. */
type Year = { readonly book: Book; readonly today: Day; readonly judged: Evaluations };
type Judged = { readonly period: Period; readonly evaluation: Evaluation };

export function knownFigures(book: Book, today: Day): Known {
  const all: Year = { book, today, judged: evaluations(book) };
  return ({ source, year }) => {
    const said = tidy(source);
    if (said === '') return null;
    const read = READERS.find(([pattern]) => pattern.test(said));
    return read === undefined ? ofIndicator(all, year, said) : read[1](all, year, read[0].exec(said) ?? []);
  };
}

type Reader = (all: Year, year: number, found: readonly (string | undefined)[]) => ScoreFigure | null;

/** The words that `Lấy từ` takes beside the `Mã` of an indicator. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/^nhiệm vụ$/iu, ofTasks],
  [/^báo cáo$/iu, ofReports],
  [/^kiến nghị$/iu, ofRecommendations],
  [/^khảo sát\s+(\S+)$/iu, (all, _, [, id = '']) => ofSurvey(all, id)],
  [/^biểu mẫu\s+([\d.]+)\s*\/\s*([\d.]+)$/iu, (all, year, [, part = '', whole = '']) => ofForms(all, year, [part, whole])],
  [/^biểu mẫu\s+([\d.]+)$/iu, (all, year, [, part = '']) => ofForms(all, year, [part])],
];

function judgedOf({ book, today, judged }: Year, year: number): Judged[] {
  const opened = byEnd(book.plan.periods).filter((period) => period.year === year && period.state !== 'unopened');
  return opened
    .reverse()
    .map((period) => ({ period, evaluation: judged({ period, asOf: period.end < today ? period.end : today }) }));
}

/** The newest period of the year in which the row has a figure. */
function ofIndicator(all: Year, year: number, id: string): ScoreFigure | null {
  const indicator = all.book.plan.indicators.find((each) => fold(each.id) === fold(id));
  if (indicator === undefined) return null;
  for (const { period, evaluation } of judgedOf(all, year)) {
    const measured = evaluation.judgements.get(indicator.id)?.measured ?? null;
    const figure = measured === null ? null : figureOf(measured, KNOWN_WORDS.indicator(indicator.id, period.name));
    if (figure !== null) return figure;
  }
  return null;
}

function figureOf(measured: Measured, from: string): ScoreFigure | null {
  if (measured.kind === 'grade') return null;
  if (measured.kind === 'number') return { value: { is: 'numbers', numbers: [measured.value] }, of: null, from };
  return ratio(measured.numerator, measured.denominator, from);
}

function ratio(part: number, whole: number, from: string): ScoreFigure {
  return { value: { is: 'numbers', numbers: [part] }, of: whole, from };
}

/** The rows of the statistical forms by their codes, both of the same period. */
function ofForms(all: Year, year: number, codes: readonly string[]): ScoreFigure | null {
  const rows = codes.map((code) => all.book.plan.indicators.find(({ form }) => tidy(form) === code));
  for (const { period, evaluation } of judgedOf(all, year)) {
    const values = rows.map((row) => (row === undefined ? null : (evaluation.judgements.get(row.id)?.measured ?? null)));
    const numbers = values.flatMap((value) => (value?.kind === 'number' ? [value.value] : []));
    const [part, whole] = numbers;
    if (part === undefined || numbers.length < codes.length) continue;
    const from = KNOWN_WORDS.forms(codes, period.name);
    return whole === undefined ? { value: { is: 'numbers', numbers: [part] }, of: null, from } : ratio(part, whole, from);
  }
  return null;
}

const DONE: readonly TaskStatus[] = ['done-on-time', 'done-late', 'done'];
const COUNTED: readonly TaskStatus[] = [...DONE, 'overdue'];

/** Work that fell due in the year and is done, of all that fell due: what a criterion of completion asks. */
function ofTasks(all: Year, year: number): ScoreFigure | null {
  const [newest] = judgedOf(all, year);
  if (newest === undefined) return null;
  const due = [...newest.evaluation.standings.values()].filter(
    ({ lastDay, binding, status }) => lastDay !== null && binding && yearOf(lastDay) === year && COUNTED.includes(status),
  );
  const done = due.filter(({ status }) => DONE.includes(status)).length;
  return due.length === 0 ? null : ratio(done, due.length, KNOWN_WORDS.tasks(newest.period.name));
}

/** Reports whose day of sending has come, and those that were sent by it. */
function ofReports({ book, today }: Year, year: number): ScoreFigure | null {
  const due = book.plan.periods.filter(
    (period) => period.year === year && period.sendDueOn !== null && period.sendDueOn <= today,
  );
  const sent = due.filter(({ sentOn, sendDueOn }) => sentOn !== null && sendDueOn !== null && sentOn <= sendDueOn).length;
  return due.length === 0 ? null : ratio(sent, due.length, KNOWN_WORDS.reports);
}

function ofRecommendations({ book, today }: Year, year: number): ScoreFigure | null {
  const end = dayFrom(year, 12, 31) ?? today;
  const { found, mended } = inspectionCounts(book.recommendations, { ...yearlyWindow(year), end: end < today ? end : today });
  return found === 0 ? null : ratio(mended, found, KNOWN_WORDS.recommendations);
}

function ofSurvey({ book }: Year, id: string): ScoreFigure | null {
  const survey = surveysIn(book.surveys).find((each) => fold(each.id) === fold(id));
  if (survey === undefined || survey.state === 'nothing') return null;
  return ratio(survey.whole.satisfied, survey.whole.answered, KNOWN_WORDS.survey(survey.id));
}
