import { cellText } from '../../domain/report/printed.ts';
import { readLines } from '../finished/read-lines.ts';
import { TAG, TEMPLATE_TAGS, type TagKind, type TemplateTag } from './tags.ts';

/** What is wrong with the tags of an office's template; sentences are in `words/`. `near` is the known tag most like it. */
export type TagFault =
  | { readonly fault: 'unknown'; readonly tag: string; readonly near: string }
  | { readonly fault: 'missing'; readonly tag: string }
  | { readonly fault: 'unclosed'; readonly tag: string }
  | { readonly fault: 'not-alone'; readonly tag: string }
  | { readonly fault: 'loose-brace'; readonly tag: string };

type FoundTag = { readonly name: string; readonly mark: string; readonly alone: boolean };

const KINDS: ReadonlyMap<string, { readonly tag: TemplateTag; readonly kind: TagKind }> = new Map(
  Object.entries(TEMPLATE_TAGS).flatMap(([tag, { office, kind }]) => {
    const known = { tag: tag as TemplateTag, kind };
    return [tag, office].map((name) => [name, known] as const);
  }),
);

/**
 * Checks the tags that stand in the parts of a template: unknown ones, a part of the report without a place, a list that is
 * opened and not closed, text beside a tag that brings whole paragraphs. The parts are read as Word shows them, so that a tag
 * split over runs is one tag. Throws `BadXml`.
 */
export function checkTags(parts: readonly string[]): TagFault[] {
  const lines = shownLines(parts);
  const found = lines.flatMap(tagsIn);
  const loose = lines.filter((line) => /[{}]/u.test(line.replace(TAG, '')));
  return [
    ...loose.map((line): TagFault => ({ fault: 'loose-brace', tag: line.trim() })),
    ...found.flatMap(nameFault),
    ...unclosed(found),
    ...missing(found),
  ];
}

/** The lines of parts as Word shows them. Throws `BadXml`. */
export function shownLines(parts: readonly string[]): string[] {
  return parts.flatMap((part) => readLines(part, new Map())).flatMap(({ cells }) => cells.map(cellText));
}

function tagsIn(line: string): FoundTag[] {
  return [...line.matchAll(TAG)].map(([whole, mark = '', name = '']) => ({
    name: name.trim(),
    mark,
    alone: line.trim() === whole,
  }));
}

function nameFault({ name, mark, alone }: FoundTag): TagFault[] {
  if (name === '.') return [];
  const known = KINDS.get(name);
  if (known === undefined) return [{ fault: 'unknown', tag: name, near: nearestTo(name) }];
  const isBlocks = known.kind === 'blocks';
  return isBlocks && (mark !== '@' || !alone) ? [{ fault: 'not-alone', tag: name }] : [];
}

function unclosed(found: readonly FoundTag[]): TagFault[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const { mark, name } of found) {
    if (mark === '#' || mark === '^') open.push(name);
    else if (mark === '/' && open[open.length - 1] === name) open.pop();
    else if (mark === '/') wrong.push(name);
  }
  return [...wrong, ...open].map((tag) => ({ fault: 'unclosed', tag }));
}

function missing(found: readonly FoundTag[]): TagFault[] {
  const there = new Set(found.map(({ name }) => KINDS.get(name)?.tag));
  return Object.entries(TEMPLATE_TAGS)
    .filter(([tag, { required }]) => required && !there.has(tag as TemplateTag))
    .map(([, { office }]) => ({ fault: 'missing', tag: office }));
}

/** The known name that takes the fewest letters to change. */
function nearestTo(name: string): string {
  const names = [...KINDS.keys()];
  return names.reduce((best, each) => (distance(each, name) < distance(best, name) ? each : best), names[0] ?? '');
}

/** Letters to put in, take out or exchange (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 0; at < one.length; at += 1) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to += 1) {
      const exchanged = (row[to] ?? 0) + (one[at] === other[to] ? 0 : 1);
      next.push(Math.min(exchanged, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
