import type { Day } from '../../domain/core/day.ts';
import { yearOf } from '../../domain/core/day.ts';
import type { Source } from '../../domain/core/source.ts';
import { setting } from '../../domain/plan/settings.ts';
import { stillToEarn } from '../../domain/scores/score.ts';
import { upperFirst } from '../../words/report/sentence.ts';
import { readBands, sayFigure, sayScore, sayTotal } from '../../words/scores/score.ts';
import { CRITERIA_SETS } from '../../words/scores/sets/all.ts';
import type { Book } from '../../workbook/core/book.ts';
import { headerOf } from '../../workbook/read/find-columns.ts';
import { scoresOf } from '../../workbook/read/read-scores.ts';
import { SCORES } from '../../workbook/tabs/scores.ts';
import { textAt } from '../base/office-cells.ts';
import type { Ports } from '../base/ports.ts';
import { formCell } from '../extras/form-cell.ts';
import { fieldsFor } from '../extras/whose-row.ts';
import { placeOf } from '../judging/problem-lines.ts';
import type { ExtrasView } from '../replies/extras.ts';
import { sheetOf } from './score-sheet.ts';

/** What a form asks of a criterion; its rules are changed in the tab. */
const FIELDS = ['value', 'of', 'declared', 'evidence', 'lead', 'dueOn', 'deducted', 'assessed', 'polled', 'note'];

/** The newest year with its points: where they are lost first, each criterion with its form. */
export function scoresView(ports: Ports, book: Book, today: Day): NonNullable<ExtrasView['scores']> {
  const years = [...new Set(scoresOf(book).rows.map(({ year }) => year))].sort((left, right) => right - left);
  const year = years[0] ?? yearOf(today);
  const sheet = sheetOf(book, year, today);
  const lost = new Map(stillToEarn(sheet).map(({ score, lost: points }) => [score, points]));
  const scores = [...sheet.leaves].sort((left, right) => (lost.get(right) ?? 0) - (lost.get(left) ?? 0));
  return {
    year,
    years,
    sets: CRITERIA_SETS.map(({ key, title }) => ({ key, title })),
    form: FIELDS.map((field) => formCell(SCORES, field)),
    summary: sheet.lines.length === 0 ? '' : sayTotal(sheet, readBands(setting(book.plan, 'score-bands', today) ?? '')),
    lines: scores.map((score) => {
      const { row, state, figure } = score;
      const at = (field: string): Source => ({ of: 'score', id: row.id, period: String(row.year), field });
      const id = `${row.id}|${row.year}`;
      return {
        id,
        text: `${row.id}. ${row.title}`,
        state,
        lost: lost.get(score) ?? 0,
        said: `${upperFirst(sayScore(score))}${figure === null ? '' : ` (${sayFigure(figure)})`}`,
        asked: [row.counted, row.wanted].filter((part) => part !== '').join('. '),
        texts: Object.fromEntries(FIELDS.map((field) => [headerOf(SCORES, field), textAt(book, at(field)) ?? ''])),
        mine: fieldsFor(ports, book, 'scores', id)
          .filter((field) => FIELDS.includes(field))
          .map((field) => headerOf(SCORES, field)),
        at: placeOf(book.addressOf(at('value'))),
      };
    }),
  };
}
