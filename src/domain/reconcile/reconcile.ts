import type { Source } from '../core/source.ts';
import { comparableLine, isTyped, lineText, numbersIn, type PrintedLine } from '../report/printed.ts';
import { editsOf, kindOfPlain, type PlainEdit } from './judge-line.ts';
import { type LinePairs, pairLines } from './pair-lines.ts';
import { changeFindings } from './reconcile-changes.ts';
import type { BringBack, Compared, ReconcileFinding } from './reconcile-model.ts';
import { bringBackOf, type LineEdit, occurrencesIn } from './undone-figures.ts';

/** What the comparison of one document works with. */
type Comparing = Compared & {
  readonly base: readonly PrintedLine[];
  /** Base ↔ document, base ↔ today. */
  readonly pairs: LinePairs;
  readonly today: LinePairs;
  /** How the document's lines read, for what it took over from the workbook by itself. */
  readonly shown: ReadonlySet<string>;
  bringBack(source: Source, edits: readonly LineEdit[]): BringBack | null;
};

/**
 * Compares a finished document with the workbook: one finding per cause. A place that says what was printed, or what would be
 * printed today, is no finding; without a record of what was printed, only today's words count.
 */
export function reconcile(compared: Compared): ReconcileFinding[] {
  const base = compared.printed ?? compared.now;
  const printedTexts = { occurrences: occurrencesIn(base), typed: compared.typedText };
  const comparing: Comparing = {
    ...compared,
    base,
    pairs: pairLines(base, compared.document),
    today: pairLines(base, compared.now),
    shown: new Set(compared.document.map(comparableLine)),
    bringBack: (source, edits) => bringBackOf(source, edits, printedTexts),
  };
  const repeated = repeatedLines(comparing);
  return [
    ...handEdits(comparing),
    ...addedLines(comparing),
    ...repeatedFindings(comparing, repeated),
    ...changeFindings(comparing),
  ];
}

/** What a person changed in printed lines; all rewording of one cell is one cause. */
function handEdits(comparing: Comparing): ReconcileFinding[] {
  const findings: ReconcileFinding[] = [];
  const removed: { readonly finding: Removed; readonly at: number }[] = [];
  const reworded = new Map<string, { readonly source: Source; readonly edits: (LineEdit & Words)[] }>();
  const reword = (source: Source, edit: LineEdit & Words): void => {
    const name = JSON.stringify(source);
    const known = reworded.get(name) ?? { source, edits: [] };
    known.edits.push(edit);
    reworded.set(name, known);
  };
  comparing.base.forEach((line, at) => {
    if (line.part === 'frame') return;
    const paired = comparing.pairs.there.get(at);
    const document = paired === undefined ? undefined : comparing.document[paired];
    if (document === undefined) removed.push(...removedLine(comparing, at, reword).map((finding) => ({ finding, at })));
    else findings.push(...changedLine(comparing, at, { document, reword }));
  });
  for (const block of together(removed)) findings.push({ ...block[0].finding, lines: block.length });
  for (const { source, edits } of reworded.values()) {
    const [first] = edits;
    const before = edits.map((edit) => edit.before).join('\n');
    const after = edits.map((edit) => edit.to ?? '').join('\n');
    findings.push({
      code: 'reworded',
      at: first?.at ?? '',
      source,
      before,
      after,
      bringBack: comparing.bringBack(source, edits),
    });
  }
  return findings;
}

type Removed = Extract<ReconcileFinding, { code: 'removed' }>;
type Words = { readonly at: string; readonly before: string };
type Reword = (source: Source, edit: LineEdit & Words) => void;

function changedLine(
  comparing: Comparing,
  at: number,
  { document, reword }: { document: PrintedLine; reword: Reword },
): ReconcileFinding[] {
  const line = comparing.base[at];
  const now = comparing.now[comparing.today.there.get(at) ?? -1] ?? null;
  if (line === undefined || comparableLine(line) === comparableLine(document)) return [];
  if (now !== null && comparableLine(now) === comparableLine(document)) return [];
  const place = { at: line.at, line: lineText(document) };
  return editsOf(line, document, now).flatMap((edit): ReconcileFinding[] => {
    if (edit.is === 'plain') return [plainFinding(edit, place, lineText(line))];
    if (edit.is === 'figure') {
      return [{ code: 'typed-over', ...place, source: edit.source, printed: edit.before, found: edit.after }];
    }
    reword(edit.source, { line: at, run: edit.run, to: edit.after, at: line.at, before: edit.before });
    return [];
  });
}

function plainFinding(edit: PlainEdit, place: { readonly at: string; readonly line: string }, before: string): ReconcileFinding {
  const kind = kindOfPlain(edit);
  if (kind === 'number') return { code: 'typed-over', ...place, source: null, printed: edit.gone, found: edit.come };
  if (kind === 'new-number')
    return { code: 'unsourced-number', ...place, numbers: numbersIn(edit.come), lines: 1, bringBack: null };
  return { code: 'reworded', at: place.at, source: null, before, after: place.line, bringBack: null };
}

/** A line that the workbook would not print any more either is rightly gone; a line of typed words is a change of wording. */
function removedLine(comparing: Comparing, at: number, reword: Reword): Removed[] {
  const line = comparing.base[at];
  if (line === undefined || !comparing.today.there.has(at)) return [];
  const run = line.cells.flat().findIndex(({ source }) => source?.of === 'narrative');
  const source = line.cells.flat()[run]?.source ?? null;
  if (source === null || line.is === 'row') return [{ code: 'removed', at: line.at, line: lineText(line), lines: 1 }];
  reword(source, { line: at, run, to: null, at: line.at, before: lineText(line) });
  return [];
}

/** Places of printed lines that stand in the document once more than they are printed, then or today. */
function repeatedLines({ document, pairs, base, now }: Comparing): number[] {
  const printed = countsOf(base);
  for (const [key, count] of countsOf(now)) printed.set(key, Math.max(count, printed.get(key) ?? 0));
  const keys = document.map(comparableLine);
  const left = new Map(printed);
  const take = (key: string): boolean => {
    const copies = left.get(key) ?? 0;
    left.set(key, copies - 1);
    return copies > 0;
  };
  for (const at of pairs.back.keys()) take(keys[at] ?? '');
  return document.flatMap((line, at) => {
    const key = keys[at] ?? '';
    const isOurs = printed.has(key) && !pairs.back.has(at) && lineText(line) !== '';
    return isOurs && !take(key) ? [at] : [];
  });
}

function countsOf(lines: readonly PrintedLine[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of lines.map(comparableLine)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function repeatedFindings(comparing: Comparing, repeated: readonly number[]): ReconcileFinding[] {
  const { document, base } = comparing;
  const lines = repeated.flatMap((at) => {
    const line = document[at];
    return line === undefined ? [] : [{ line, at }];
  });
  return together(lines).map((block) => {
    const above = lastPairedAbove(comparing, block[0].at);
    return { code: 'repeated', at: base[above]?.at ?? '', line: lineText(block[0].line), lines: block.length };
  });
}

/** Lines that only the document has; what stands around the text (heading, signature) is not the report's. */
function addedLines(comparing: Comparing): ReconcileFinding[] {
  const { document, pairs, base, now } = comparing;
  const printedToday = new Set(now.map(comparableLine));
  const added = document.flatMap((line, at) => {
    const isKnown = pairs.back.has(at) || printedToday.has(comparableLine(line)) || isAround(comparing, at);
    return isKnown ? [] : [{ line, at }];
  });
  return together(added).map((block): ReconcileFinding => {
    const above = lastPairedAbove(comparing, block[0].at);
    const [first, ...others] = block.map(({ line }) => lineText(line));
    const place = { at: base[above]?.at ?? '', line: first ?? '', lines: block.length };
    const isText = block.every(({ line }) => line.is === 'paragraph');
    const bringBack = isText ? addedToText(comparing, above, [place.line, ...others].join('\n')) : null;
    const numbers = numbersIn([place.line, ...others].join(' '));
    return numbers.length > 0
      ? { code: 'unsourced-number', ...place, numbers, bringBack }
      : { code: 'added', ...place, bringBack };
  });
}

/** Lines that follow each other without another between. */
function together<Line extends { readonly at: number }>(lines: readonly Line[]): [Line, ...Line[]][] {
  const blocks: [Line, ...Line[]][] = [];
  for (const line of lines) {
    const last = blocks[blocks.length - 1];
    if (last !== undefined && last[last.length - 1]?.at === line.at - 1) last.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

function lastPairedAbove({ pairs }: Comparing, at: number): number {
  for (let above = at - 1; above >= 0; above -= 1) {
    const paired = pairs.back.get(above);
    if (paired !== undefined) return paired;
  }
  return -1;
}

/** Before the first line of the report, between its text and its first annex (the signature), or behind it all. */
function isAround({ base, pairs, document }: Comparing, at: number): boolean {
  const places = base.flatMap(({ part }, line) => {
    const paired = pairs.there.get(line);
    return paired === undefined ? [] : [{ paired, part }];
  });
  const text = places.filter(({ part }) => part === 'text').map(({ paired }) => paired);
  const rest = places.filter(({ part }) => part !== 'text').map(({ paired }) => paired);
  const last = text.length === 0 ? document.length : Math.max(...text);
  const next = rest.length === 0 ? document.length : Math.min(...rest);
  return at < Math.min(document.length, ...text) || (at > last && at < next);
}

/** A paragraph typed below one of a narrative can become a line of that cell. */
function addedToText({ base, bringBack }: Comparing, above: number, text: string): BringBack | null {
  const run = base[above]?.cells.flat().findIndex(({ source }) => source !== null && isTyped(source)) ?? -1;
  const found = base[above]?.cells.flat()[run];
  if (found?.source?.of !== 'narrative') return null;
  return bringBack(found.source, [{ line: above, run, to: found.text, follow: text }]);
}
