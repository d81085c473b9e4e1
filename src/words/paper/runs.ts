import type { Source } from '../../domain/core/source.ts';
import { MOST_LINES, tidy } from '../../domain/core/word.ts';
import type { Paragraph, Run, TableCell } from './paper.ts';

/** A blank to be filled by hand. */
export const BLANK = '……';

export const plain = (text: string): Run => ({ text });
export const strong = (text: string): Run => ({ text, bold: true });
export const figure = (text: string, source: Source): Run => ({ text, source });
export const blank = (): Run => ({ text: BLANK, missing: true });

/** What was typed, or a blank. */
export function typedOrBlank(text: string | null): Run {
  return text === null || text.trim() === '' ? blank() : plain(tidy(text));
}

/** The lines of a typed text, tidied, without empty ones; those beyond the most a cell may bring are one with the last. */
export function linesOf(text: string): string[] {
  const lines: string[] = [];
  let at = 0;
  while (at <= text.length && lines.length < MOST_LINES - 1) {
    const end = text.indexOf('\n', at);
    const line = tidy(text.slice(at, end < 0 ? text.length : end));
    if (line !== '') lines.push(line);
    at = end < 0 ? text.length + 1 : end + 1;
  }
  const rest = tidy(text.slice(at));
  return rest === '' ? lines : [...lines, rest];
}

const DASH = /^[-–+•]\s+/u;

/** A line under another one, as people type it: «– Hoàn thành đúng hạn», «- Của HĐND xã». */
export function isDashed(text: string): boolean {
  return DASH.test(text);
}

export function withoutDash(text: string): string {
  return text.replace(DASH, '');
}

/** Words that no line end may part, such as a name or «6 tháng đầu năm 2024» in a title. */
export function unbroken(text: string): string {
  return text.replace(/ /gu, '\u00a0');
}

/** The mark that ends a sentence, unless it ends already. */
export function stop(text: string): Run[] {
  return text === BLANK || /[.!?…:;]$/u.test(text) ? [] : [plain('.')];
}

export function paragraph(style: Paragraph['style'], ...runs: readonly Run[]): Paragraph {
  return { is: 'paragraph', style, runs };
}

/** At most this many letters, cut between words. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s\S*$/u, '')} …`;
}

/** The titles of a table's columns. */
export const head = (...titles: readonly string[]): TableCell[][] => [
  titles.map((title) => ({ runs: [strong(title)], align: 'center' })),
];
export const cell = (...runs: readonly Run[]): TableCell => ({ runs });
export const centred = (...runs: readonly Run[]): TableCell => ({ runs, align: 'center' });
/** Typed text, or an empty cell. */
export const words = (text: string): TableCell => cell(...(text === '' ? [] : [plain(tidy(text))]));

/** The lines typed, one after the other. */
export function typedRuns(text: string, source: Source): Run[] {
  return linesOf(text).flatMap((line, index) => [...(index === 0 ? [] : [plain('; ')]), figure(withoutDash(line), source)]);
}
