import { leadFindings, missedFindings, planFindings, registerFindings, rowFindings } from '../../domain/checks/checks.ts';
import { evidenceFindings } from '../../domain/checks/evidence.ts';
import { SEVERITIES } from '../../domain/checks/finding.ts';
import type { Day } from '../../domain/core/day.ts';
import { CHANGE_CODES, CHANGE_SEVERITY } from '../../domain/history/changes.ts';
import { type Evaluations, evaluations } from '../../domain/judging/evaluate.ts';
import { periodToOpen } from '../../domain/period/calendar.ts';
import type { Period } from '../../domain/period/period.ts';
import { sayFinding } from '../../words/checks/findings.ts';
import { sayProblem } from '../../words/checks/problems.ts';
import { sayChange } from '../../words/history/changes.ts';
import { a1, placeFindings } from '../../workbook/core/address.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { CellAddress } from '../../workbook/core/cell.ts';
import { feedsOf } from '../../workbook/read/feeds.ts';
import { scoresOf } from '../../workbook/read/read-scores.ts';
import type { EnterRequest } from '../replies/enter.ts';
import type { Place, ProblemLine } from '../replies/lines.ts';
import { pendingChanges } from './changes.ts';
import { mendOfFinding, mendOfProblem } from './mends.ts';

/** A cell as a page shows it and goes to it. */
export function placeOf(at: CellAddress | null): Place | null {
  return at === null ? null : { tab: at.tab, row: at.row, column: at.column, a1: a1(at) };
}

/**
 * Everything wrong with the workbook, most serious first, then by tab and row: what the sheet holds and what the rules find.
 * `periods`: whose rows are checked, the one that matters most first; with none the plan and the workbook are checked for the one to open next.
 * `judged`: the evaluations that who asks has made already.
 */
export function problemLines(book: Book, periods: readonly Period[], today: Day, judged = evaluations(book)): ProblemLine[] {
  const found = findingLines(book, { periods, today, judged });
  return [...sheetLines(book), ...found, ...changeLines(book)].sort(bySeverityThenPlace);
}

function sheetLines(book: Book): ProblemLine[] {
  return [...book.problems, ...scoresOf(book).problems].map((problem) => ({
    code: problem.code,
    severity: problem.severity,
    text: sayProblem(problem),
    at: placeOf(problem.at),
    ...mended(mendOfProblem(book, problem)),
  }));
}

function mended(mend: EnterRequest | undefined): Pick<ProblemLine, 'mend'> {
  return mend === undefined ? {} : { mend };
}

type Wanted = { readonly periods: readonly Period[]; readonly today: Day; readonly judged: Evaluations };

function findingLines(book: Book, { periods, today, judged }: Wanted): ProblemLine[] {
  const first = periods[0] ?? periodToOpen(book.plan.periods, today);
  if (first === null) return [];
  const around = { today, locale: book.locale, timeZone: book.timeZone, judged };
  const { rows: scores } = scoresOf(book);
  const found = [
    ...planFindings(book, { period: first, ...around }),
    ...periods.flatMap((period) => rowFindings(book, { period, ...around })),
    ...(periods.length === 0 ? [] : missedFindings(book, today)),
    ...leadFindings(book, periods, around),
    ...evidenceFindings({ ...book, scores }, periods),
    ...registerFindings(
      { ...book, scores },
      periods.flatMap((period) => feedsOf(book, period)),
      today,
    ),
  ];
  return placeFindings(book, found).map(({ finding, at }) => ({
    code: finding.code,
    severity: finding.severity,
    text: sayFinding(finding),
    at: placeOf(at),
    ...mended(mendOfFinding(book, finding)),
  }));
}

/** What differs from `Bản chốt` and waits for a reason. */
function changeLines(book: Book): ProblemLine[] {
  return pendingChanges(book).map(({ kind, at, name, before, after, logged }) => {
    const header = name.split(' | ').pop() ?? '';
    const [since, row] = [logged?.at?.day ?? null, logged?.row ?? null];
    const told = { kind, before, after, id: at.id, period: at.period, header, since, row };
    const text = sayChange(told);
    return { code: CHANGE_CODES[kind], severity: CHANGE_SEVERITY, text, at: placeOf(book.addressOf(at)), change: name, told };
  });
}

function bySeverityThenPlace(left: ProblemLine, right: ProblemLine): number {
  const severity = SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity);
  if (severity !== 0) return severity;
  const [tab, other] = [left.at?.tab ?? '', right.at?.tab ?? ''];
  return tab === other ? (left.at?.row ?? 0) - (right.at?.row ?? 0) : tab.localeCompare(other);
}
