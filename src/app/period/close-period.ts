import { standingGroups } from '../../domain/history/journal.ts';
import { type FrozenFactDraft, freeze } from '../../domain/history/snapshot.ts';
import { evaluate } from '../../domain/judging/evaluate.ts';
import { isOpen, type Period } from '../../domain/period/period.ts';
import { freezeScores, freezeSurveys } from '../../domain/province/register-facts.ts';
import { scoreSheet } from '../../domain/scores/score.ts';
import { JOURNAL_WORDS, REFUSALS } from '../../words/core/refusals.ts';
import { PACKAGE_WORDS } from '../../words/province/package.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { Block, CellValue } from '../../workbook/core/cell.ts';
import { joinKey } from '../../workbook/core/key.ts';
import { knownFigures } from '../../workbook/read/known-figures.ts';
import { scoresOf } from '../../workbook/read/read-scores.ts';
import { judgementEdits } from '../../workbook/write/derived.ts';
import { appendRows, rowBlocks } from '../../workbook/write/write.ts';
import { now, whoAsks } from '../base/journal.ts';
import { knownPeriod, openBook, tableOf } from '../base/open-book.ts';
import { isHalfDone, stepBlocks } from '../base/period-state.ts';
import { NOT_WRITTEN, type Ports } from '../base/ports.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import { type Decision, verifiedWrite } from '../base/verified-write.ts';
import { refreshBook } from '../judging/refresh.ts';
import { packageOf } from '../province/export-period.ts';
import type { ClosePeriodReply } from '../replies/actions.ts';

/** Freezes a period's facts as of its cut-off into `Bản chốt` and closes it; a reopened period gets the next version. */
export function closePeriod(ports: Ports, { period: name }: { readonly period: string }): ClosePeriodReply {
  const reply = verifiedWrite(ports, openBook(ports), (book) => closed(ports, book, name));
  const book = openBook(ports);
  refreshBook(ports, book);
  return { ...reply, package: packed(ports, book, name) };
}

/** The package of what was closed; where none could be made the period is closed all the same, and the sentence says how to make it. */
function packed(ports: Ports, book: Book, name: string): string {
  try {
    const [file] = packageOf(ports, book, knownPeriod(book, name)).files;
    return file === undefined || file.url === '' ? PACKAGE_WORDS.notKept : PACKAGE_WORDS.atClosing(file.name);
  } catch (failure) {
    if (failure instanceof Refusal) return failure.sentence;
    if (failure instanceof Error && failure.name === NOT_WRITTEN) return PACKAGE_WORDS.notMade;
    throw failure;
  }
}

function closed(ports: Ports, book: Book, name: string): Decision<Omit<ClosePeriodReply, 'package'>> {
  const period = closable(book, knownPeriod(book, name));
  if (ports.clock.today() < period.end) refuse(REFUSALS.notEnded(period.name, period.end));
  const version = versionToWrite(ports, book, period);
  const evaluation = evaluate(book, { period, asOf: period.end });
  const facts = [...freeze(book, { period, version, evaluation }), ...registerFacts(book, period, version)];
  const stamp = { at: now(ports), who: whoAsks(ports) };
  const blocks = [
    // The rows keep what was judged at the cut-off: no later run writes to them.
    ...judgementEdits(book, [{ period, evaluation }]),
    ...factBlocks(
      book,
      facts.map((fact) => ({ ...fact, ...stamp })),
    ),
    ...stepBlocks(ports, book, {
      period,
      operation: 'close-period',
      to: 'closed',
      note: JOURNAL_WORDS.frozen(version, facts.length),
    }),
  ];
  return { blocks, reply: { period: period.name, version, facts: facts.length } };
}

/** What the registers that are kept say of the period: it leaves the office with its figures. */
function registerFacts(book: Book, period: Period, version: number): FrozenFactDraft[] {
  const { rows } = scoresOf(book);
  const known = rows.length === 0 ? () => null : knownFigures(book, period.end);
  return [
    ...freezeScores(scoreSheet(rows, period.year, known), { period, version }),
    ...freezeSurveys(book.surveys, { period, version }),
  ];
}

/**
 * The next version; but one that a run began and did not finish keeps its own number: the log says it while the state does
 * not, or it was begun today and the log does not know it.
 */
function versionToWrite({ clock }: Ports, book: Book, period: Period): number {
  const mine = book.frozen.filter((fact) => fact.period === period.name);
  const newest = mine.reduce((last, { version }) => Math.max(last, version), 0);
  const logged = standingGroups(book.journal)
    .flat()
    .filter(({ operation, place }) => operation === 'close-period' && place === period.name);
  const isBegun = newest > logged.length && mine.some(({ version, on }) => version === newest && on === clock.today());
  return newest > 0 && (isBegun || isHalfDone(book, period, 'close-period')) ? newest : newest + 1;
}

type FactRow = Readonly<Record<'period' | 'version' | 'id' | 'field', string | number>> & Readonly<Record<string, CellValue>>;

/** Facts that stand there already, of a run that was cut, are made to say what is true now; the others come under the last row. */
function factBlocks(book: Book, facts: readonly FactRow[]): Block[] {
  const table = tableOf(book, 'frozen');
  const rowOf = ({ period, version, id, field }: FactRow): number | undefined =>
    table.rows.get(joinKey([String(period), String(version), String(id), String(field)]));
  const there = facts.flatMap((values) => {
    const row = rowOf(values);
    return row === undefined ? [] : [{ row, values }];
  });
  return [
    ...rowBlocks(table, there),
    ...appendRows(
      table,
      facts.filter((fact) => rowOf(fact) === undefined),
    ),
  ];
}

/** Only a period being entered can be closed, and earlier ones first. */
function closable({ plan }: Book, period: Period): Period {
  const open = plan.periods.filter(isOpen);
  if (!isOpen(period))
    refuse(
      REFUSALS.notOpen(
        period.name,
        open.map(({ name }) => name),
      ),
    );
  const earlier = open.find(({ end }) => end < period.end);
  if (earlier !== undefined) refuse(REFUSALS.earlierIsOpen(period.name, earlier.name));
  return period;
}
