import { countAnswers } from '../../domain/surveys/read-answers.ts';
import { readCsv } from '../../words/core/csv.ts';
import { SURVEY_METHOD_LABELS, SURVEY_SUBJECT_LABELS } from '../../words/core/labels.ts';
import { EXTRA_REFUSALS, SURVEY_WORDS } from '../../words/extras/extras.ts';
import type { Book } from '../../workbook/core/book.ts';
import type { CellValue } from '../../workbook/core/cell.ts';
import { keysIn } from '../../workbook/core/key.ts';
import type { TabTable } from '../../workbook/core/tab.ts';
import { SURVEYS } from '../../workbook/tabs/surveys.ts';
import { appendRows } from '../../workbook/write/write.ts';
import { journalBlocks, notYetLogged } from '../base/journal.ts';
import { openBook } from '../base/open-book.ts';
import type { Ports } from '../base/ports.ts';
import { refuse } from '../base/refusal.ts';
import { typedValue } from '../base/typed-cell.ts';
import { type Decision, verifiedWrite } from '../base/verified-write.ts';
import { markAt, markOf, rowMarks } from '../import/row-marks.ts';
import { refreshBook } from '../judging/refresh.ts';
import type { SurveyReply, SurveyRequest } from '../replies/extras.ts';

/**
 * Counts the answers of a form's export and writes a row for each question of the scale: no answer of one person, no name and no address is
 * kept. The same file with the same words about it is written only once.
 */
export function importSurvey(ports: Ports, request: SurveyRequest): SurveyReply {
  const reply = verifiedWrite(ports, openBook(ports), (book) => counted(ports, book, request));
  refreshBook(ports, openBook(ports));
  return reply;
}

type Row = Readonly<Record<string, CellValue>>;

function counted(ports: Ports, book: Book, request: SurveyRequest): Decision<SurveyReply> {
  const table = book.tables.get('surveys') ?? refuse(EXTRA_REFUSALS.notThere(SURVEYS.name));
  const questions = countAnswers(readCsv(request.file));
  if (questions.length === 0) refuse(SURVEY_WORDS.noScale);
  const forms = Math.max(...questions.map(({ levels }) => levels.reduce((all, count) => all + count, 0)));
  const about = aboutAll(book, table, request);
  const said = questions.map(({ text, levels: [best = 0, good = 0, middling = 0, poor = 0, worst = 0], unanswered }, at): Row => {
    return { ...about, question: String(at + 1), text, best, good, middling, poor, worst, unanswered };
  });
  const known = surveySaying(table, said);
  if (known !== null) return { blocks: [], reply: replyOf(known, { questions: said.length, forms, isNew: false }) };
  const id = freeId(table);
  const rows = said.map((row): Row => ({ ...row, id }));
  const note = rowMarks(rows.map((row) => ({ id: `${id}|${row['question']}`, mark: markOf(table, row) })));
  const entry = { operation: 'record' as const, place: SURVEYS.name, before: '', after: id, note };
  const blank = Object.fromEntries([...table.columns.keys()].map((key): [string, CellValue] => [key, '']));
  return {
    blocks: [
      ...journalBlocks(ports, book, notYetLogged(book, [entry])),
      ...appendRows(
        table,
        rows.map((row) => ({ ...blank, ...row })),
      ),
    ],
    reply: replyOf(id, { questions: rows.length, forms, isNew: true }),
  };
}

/** What is said of the survey as a whole, as its columns take it. */
function aboutAll(book: Book, table: TabTable, { title, subject, until, minimum, feeds }: SurveyRequest): Row {
  const value = (field: string, text: string): CellValue => typedValue(book, table, { field, text, format: '' });
  return {
    title: title.trim(),
    subject: SURVEY_SUBJECT_LABELS[subject],
    method: SURVEY_METHOD_LABELS.online,
    until: value('until', until),
    minimum: value('minimum', minimum),
    feeds: feeds.trim(),
  };
}

/** The survey whose rows say all of this. */
function surveySaying(table: TabTable, said: readonly Row[]): string | null {
  const ids = [...new Set([...table.rows.keys()].map((key) => key.split('|')[0] ?? ''))];
  const stands = (id: string, row: Row): boolean => {
    const at = table.rows.get(`${id}|${row['question']}`);
    return at !== undefined && markAt(table, at) === markOf(table, { ...row, id });
  };
  return ids.find((id) => said.every((row) => stands(id, row))) ?? null;
}

function freeId(table: TabTable): string {
  const last = [...keysIn(table)].reduce((most, key) => Math.max(most, Number(/^KS-?(\d{1,6})\|/iu.exec(key)?.[1] ?? 0)), 0);
  return `KS-${String(last + 1).padStart(2, '0')}`;
}

type Counted = { readonly questions: number; readonly forms: number; readonly isNew: boolean };

function replyOf(id: string, { questions, forms, isNew }: Counted): SurveyReply {
  return { id, questions, forms, sentence: isNew ? SURVEY_WORDS.imported(id, questions, forms) : SURVEY_WORDS.there(id) };
}
