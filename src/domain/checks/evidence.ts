import { tidy } from '../core/word.ts';
import type { Period } from '../period/period.ts';
import { atActual, atEntry, type Finding, type FindingMaker, finding } from './finding.ts';

/** The folder beside the workbook that holds the files `Minh chứng` names. */
export const EVIDENCE_FOLDER = 'minh-chung';

/** Why a link or a file cannot be opened by anybody else. */
export type BrokenEvidence = 'no-scheme' | 'not-whole' | 'no-file' | 'own-machine' | 'outside';

/** One thing that `Minh chứng` names; `words` is what neither links nor files are in. */
export type Evidence =
  | { readonly is: 'words' | 'link' | 'file'; readonly text: string }
  | { readonly is: 'broken'; readonly text: string; readonly why: BrokenEvidence };

/** Ends of sentences and brackets around a link are not of it; a file's name may end in a bracket. */
const TAIL = /[.,;:!?)\]}>»”"']+$/u;
const TAIL_OF_FILE = /[.,;\s»”"']+$/u;
const LINK = /\bhttps?:\/\/[^\s<>«»"]+/giu;
const WHOLE_LINK = /^https?:\/\/[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]|$)/iu;
const DRIVE = /^https?:\/\/(?:drive|docs)\.google\.com(?:[/?#]|$)/iu;
/** An id of Drive has at least 25 letters; one that was cut while copying has fewer. */
const DRIVE_ID = /(?:\/d\/(?:e\/)?|\/folders\/|[?&]id=)[\w-]{20,}/u;
const FILE = new RegExp(`(?<![\\p{L}\\p{N}/\\\\])${EVIDENCE_FOLDER}[/\\\\][^;]*`, 'giu');
const OWN_MACHINE = /(?:\bfile:\/\/|(?<![\p{L}\p{N}])[a-z]:\\|(?:^|\s)\\\\(?=\S))[^;]*/giu;
const NO_SCHEME = /(?<![\p{L}\p{N}/.@])(?:www\.|(?:drive|docs)\.google\.com\b)[^\s<>«»"]*/giu;
const HALF_SCHEME = /(?<![\p{L}\p{N}])(?:https?|htps?|ttps?)(?::\/?|\/\/)[^\s<>«»"]*/giu;

/** What `Minh chứng` names, line by line. */
export function evidenceIn(text: string): Evidence[] {
  return text.normalize('NFC').split('\n').flatMap(inLine);
}

/** Each pattern takes its own out of the line; what is left is words. */
function inLine(line: string): Evidence[] {
  const found: Evidence[] = [];
  let rest = line;
  const take = (pattern: RegExp, say: (text: string) => Evidence, tail = TAIL): void => {
    rest = rest.replace(pattern, (match) => {
      const text = match.trim().replace(tail, '');
      if (text !== '') found.push(say(text));
      return ' ';
    });
  };
  take(FILE, fileIn, TAIL_OF_FILE);
  take(LINK, linkIn);
  take(OWN_MACHINE, (text) => ({ is: 'broken', text, why: 'own-machine' }));
  take(NO_SCHEME, (text) => ({ is: 'broken', text, why: 'no-scheme' }));
  take(HALF_SCHEME, (text) => ({ is: 'broken', text, why: 'not-whole' }));
  const words = tidy(rest).replace(/^[-–+•;:,.\s]+|[;:,\s]+$/gu, '');
  return words === '' ? found : [{ is: 'words', text: words }, ...found];
}

/** A way through the folder alone: no step back, none that is hidden. */
function fileIn(text: string): Evidence {
  const path = text.replace(/\\/gu, '/');
  const steps = path.split('/').slice(1);
  const leads = steps.every((step) => step.trim() !== '' && !step.startsWith('.'));
  return leads ? { is: 'file', text: path } : { is: 'broken', text, why: 'outside' };
}

function linkIn(text: string): Evidence {
  if (!WHOLE_LINK.test(text)) return { is: 'broken', text, why: 'not-whole' };
  return DRIVE.test(text) && !DRIVE_ID.test(text) ? { is: 'broken', text, why: 'no-file' } : { is: 'link', text };
}

/** The name of a file without its folder. */
export function evidenceName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** The files beside the workbook that these cells name, each once. */
export function evidenceFiles(texts: readonly string[]): string[] {
  const named = texts.filter((text) => text.includes(EVIDENCE_FOLDER)).flatMap(evidenceIn);
  return [...new Set(named.flatMap((each) => (each.is === 'file' ? [each.text] : [])))];
}

type Row = { readonly evidence: string };
/** Rows that name evidence, as a book holds them. */
export type EvidenceRows = {
  readonly actuals: readonly (Row & { readonly indicator: string; readonly period: string })[];
  readonly entries: readonly (Row & { readonly task: string; readonly period: string })[];
  readonly recommendations?: readonly (Row & { readonly id: string })[];
  readonly scores?: readonly (Row & { readonly id: string; readonly year: number })[];
  /** Files that are named and are not there, where the host can tell. */
  readonly goneFiles?: () => ReadonlySet<string>;
};

/** Links that nobody can open, and files that are gone, of the rows of these periods and of the registers. */
export function evidenceFindings(rows: EvidenceRows, periods: readonly Pick<Period, 'name'>[]): Finding[] {
  const names = new Set(periods.map(({ name }) => name));
  const gone = rows.goneFiles?.() ?? new Set<string>();
  const ofRow = ({ evidence }: Row, make: FindingMaker): Finding[] => checkEvidence(evidence, make, gone);
  const { actuals, entries, recommendations = [], scores = [] } = rows;
  const at = (of: 'recommendation' | 'score', id: string, period: string): FindingMaker => {
    return (code, field, facts) => finding(code, { of, id, period, field }, { id, ...facts });
  };
  return [
    ...actuals.filter(({ period }) => names.has(period)).flatMap((row) => ofRow(row, atActual(row))),
    ...entries.filter(({ period }) => names.has(period)).flatMap((row) => ofRow(row, atEntry(row))),
    ...recommendations.flatMap((row) => ofRow(row, at('recommendation', row.id, ''))),
    ...scores.flatMap((row) => ofRow(row, at('score', row.id, String(row.year)))),
  ];
}

/** What is wrong with what one cell names. */
export function checkEvidence(text: string, make: FindingMaker, gone: ReadonlySet<string> = new Set()): Finding[] {
  if (text.trim() === '') return [];
  return evidenceIn(text).flatMap((each) => {
    if (each.is === 'broken') return [make('evidence-link-broken', 'evidence', { value: each.text, why: each.why })];
    return each.is === 'file' && gone.has(each.text) ? [make('evidence-file-gone', 'evidence', { value: each.text })] : [];
  });
}
