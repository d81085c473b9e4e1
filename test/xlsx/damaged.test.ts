import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WORKBOOK_SENTENCES } from '../../src/words/host/local.ts';
import { newSheet } from '../../src/xlsx/areas.ts';
import type { WorkbookModel } from '../../src/xlsx/model.ts';
import { NotAWorkbook } from '../../src/xlsx/not-a-workbook.ts';
import { readXlsx } from '../../src/xlsx/read.ts';
import { saveXlsx } from '../../src/xlsx/save.ts';
import { PLAIN_LOOK } from '../../src/xlsx/styles.ts';
import { openZip, rezip, unzip } from '../../src/xlsx/zip.ts';
import { sampled, times } from '../helpers/sweep.ts';
import { tool } from '../helpers/tools.ts';
import { bombs, MEMORY_LIMIT, outcomeOfChild } from './bombs.ts';
import { makeOfficeFile } from './office/office-file.ts';

const CUTS = times(250, 50);
const CHANGES = times(600, 120);
const SEED = Number(process.env['SEED'] ?? 20240620);

const folder = mkdtempSync(join(tmpdir(), 'hong-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The office's workbook with all its decorations, or one of ours where XlsxWriter is missing. */
let sound: Uint8Array = new Uint8Array();
beforeAll(() => {
  const path = join(folder, 'tốt.xlsx');
  if (tool('xlsxwriter') === null) writeFileSync(path, saveXlsx(null, ours()));
  else makeOfficeFile(path);
  sound = readFileSync(path);
});

function ours(): WorkbookModel {
  const cell = (value: string | number) => ({ value, formula: null, style: PLAIN_LOOK });
  const cells = new Map(
    Array.from({ length: 40 }, (_, row) => [
      row + 1,
      new Map([
        [1, cell(`việc ${row}`)],
        [2, cell(row)],
      ]),
    ]),
  );
  return {
    sheets: [{ ...newSheet(1, 'Một'), frozenRows: 1, cells }],
  };
}

/** The same numbers from the same seed (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** What becomes of a file: it is read, changed and read again, or refused by a code that has a sentence; anything else throws. */
function outcomeOf(bytes: Uint8Array): string {
  try {
    const model = readXlsx(bytes);
    model.sheets[0]?.cells.set(2, new Map([[2, { value: 'đã sửa', formula: null, style: PLAIN_LOOK }]]));
    const again = readXlsx(saveXlsx(bytes, model));
    return again.sheets.length === model.sheets.length ? 'read' : 'lost';
  } catch (thrown) {
    if (!(thrown instanceof NotAWorkbook)) throw thrown;
    expect(WORKBOOK_SENTENCES[thrown.code]('tệp', thrown.part ?? '', thrown.limit)).toMatch(/Đề nghị/u);
    return thrown.code;
  }
}

function tell(what: string, outcomes: readonly string[], since: number): void {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const said = [...counts].map(([outcome, count]) => `${outcome} ${count}`).join(', ');
  process.stdout.write(
    `${what}: ${outcomes.length} files tried: ${said}; 0 crashes, ${Math.round(performance.now() - since)} ms\n`,
  );
}

describe('a damaged workbook', () => {
  it('cut off anywhere is refused', () => {
    const start = performance.now();
    const cuts = Array.from({ length: CUTS }, (_, at) => Math.floor((sound.length * at) / CUTS));
    const outcomes = cuts.map((cut) => outcomeOf(sound.subarray(0, cut)));
    tell('cut off', outcomes, start);
    expect(outcomes).not.toContain('read');
  });

  it('with bytes changed by chance is refused or read whole', () => {
    const start = performance.now();
    const next = numbers(SEED);
    const outcomes = Array.from({ length: CHANGES }, () => {
      const bytes = Buffer.from(sound);
      for (let flips = 1 + next(8); flips > 0; flips -= 1) bytes[next(bytes.length)] = next(256);
      return outcomeOf(bytes);
    });
    tell(`bytes changed (seed ${SEED})`, outcomes, start);
    expect(outcomes).not.toContain('lost');
  });

  it('with the text of its parts damaged and packed again, so that no checksum tells, is refused or read', () => {
    const start = performance.now();
    const next = numbers(SEED + 1);
    const zip = openZip(sound);
    const parts = [...zip.entries.keys()].filter((name) => /\.(xml|rels)$/u.test(name));
    const outcomes = Array.from({ length: CHANGES }, () => {
      const name = parts[next(parts.length)] ?? '';
      return outcomeOf(rezip(zip, new Map([[name, damaged(Buffer.from(unzip(zip, name) ?? []), next)]])));
    });
    tell(`parts damaged (seed ${SEED + 1})`, outcomes, start);
    expect(outcomes).not.toContain('lost');
    expect(outcomes).toContain('read');
  });

  it('without any one of its parts is refused or read', () => {
    const start = performance.now();
    const zip = openZip(sound);
    const outcomes = sampled([...zip.entries.keys()], 20).map((name) => outcomeOf(rezip(zip, new Map([[name, null]]))));
    tell('a part taken away', outcomes, start);
    expect(outcomes).toContain('missing-part');
  });
});

/** A stretch deleted, doubled, overwritten, or moved elsewhere. */
function damaged(bytes: Buffer, next: (below: number) => number): Uint8Array {
  const from = next(bytes.length);
  const piece = bytes.subarray(from, from + 1 + next(60));
  const after = bytes.subarray(from + piece.length);
  const ways = [
    () => Buffer.concat([bytes.subarray(0, from), after]),
    () => Buffer.concat([bytes.subarray(0, from), piece, piece, after]),
    () => Buffer.concat([bytes.subarray(0, from), Buffer.from(piece.map(() => 32 + next(95))), after]),
    () => Buffer.concat([piece, bytes]),
    () => bytes.subarray(0, from),
    () =>
      Buffer.concat([
        bytes.subarray(0, from),
        Buffer.from(['"', '<', '>', '&', '</x>', '-1', '1e999', '\u0000'][next(8)] ?? ''),
        after,
      ]),
  ];
  return ways[next(ways.length)]?.() ?? bytes;
}

describe(`a hostile workbook, opened by a process of at most ${MEMORY_LIMIT} MB`, () => {
  it('is refused or read in fixed memory and time', () => {
    const tried = bombs(folder);
    for (const { what, path, outcome } of tried) {
      const { said, seconds, megabytes } = outcomeOfChild(path);
      process.stdout.write(`  ${what}: ${said}, ${seconds.toFixed(1)} s, ${megabytes} MB\n`);
      expect(said, what).toBe(outcome);
      expect(seconds, what).toBeLessThan(120);
      expect(megabytes, what).toBeLessThan(500);
    }
    expect(tried.length).toBeGreaterThanOrEqual(15);
  }, 900_000);
});

describe.skipIf(tool('xlsxwriter') === null)('a workbook with macros', () => {
  it('gives its macro project back byte for byte', () => {
    const path = join(folder, 'macro.xlsm');
    makeOfficeFile(path);
    const bytes = readFileSync(path);
    const model = readXlsx(bytes);
    model.sheets[0]?.cells.get(2)?.set(8, { value: 91, formula: null, style: PLAIN_LOOK });
    const saved = saveXlsx(bytes, model);
    expect(saved).not.toBe(bytes);
    expect(unzip(openZip(saved), 'xl/vbaProject.bin')).toEqual(unzip(openZip(bytes), 'xl/vbaProject.bin'));
    execFileSync(tool('openpyxl') ?? '', [
      '-W',
      'ignore',
      '-c',
      'import sys, openpyxl; openpyxl.load_workbook(sys.argv[1], keep_vba=True)',
      path,
    ]);
  });
});
