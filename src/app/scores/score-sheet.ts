import type { Day } from '../../domain/core/day.ts';
import { yearOf } from '../../domain/core/day.ts';
import { byEnd } from '../../domain/period/calendar.ts';
import { isSample, setting } from '../../domain/plan/settings.ts';
import type { TaskItem } from '../../domain/report/report-model.ts';
import { type ScoreSheet, scoreSheet } from '../../domain/scores/score.ts';
import { spreadsheetOf } from '../../paper/sheet/spreadsheet.ts';
import type { Paper } from '../../words/paper/paper.ts';
import { PAPER_FILES } from '../../words/report/papers.ts';
import { readBands } from '../../words/scores/score.ts';
import { SCORE_COLUMNS, SCORE_FILES, sayScoreSheet, scoreSheetRows } from '../../words/scores/score-sheet.ts';
import type { Book } from '../../workbook/core/book.ts';
import { knownFigures } from '../../workbook/read/known-figures.ts';
import { scoresOf } from '../../workbook/read/read-scores.ts';
import { openBook } from '../base/open-book.ts';
import { type Ports, XLSX } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import type { PapersReply } from '../replies/actions.ts';
import { composedReport } from '../report/compose-report.ts';
import { handedOver } from '../report/hand-over.ts';

const WIDTHS = [9, 50, 10, 10, 11, 11, 10, 60] as const;

/** `Bảng tự chấm điểm` of a year as a paper and as a workbook; anyone who sees the workbook may print what stands in it. */
export function makeScoreSheet(ports: Ports, { year }: { readonly year: number }): PapersReply {
  const book = openBook(ports);
  const today = ports.clock.today();
  const sheet = sheetOf(book, year, today);
  if (sheet.lines.length === 0) refuse(SCORE_FILES.nothing(year));
  const columns = SCORE_COLUMNS.map((title, at) => ({ title, width: WIDTHS[at] ?? 12 }));
  const title = SCORE_FILES.paper(year);
  const files = [
    { name: PAPER_FILES.scores(year, today), bytes: ports.docx.toDocx(scorePaper(book, sheet, today)) },
    {
      name: SCORE_FILES.workbook(year),
      bytes: spreadsheetOf([{ name: String(year), title, columns, rows: scoreSheetRows(sheet) }]),
      mimeType: XLSX,
    },
  ];
  return { ...handedOver(ports.documents, files), text: null, layout: [] };
}

/** The sheet of a year in words, with its annex. */
export function scorePaper(book: Book, sheet: ScoreSheet, today: Day): Paper {
  const bands = readBands(setting(book.plan, 'score-bands', today) ?? '');
  const unit = setting(book.plan, 'unit-name', today) ?? '';
  const tasks = tasksOf(book, sheet.year, today);
  return sayScoreSheet({ sheet, bands, unit, sample: isSample(book.plan), tasks, asOf: today });
}

export function sheetOf(book: Book, year: number, today: Day): ScoreSheet {
  return scoreSheet(scoresOf(book).rows, year, knownFigures(book, today));
}

/** The tasks that fell due in the year, as the newest opened period of it knows them. */
function tasksOf(book: Book, year: number, today: Day): TaskItem[] {
  const period = byEnd(book.plan.periods)
    .filter((each) => each.year === year && each.state !== 'unopened')
    .pop();
  if (period === undefined) return [];
  const asOf = period.end < today ? period.end : today;
  const { annexes } = composedReport(book, { period, asOf, madeOn: today, version: 1, draft: false });
  return annexes.tasks.dated.filter(
    ({ standing: { lastDay, binding } }) => lastDay !== null && binding && yearOf(lastDay) === year,
  );
}
