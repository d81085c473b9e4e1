import {
  PROGRESS_LABELS,
  RECOMMENDATION_LABELS,
  SCORE_STATE_LABELS,
  STATUS_LABELS,
  SURVEY_STATE_LABELS,
  VERDICT_LABELS,
} from '../../words/core/labels.ts';
import { MARKS, sayColumns, textsNaming } from '../../words/entry/marks.ts';
import { BAR, OVERVIEW_WORDS, SAMPLE_MARK } from '../../words/pages/overview.ts';
import { HEAD_WORDS } from '../../words/set-up/layout.ts';
import { columnLetter } from '../core/address.ts';
import type { TabKey, TabSpec } from '../core/tab.ts';
import { markedColumns } from '../write/entry-marks.ts';
import type { PaintRule } from './layout.ts';

/** Calm colours; each pair of letters on ground has a contrast of at least 4.5 : 1 (WCAG AA). */
const GREEN = { background: '#E3F1E5', fontColor: '#1B5E20' };
const AMBER = { background: '#FFF1D6', fontColor: '#7A4300' };
const RED = { background: '#FBE3E1', fontColor: '#9B1C1C' };
const BLUE = { background: '#E4EEF8', fontColor: '#1A4971' };
const GREY = { background: '#ECEFF1', fontColor: '#455A64' };
/** As the machine's own cells: nothing is typed there. */
const LOCKED = '#F1F3F4';
type Colours = { readonly background: string; readonly fontColor: string };

/** The words that stand in grey cells, by the colour of what they say. */
const WORD_COLOURS: readonly (readonly [Colours, readonly string[]])[] = [
  [GREEN, [VERDICT_LABELS.met, STATUS_LABELS['done-on-time'], STATUS_LABELS.done, STATUS_LABELS['done-in-period']]],
  [AMBER, [VERDICT_LABELS['nearly-met'], STATUS_LABELS['due-soon'], STATUS_LABELS['done-late']]],
  [RED, [VERDICT_LABELS['not-met'], STATUS_LABELS.overdue]],
  [BLUE, [VERDICT_LABELS['no-data'], STATUS_LABELS['not-updated'], STATUS_LABELS['in-progress']]],
  [GREY, [VERDICT_LABELS['not-applicable'], STATUS_LABELS.suspended]],
];

/** Those of the registers, which speak of something else than work and figures. */
const OWN_COLOURS: Partial<Record<TabKey, typeof WORD_COLOURS>> = {
  inspections: [
    [GREEN, [RECOMMENDATION_LABELS.rechecked]],
    [AMBER, [RECOMMENDATION_LABELS['due-soon'], RECOMMENDATION_LABELS.unproved]],
    [RED, [RECOMMENDATION_LABELS.overdue, RECOMMENDATION_LABELS.reopened]],
    [BLUE, [RECOMMENDATION_LABELS.fixed, RECOMMENDATION_LABELS.open]],
    [GREY, [RECOMMENDATION_LABELS.none]],
  ],
  scores: [
    [GREEN, [SCORE_STATE_LABELS.full]],
    [AMBER, [SCORE_STATE_LABELS.partly, SCORE_STATE_LABELS.unproved]],
    [RED, [SCORE_STATE_LABELS.zero, SCORE_STATE_LABELS.unusable]],
    [BLUE, [SCORE_STATE_LABELS['no-data']]],
    [GREY, [SCORE_STATE_LABELS.excluded, SCORE_STATE_LABELS['by-others'], SCORE_STATE_LABELS.group]],
  ],
  surveys: [
    [GREEN, [SURVEY_STATE_LABELS.enough]],
    [AMBER, [SURVEY_STATE_LABELS['too-few']]],
    [BLUE, [SURVEY_STATE_LABELS.nothing]],
  ],
};

/** The bars of the chart, in the hues of the words, but so much stronger that they stand out on white, and dark figures on them. */
export const BAR_COLOURS = { met: '#7CBF8C', 'nearly-met': '#F0C05A', 'not-met': '#E0807A', 'no-data': '#A8C3DE' } as const;

export const HOURS_UNTIL_STALE = 26;

/** Where the rules of a tab stand: its headers, its last row, and each column by key. */
export type PaintPlace = { readonly headerRow: number; readonly lastRow: number; readonly columns: ReadonlyMap<string, number> };

/** Sums and products say how many things hold; a rule is to be told TRUE or FALSE, which is all that Google says a custom formula gives. */
function holds(count: string): string {
  return `=(${count})>0`;
}

/** The rules of a tab's data rows: the deadline by its dates, the grey words by themselves. */
export function paintRules(spec: TabSpec, place: PaintPlace): PaintRule[] {
  return [...deadlineRules(place), ...wordRules(spec, place), ...mendRules(spec, place), ...lockRules(spec, place)];
}

/** Paints each typed cell that `Ô cần sửa` of its row names. */
function mendRules(spec: TabSpec, place: PaintPlace): PaintRule[] {
  const named = place.columns.get('toMend');
  if (named === undefined) return [];
  const cell = `$${columnLetter(named)}${place.headerRow + 1}`;
  const keys = markedColumns(spec);
  const headers = keys.map((key) => spec.columns[key]?.header ?? '');
  return keys.flatMap((key, at) => {
    const column = place.columns.get(key);
    if (column === undefined) return [];
    const texts = textsNaming(headers[at] ?? '', headers);
    return [ruleOver(place, column, { formula: isOneOf(cell, texts), ...RED, bold: false })];
  });
}

/** Yellow cells that `Không nhập` of their row names turn grey. */
function lockRules(spec: TabSpec, place: PaintPlace): PaintRule[] {
  const named = place.columns.get('locked');
  if (named === undefined) return [];
  const cell = `$${columnLetter(named)}${place.headerRow + 1}`;
  const { numerator, denominator } = spec.columns;
  const pair = [numerator, denominator].flatMap((column) => (column === undefined ? [] : [column.header]));
  const typed = Object.entries(spec.columns).filter(([, { by }]) => by === 'office');
  return typed.flatMap(([key, { header }]) => {
    const column = place.columns.get(key);
    if (column === undefined) return [];
    const texts = [MARKS.closedRow, header, ...(pair.includes(header) ? [sayColumns(pair)] : [])];
    return [ruleOver(place, column, { formula: isOneOf(cell, texts), background: LOCKED, fontColor: null, bold: false })];
  });
}

function isOneOf(cell: string, texts: readonly string[]): string {
  return holds(texts.map((text) => `(${cell}="${text}")`).join('+'));
}

/**
 * Paints the deadline without a run: from the two dates, today and «not done» alone, in a form without separators.
 * Red is «Quá hạn chưa hoàn thành», amber «Sắp đến hạn», and every other status leaves the cell plain.
 */
function deadlineRules({ columns, ...place }: PaintPlace): PaintRule[] {
  const [due, progress, completedOn, remind, overdue] = DEADLINE_COLUMNS.map((key) => columns.get(key));
  if (due === undefined || progress === undefined || completedOn === undefined) return [];
  if (remind === undefined || overdue === undefined) return [];
  const cell = (column: number): string => `$${columnLetter(column)}${place.headerRow + 1}`;
  const open = notDone(`TRIM(${cell(progress)})`, cell(completedOn));
  const late = `(${cell(overdue)}<>"")*(TODAY()>=${cell(overdue)})`;
  return [
    ruleOver(place, due, { formula: holds(`${late}*${open}`), ...RED, bold: true }),
    ruleOver(place, due, { formula: holds(`${reminded(cell(remind))}*(${late}=0)*${open}`), ...AMBER, bold: true }),
  ];
}

const DEADLINE_COLUMNS = ['due', 'progress', 'completedOn', 'remindFrom', 'overdueFrom'];

/** The words after which nothing is due any more; what is to be completed on a later day is not done yet. */
function notDone(progress: string, completedOn: string): string {
  const said = (word: string): string => `(${progress}="${word}")`;
  const { done, suspended, 'not-applicable': notApplicable, 'nothing-arose': nothingArose } = PROGRESS_LABELS;
  const settled = [suspended, notApplicable, nothingArose].map(said).join('+');
  return `(${said(done)}*(INT(N(${completedOn}))<=TODAY())+${settled}=0)`;
}

/** From its day on, and for as many days as minutes stand behind it; without any, until something else ends it. */
function reminded(remind: string): string {
  const first = `INT(N(${remind}))`;
  const minutes = `(N(${remind})-${first})*1440`;
  // Half a day more, because a fraction of a day is never quite the number of its minutes.
  return `(${remind}<>"")*(TODAY()>=${first})*((${minutes}<0.5)+(TODAY()-${first}+0.5<${minutes})>0)`;
}

/** Paints each grey word by itself; the word stays, so that nothing is told by colour alone. */
function wordRules({ key: tab, columns: specs }: TabSpec, place: PaintPlace): PaintRule[] {
  const keys = ['verdict', 'status'].filter((key) => specs[key] !== undefined);
  return keys.flatMap((key) => {
    const column = place.columns.get(key);
    if (column === undefined) return [];
    const cell = `$${columnLetter(column)}${place.headerRow + 1}`;
    return (OWN_COLOURS[tab] ?? WORD_COLOURS).map(([colours, words]) => {
      const formula = holds(words.map((word) => `(${cell}="${word}")`).join('+'));
      return ruleOver(place, column, { formula, ...colours, bold: false });
    });
  });
}

type Look = Pick<PaintRule, 'formula' | 'background' | 'fontColor' | 'bold'>;

function ruleOver({ headerRow, lastRow }: Omit<PaintPlace, 'columns'>, column: number, look: Look): PaintRule {
  return { row: headerRow + 1, column, rows: lastRow - headerRow, columns: 1, ...look };
}

/** Turns the stamp beside «Cập nhật lúc» red when nothing has been judged for longer than a day. */
export function stalePaint(row: number, column: number): PaintRule {
  const cell = `$${columnLetter(column)}$${row}`;
  const formula = holds(`(${cell}<>"")*(NOW()-${cell}>${HOURS_UNTIL_STALE}/24)`);
  return { row, column, rows: 1, columns: 1, formula, ...RED, bold: true };
}

/** Makes the overview's title, table headings and totals stand out, wherever a longer table moves them. */
export function overviewPaint(rows: number, columns: number): PaintRule[] {
  const {
    field,
    lead,
    severity,
    total,
    verdictsByField,
    verdictsByLead,
    statusesByField,
    statusesByLead,
    progressByLead,
    problems,
    deadlines,
    deadlineTask,
  } = OVERVIEW_WORDS;
  const oneOf = (words: readonly string[]): string => words.map((word) => `($A1="${word}")`).join('+');
  const isOne = (words: readonly string[]): string => holds(oneOf(words));
  // As wide as the table is: its cells hold something.
  const inTable = (words: readonly string[]): string => holds(`(${oneOf(words)})*(A1<>"")`);
  const whole = { row: 1, column: 1, rows, columns };
  const titles = [verdictsByField, verdictsByLead, statusesByField, statusesByLead, progressByLead, problems, deadlines];
  return [
    { ...whole, formula: '=ROW()=1', background: null, fontColor: BLUE.fontColor, bold: true },
    { ...whole, formula: isOne(titles), background: null, fontColor: BLUE.fontColor, bold: true },
    { ...whole, formula: inTable([field, lead, severity, deadlineTask]), ...BLUE, bold: false },
    { ...whole, formula: inTable([total]), ...GREY, bold: true },
    {
      ...whole,
      formula: holds(`(LEFT(A1)="${BAR.filled}")+(LEFT(A1)="${BAR.empty}")`),
      background: null,
      fontColor: BLUE.fontColor,
      bold: false,
    },
    { ...whole, columns: 1, formula: isOne([SAMPLE_MARK]), ...AMBER, bold: true },
    { ...whole, columns: 1, formula: isOne([HEAD_WORDS.legend]), ...GREY, bold: false },
    // The only moment in the first column is that of the last good daily run.
    { ...whole, columns: 1, formula: holds(`ISNUMBER($A1)*(NOW()-$A1>${HOURS_UNTIL_STALE}/24)`), ...RED, bold: true },
  ];
}
