import { existsSync, readFileSync } from 'node:fs';

/** The anchors that the headings of a Markdown text get on GitHub. */
export function anchorsOf(markdown: string): ReadonlySet<string> {
  const headings = [...markdown.matchAll(/^#{1,6} (.+)$/gmu)].map(([, heading]) => heading ?? '');
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .trim()
        .replace(/\s/gu, '-'),
    ),
  );
}

/** Standards that anybody can look up, so that a section of theirs may be cited by its number. */
const STANDARD = /(?:RFC \d+|XML 1\.0|ECMA-376(?: part \d)?|ISO \d+) $/u;

/** What a text cites and nobody can open: documents that are not here, anchors that are not there, sections of neither. */
export function brokenCitations(text: string): string[] {
  const documents = [...text.matchAll(/(?<![\w/.-])(?!dist\/)((?:[\w-]+\/)*[\w-]+\.md)(?:#([\p{L}\p{N}_-]+))?/gu)].flatMap(
    ([cited, path = '', anchor]) => {
      if (!existsSync(path)) return [cited];
      return anchor === undefined || anchorsOf(readFileSync(path, 'utf8')).has(anchor) ? [] : [cited];
    },
  );
  const sections = [...text.matchAll(/§ ?\d[\d.]*/gu)].flatMap((section) =>
    STANDARD.test(text.slice(0, section.index)) ? [] : [text.slice(Math.max(0, section.index - 20), section.index + 6).trim()],
  );
  return [...documents, ...sections];
}

/** Paths of this repository that a text names; what a build or a run makes is none of them. */
export function pathsNamedIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w/.@-])((?:src|test|tools|scripts|docs|\.ci)\/[\w./-]*\w\/?)(?![\w*…<{-])/gu)].map(
    ([, path]) => path ?? '',
  );
}

/** Files of ours that a text names with or without the folders above them, such as `core/day.ts`. */
export function filesNamedIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w/.@-])((?:[\w-]+\/)*[a-z][\w-]*(?:\.test)?\.(?:tsx?|mjs))(?![\w*…<{-])/gu)].map(
    ([, path]) => path ?? '',
  );
}

/** The comments of a source text, line by line. */
export function commentsOf(source: string): string {
  return source
    .split('\n')
    .filter((line) => /^\s*(?:\/\*\*|\*|\/\/|#|""")/u.test(line))
    .join('\n');
}
