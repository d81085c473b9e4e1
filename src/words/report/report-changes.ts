import type { Source } from '../../domain/core/source.ts';
import type { Block, Paper, Run } from '../paper/paper.ts';
import { paperRuns } from '../paper/paper-lines.ts';
import { shorten } from '../paper/runs.ts';

/** What a later version prints otherwise: a figure or a typed text with its source, or a sentence around them. */
export type PaperChange = {
  /** `null` = a sentence or a row of a table. */
  readonly source: Source | null;
  readonly before: string;
  readonly after: string;
};

/** Every figure that differs, once; then every sentence and table row whose own words differ, '' where there was or is none. */
export function paperChanges(before: Paper, after: Paper): PaperChange[] {
  return [...figureChanges(before, after), ...sentenceChanges(before, after)];
}

function figureChanges(before: Paper, after: Paper): PaperChange[] {
  const [old, now] = [figuresOf(before), figuresOf(after)];
  const keys = new Set([...old.keys(), ...now.keys()]);
  return [...keys].flatMap((key) => {
    const [left, right] = [old.get(key), now.get(key)];
    const source = (right ?? left)?.source ?? null;
    return left?.text === right?.text ? [] : [{ source, before: left?.text ?? '', after: right?.text ?? '' }];
  });
}

type Figure = { readonly text: string; readonly source: Source };

/** All that is printed of one source, in the order of print: a typed text may stand on several lines. */
function figuresOf(paper: Paper): Map<string, Figure> {
  const found = new Map<string, Figure>();
  for (const { source, text } of paperRuns(paper)) {
    if (source === undefined) continue;
    const key = [source.of, source.id, source.period, source.field].join('|');
    const known = found.get(key);
    if (known === undefined) found.set(key, { source, text });
    else if (!known.text.split('; ').includes(text)) found.set(key, { source, text: `${known.text}; ${text}` });
  }
  return found;
}

type ComparedLine = { readonly skeleton: string; readonly text: string; readonly about: string };

/** Lines that differ in more than their figures; two of one beginning are one line that changed. */
function sentenceChanges(before: Paper, after: Paper): PaperChange[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const gone = without(old, now);
  const come = without(now, old);
  const pairs = gone.map((line) => {
    const at = come.findIndex(({ about }) => about === line.about);
    const [partner] = at < 0 ? [] : come.splice(at, 1);
    return { source: null, before: line.text, after: partner?.text ?? '' };
  });
  return [...pairs, ...come.map(({ text }) => ({ source: null, before: '', after: text }))];
}

/** The lines whose skeleton the others do not have, each counted as often as it stands. */
function without(lines: readonly ComparedLine[], others: readonly ComparedLine[]): ComparedLine[] {
  const counts = new Map<string, number>();
  for (const { skeleton } of others) counts.set(skeleton, (counts.get(skeleton) ?? 0) + 1);
  return lines.filter(({ skeleton }) => {
    const left = counts.get(skeleton) ?? 0;
    counts.set(skeleton, left - 1);
    return left <= 0;
  });
}

function linesOf({ blocks, annexes }: Paper): ComparedLine[] {
  return [...blocks, ...annexes.flatMap((annex) => annex.blocks)].flatMap(blockLines);
}

/** A row's number shifts when a row comes or goes above it: it is no part of what the row says. */
function blockLines(block: Block): ComparedLine[] {
  if (block.is === 'paragraph') return lineOf(block.runs, ':');
  return block.rows.flatMap((row) => {
    const cells = row.filter(({ runs }) => !/^\d+$/u.test(textOf(runs)) || row.length === 1);
    return lineOf(
      cells.flatMap(({ runs }, at) => (at === 0 ? runs : [{ text: ' | ' }, ...runs])),
      ' | ',
    );
  });
}

const LONGEST_BEGINNING = 40;

function lineOf(runs: readonly Run[], mark: string): ComparedLine[] {
  const text = textOf(runs);
  const skeleton = runs.map((run) => (run.source === undefined ? run.text : '#')).join('');
  const [about = ''] = text.split(mark);
  return text.trim() === '' ? [] : [{ text, skeleton, about: about.replace(/\d+/gu, '#').slice(0, LONGEST_BEGINNING) }];
}

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

const CONTEXT = 24;

/** The parts of two sentences that differ, with a few words around them. */
export function whereTheyDiffer(before: string, after: string): readonly [string, string] {
  if (before === '' || after === '') return [before, after];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const cut = (text: string): string => {
    const from = text.lastIndexOf(' ', Math.max(0, head - CONTEXT)) + 1;
    const end = text.indexOf(' ', text.length - Math.max(0, tail - CONTEXT));
    const [start, to] = [head <= CONTEXT ? 0 : from, end < 0 || tail <= CONTEXT ? text.length : end];
    return `${start === 0 ? '' : '… '}${text.slice(start, to)}${to === text.length ? '' : ' …'}`;
  };
  return [cut(before), cut(after)];
}

/** The fields of a source by the headers of their columns. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  numerator: 'Tử số',
  denominator: 'Mẫu số',
  typed: 'Kết quả nhập tay',
  result: 'Kết quả',
  verdict: 'Đánh giá',
  progress: 'Mức độ thực hiện',
  completedOn: 'Ngày hoàn thành',
  status: 'Tình trạng',
  estimate: 'Ước thực hiện đến 31/12',
  spoken: 'Kết quả bằng lời',
};

const LONGEST_SHOWN = 120;

/** «Câu chữ: Tỷ lệ hồ sơ trả đúng hạn …»: how the sentence or the row begins. */
function beginningOf(text: string): string {
  return `Câu chữ: ${shorten(text.replace(/^[-+] /u, '').split(/: | \| /u)[0] ?? '', LONGEST_BEGINNING)}`;
}

/** What, before, now and the cell, ready for a table. */
export function changeRows(changes: readonly PaperChange[], cellOf: (source: Source) => string | null): string[][] {
  return changes.map(({ source, before, after }) => {
    const shown = source === null ? whereTheyDiffer(before, after) : [before, after];
    const texts = shown.map((text) => (text === '' ? '(không có)' : shorten(text, LONGEST_SHOWN)));
    if (source === null) return [beginningOf(before === '' ? after : before), ...texts, ''];
    const field = FIELD_WORDS[source.field];
    return [`${source.id}${field === undefined ? '' : `, ${field}`}`, ...texts, cellOf(source) ?? ''];
  });
}
