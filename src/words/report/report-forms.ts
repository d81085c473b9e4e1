import { tidy } from '../../domain/core/word.ts';
import { answerCode } from '../../domain/plan/answer-code.ts';
import { type FilledForm, type FilledForms, type FilledRow, filledForms } from '../../domain/report/forms.ts';
import type { IndicatorItem, Report } from '../../domain/report/report-model.ts';
import { sayDayPadded } from '../core/day.ts';
import { VERDICT_LABELS } from '../core/labels.ts';
import { sayNumber, sayPercent } from '../core/number.ts';
import type { Block, Run, Table } from '../paper/paper.ts';
import { blank, cell, centred, figure, head, isDashed, paragraph, plain, strong, withoutDash, words } from '../paper/runs.ts';
import { FORMS } from './form-rows.ts';
import { estimateRuns } from './report-indicator.ts';
import { measuredCell, previousCell, sayPreviousColumn } from './report-measured.ts';
import { safeInFileName } from './report-titles.ts';
import { upperFirst } from './sentence.ts';

/** The statistical forms of a report, filled; empty where its workbook bears no code of them. */
export function formsOf({ annexes, everyFormRow }: Report): FilledForms {
  const items = [...annexes.statistics, ...annexes.indicators].flatMap((group) => group.items);
  return filledForms(FORMS, items, everyFormRow);
}

/** «Biểu mẫu 3. Cải cách thủ tục hành chính» and its table, form by form, then what stands in none of them. */
export function formBlocks({ forms, others }: FilledForms): Block[] {
  const other = others.length === 0 ? [] : [otherTable(others)];
  return [
    ...forms.flatMap((form) => [formHeading(sayFormTitle(form)), formTable(form.rows)]),
    ...(forms.length === 0 || other.length === 0 ? [] : [formHeading(OTHER_FIGURES)]),
    ...other,
  ];
}

/** A title over its table, as the forms print it: no heading of the text, whose numbers run on. */
const formHeading = (title: string): Block => paragraph('centred', strong(title));

const OTHER_FIGURES = 'Số liệu thống kê khác';
export const FORM_COLUMNS = ['STT', 'Chỉ tiêu thống kê', 'Đơn vị tính', 'Số liệu', 'Ghi chú'] as const;

function sayFormTitle({ number, title }: Pick<FilledForm, 'number' | 'title'>): string {
  return `Biểu mẫu ${number}. ${title}`;
}

function formTable(rows: readonly FilledRow[]): Table {
  return {
    is: 'table',
    widths: [9, 45, 16, 14, 16],
    head: head(...FORM_COLUMNS),
    rows: rows.map((row) => {
      const [value, note] = figureCells(row);
      const isHead = row.unit === '' && row.figure.is === 'none';
      return [
        centred(plain(row.code)),
        isHead ? cell(strong(row.label)) : words(row.label),
        centred(plain(row.unit)),
        { runs: value, align: 'right' },
        cell(...note),
      ];
    }),
  };
}

/** The office's own statistics, field by field, beside the figures of the year before. */
function otherTable(items: readonly IndicatorItem[]): Table {
  const before = sayPreviousColumn(items);
  const [titles, widths] = before === null ? [[], []] : [[before], [14]];
  const fields = [...new Set(items.map(({ indicator }) => indicator.field))];
  let number = 0;
  return {
    is: 'table',
    widths: [8, 44, 14, 13, ...widths, 14],
    head: head('STT', 'Chỉ tiêu thống kê', 'Đơn vị tính', 'Số liệu', ...titles, 'Ghi chú'),
    rows: fields.flatMap((field) => [
      [{ runs: [strong(field)], span: 5 + titles.length }],
      ...items
        .filter(({ indicator }) => indicator.field === field)
        .map((item) => {
          number += 1;
          const [value, note] = itemCells(item, '');
          const last = previousCell(item);
          return [
            centred(plain(String(number))),
            words(dashedTitle(item)),
            centred(plain(item.indicator.unit)),
            { runs: value, align: 'right' as const },
            ...titles.map(() => ({ runs: last === null ? [] : [last], align: 'right' as const })),
            cell(...note),
          ];
        }),
    ]),
  };
}

/** A part of the row above, with the hyphen of official texts. */
function dashedTitle({ indicator }: IndicatorItem): string {
  const title = tidy(indicator.title);
  return isDashed(title) ? `- ${withoutDash(title)}` : title;
}

function figureCells({ figure: found, unit }: FilledRow): [readonly Run[], readonly Run[]] {
  if (found.is === 'none') return [[], []];
  if (found.is === 'item') return itemCells(found.item, unit);
  return [[plain(sayPercent(found.value).replace('%', ''))], untilRuns(found.done)];
}

/** The figure without its unit, which has a column of its own; an answer in words by its code. */
function itemCells(item: IndicatorItem, unit: string): [readonly Run[], readonly Run[]] {
  const { judgement, sources } = item;
  const { measured, verdict } = judgement;
  const notes = [...untilRuns(item), ...expectedRuns(item)];
  if (measured === null) {
    const isDeclared = verdict === 'nothing-arose' || verdict === 'not-applicable';
    return isDeclared ? [[plain('')], [plain(VERDICT_LABELS[verdict]), ...notes]] : [[blank()], notes];
  }
  const code = measured.kind === 'grade' ? answerCode(unit, measured.grade) : null;
  if (code !== null) return [[plain(sayNumber(code))], notes];
  const told = measuredCell(item);
  return [told === null ? [blank()] : [unit === '%' ? figure(told.text.replace('%', ''), sources.result) : told], notes];
}

function untilRuns({ dataAsOf }: IndicatorItem): Run[] {
  return dataAsOf === null ? [] : [plain(`Số liệu đến ngày ${sayDayPadded(dataAsOf)}`)];
}

function expectedRuns(item: IndicatorItem): Run[] {
  const [first, ...more] = estimateRuns(item);
  return first === undefined ? [] : [plain(upperFirst(first.text)), ...more];
}

function titleOf({ indicator }: IndicatorItem): string {
  return upperFirst(withoutDash(tidy(indicator.title)));
}

export const FORM_FILES = {
  form: 'Biểu mẫu',
  workbook: (period: string): string => `${safeInFileName(`Biểu mẫu thống kê CCHC ${period}`)}.xlsx`,
  csv: (period: string): string => `${safeInFileName(`Biểu mẫu thống kê CCHC ${period}`)}.csv`,
  nothing: 'Kế hoạch chưa có dòng số liệu thống kê nào nên chưa lập được biểu mẫu. Đề nghị nhập trang Kế hoạch - Chỉ tiêu trước.',
} as const;

/** The same forms for a file of their own: a table a form, figures as numbers. */
export type FormSheet = {
  readonly name: string;
  readonly title: string;
  readonly rows: readonly (readonly (string | number)[])[];
};

export function formSheets(report: Report): FormSheet[] {
  const { forms, others } = formsOf(report);
  const other = others.map((item, at) => {
    const [value, note] = itemCells(item, '');
    return [String(at + 1), titleOf(item), item.indicator.unit, numberIn(item) ?? textOf(value), textOf(note)];
  });
  return [
    ...forms.map((form) => ({ name: `Biểu ${form.number}`, title: sayFormTitle(form), rows: form.rows.map(sheetRow) })),
    ...(other.length === 0 ? [] : [{ name: 'Số liệu khác', title: OTHER_FIGURES, rows: other }]),
  ];
}

function sheetRow(row: FilledRow): (string | number)[] {
  const [value, note] = figureCells(row);
  return [row.code, row.label, row.unit, numberAt(row) ?? textOf(value), textOf(note)];
}

function textOf(runs: readonly Run[]): string {
  return runs
    .filter(({ missing }) => missing !== true)
    .map(({ text }) => text)
    .join('');
}

function numberAt({ figure: found, unit }: FilledRow): number | null {
  if (found.is === 'rate') return found.value;
  if (found.is === 'none') return null;
  const { measured } = found.item.judgement;
  return measured?.kind === 'grade' ? answerCode(unit, measured.grade) : numberIn(found.item);
}

function numberIn({ judgement: { measured } }: IndicatorItem): number | null {
  if (measured === null || measured.kind === 'grade') return null;
  if (measured.kind === 'number') return measured.value;
  return measured.denominator === 0 ? null : (measured.numerator / measured.denominator) * measured.scale;
}
