import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Calls } from '../app/calls.ts';
import type { SourceDocument } from '../domain/import/document.ts';
import { type ImportResult, importPlan } from '../domain/import/import-plan.ts';
import { LONGEST_PASSAGE, MOST_ROWS } from '../domain/import/limits.ts';
import type { ReadFault } from '../domain/import/read-fault.ts';
import type { DoubtKind, ImportedRow, PlanFacts, PlanImport } from '../domain/import/row.ts';
import { Unusable } from '../host/core/unusable.ts';
import { kindOf, readDocument } from '../paper/blocks/read-document.ts';
import { FILE_SENTENCES } from '../words/host/local.ts';
import { IMPORT_SENTENCES, NO_PLAN, READ_FAULTS, sayImport } from '../words/import/say-import.ts';
import { IMPORT_REFUSALS } from '../words/import/say-written.ts';
import { printable } from './program.ts';
import type { Said } from './say-replies.ts';

/** Nobody's plan is larger; such a file is not read at all. */
const MOST_BYTES = 60_000_000;
/** Files from this size on are told about while they are read. */
const LONG_FILE = 300_000;

/** Writes a plan into a workbook, and says what became of it. */
export type WriteInto = (asked: Calls['import-plan']['request'], facts: PlanFacts) => Said;

export type ImportWish = {
  readonly file: string | undefined;
  /** `null`: the plan is only read. */
  readonly into: WriteInto | null;
  /** `Ký hiệu kế hoạch` of the rows; '' = the only one. */
  readonly plan: string;
  /** Where the rows go as JSON; `-` prints them. */
  readonly json: string | null;
};

/**
 * `import <file> [--json out] [--into workbook]`: reads a plan, and writes its rows where that is wanted; problems = something needs a
 * person's look. Throws `Unusable` for what is no plan.
 */
export async function importFile({ file, json, into, plan: id }: ImportWish): Promise<Said> {
  if (file === undefined) throw new Unusable(IMPORT_SENTENCES.noFile);
  const bytes = bytesOf(resolve(file));
  if (bytes.length >= LONG_FILE) progress(IMPORT_SENTENCES.reading(file));
  const document = await documentOf(bytes);
  if (bytes.length >= LONG_FILE) progress(IMPORT_SENTENCES.blocks(document.blocks.length));
  const plan = planOf(importPlan(document));
  const rows = plan.rows.map(jsonRow);
  const problems = plan.doubts.some(({ kind }) => MUST_LOOK.includes(kind));
  const written = into === null ? NOTHING_WRITTEN : into(requestOf(plan, id), plan.facts);
  const isBad = problems || written.problems;
  if (json === '-') {
    // Whoever reads the rows from here must get rows and nothing else.
    process.stderr.write(printable(written.lines));
    return { lines: [JSON.stringify(rows, null, 2)], problems: isBad };
  }
  if (json !== null) writeFileSync(resolve(json), `${JSON.stringify(rows, null, 2)}\n`);
  const told = json === null ? [] : [IMPORT_SENTENCES.written(rows.length, json)];
  return { lines: [...sayImport(plan), ...told, ...written.lines], problems: isBad };
}

const NOTHING_WRITTEN: Said = { lines: [], problems: false };

/** What a plan asks of the workbook; refused here, with its place, where a row is larger than any row may be. */
function requestOf({ rows, facts: { years } }: PlanImport, plan: string): Calls['import-plan']['request'] {
  const long = rows.find(({ passage }) => passage.length > LONGEST_PASSAGE);
  if (long !== undefined) throw new Unusable(IMPORT_REFUSALS.tooLong(long.at));
  if (rows.length > MOST_ROWS) throw new Unusable(IMPORT_REFUSALS.tooMany(rows.length, MOST_ROWS));
  return {
    rows: rows.map(({ proof: _, ...row }) => row),
    years: years === null ? null : { first: years.from, last: years.to },
    plan,
  };
}

function planOf(result: ImportResult): PlanImport {
  if (!result.ok) throw new Unusable(NO_PLAN[result.why]);
  return result.plan;
}

async function documentOf(bytes: Uint8Array): Promise<SourceDocument> {
  const result = kindOf(bytes) === 'pdf' ? await pdfIn(bytes) : readDocument(bytes);
  if (!result.ok) throw new Unusable(READ_FAULTS[result.fault]);
  return result.document;
}

/** The reader of PDFs is large, and loaded only for one. */
async function pdfIn(bytes: Uint8Array): Promise<{ ok: true; document: SourceDocument } | { ok: false; fault: ReadFault }> {
  const { readPdf } = await import('../host/pdf-in/read-pdf.ts');
  return readPdf(bytes, (page, pages) => {
    if (page % PAGES_TOLD === 0) progress(IMPORT_SENTENCES.page(page, pages));
  });
}

const PAGES_TOLD = 5;
/** What makes the exit code 1: figures that do not agree, and a value that had to stay blank. */
const MUST_LOOK: readonly DoubtKind[] = ['count-differs', 'deadline-not-understood'];

function progress(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function bytesOf(path: string): Uint8Array {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new Unusable(FILE_SENTENCES.missing(path));
  if (size > MOST_BYTES) throw new Unusable(READ_FAULTS['too-large']);
  try {
    return new Uint8Array(readFileSync(path));
  } catch (failure) {
    const code = failure instanceof Error && 'code' in failure ? String(failure.code) : '';
    throw new Unusable(FILE_SENTENCES.notReadable(path, code));
  }
}

/** A row as `--json` gives it, in the order that its readers know. */
function jsonRow(row: ImportedRow): Omit<ImportedRow, 'proof' | 'watcher'> {
  const { kind, field, text, passage, at, op, target_from, target_to, unit, years, mood, exception } = row;
  const { deadline, deadline_kind, due, lead, with: support, product } = row;
  return {
    ...{ kind, field, text, passage, at, op, target_from, target_to, unit, years, mood, exception },
    ...{ deadline, deadline_kind, due, lead, with: support, product },
  };
}
