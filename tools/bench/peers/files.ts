import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSheet } from '../../../src/xlsx/areas.ts';
import type { CellModel } from '../../../src/xlsx/model.ts';
import { saveXlsx } from '../../../src/xlsx/save.ts';
import { PLAIN_LOOK } from '../../../src/xlsx/styles.ts';
import { type Absent, type Comparison, type Contestant, type Field, type Line, type Outcome, timesOf } from './contest.ts';
import type { Peers } from './install.ts';
import { HEADERS, type Measured, rowOf } from './made-cells.ts';

const OURS = 'ours';
const PACKAGES: Readonly<Record<string, string>> = { exceljs: 'exceljs', SheetJS: 'xlsx', excelts: '@cj-tech-master/excelts' };
const FLOORS = { read: 'floor: inflate', write: 'floor: deflate' } as const;

type Part = 'read' | 'write';

/** What a child process measured that nobody has asked for yet, by who and how many rows. */
type Kept = Map<string, Measured[]>;

/**
 * Reading and writing an .xlsx, each run in a process of its own. `child`: the built `files-child.ts`. What a run took to write is kept
 * for the second comparison, so that the file is read once for both.
 */
export function files(peers: Peers, child: string, sizes: readonly number[]): readonly [Comparison, Comparison] {
  const kept: Kept = new Map();
  const of = (part: Part, aims: Comparison['aims'], title: string): Comparison => ({
    name: part,
    title,
    sizes,
    field: (rows) => fileField(part, { peers, child, rows, kept }),
    aims,
  });
  const best = (lines: readonly (Line | null)[]): number | null => {
    const sizes = lines.flatMap((line) => line?.megabytes ?? []);
    return sizes.length === 0 ? null : Math.min(...sizes);
  };
  return [
    of(
      'read',
      (lines) => {
        const ours = lines.of(OURS);
        const least = best(Object.keys(PACKAGES).map((who) => lines.of(who)));
        return [
          { aim: 'reading, × inflate', got: timesOf(ours, lines.of(FLOORS.read)), most: 3 },
          { aim: 'memory, of the least peer’s', got: least === null ? null : (ours?.megabytes ?? 0) / least, most: 0.5 },
        ];
      },
      `.xlsx of ${HEADERS} columns: read`,
    ),
    of('write', () => [], `.xlsx of ${HEADERS} columns: one cell changed, saved`),
  ];
}

type Setting = { readonly peers: Peers; readonly child: string; readonly rows: number; readonly kept: Kept };

function fileField(part: Part, setting: Setting): Field {
  const folder = mkdtempSync(join(tmpdir(), 'so-cchc-peers-'));
  const from = join(folder, 'so.xlsx');
  writeFileSync(from, madeFile(setting.rows));
  const run = (who: string): Measured => {
    const key = `${who} ${setting.rows}`;
    const waiting = part === 'write' ? setting.kept.get(key)?.shift() : undefined;
    if (waiting !== undefined) return waiting;
    const out = execFileSync(process.execPath, [setting.child, who, setting.peers.folder, from, join(folder, 'ra.xlsx')], {
      encoding: 'utf8',
    });
    const measured = JSON.parse(out) as Measured;
    if (part === 'read') setting.kept.set(key, [...(setting.kept.get(key) ?? []), measured]);
    return measured;
  };
  const contestants: Contestant[] = [{ who: OURS, run: () => outcomeOf(part, run('ours'), null) }];
  const absent: Absent[] = [];
  let wanted: Measured | null = null;
  const ourAnswer = (): Measured => {
    wanted ??= run('ours');
    return wanted;
  };
  for (const [who, name] of Object.entries(PACKAGES)) {
    const version = setting.peers.versionOf(name);
    if (version === '?') absent.push({ who, why: `${name} is not installed` });
    else
      contestants.push({
        who: `${who} ${version}`,
        run: () => outcomeOf(part, run(who === 'SheetJS' ? 'xlsx' : who), ourAnswer()),
      });
  }
  contestants.push({ who: FLOORS[part], isFloor: true, run: () => outcomeOf(part, run('inflate'), null) });
  return { contestants, absent, close: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The answer is every cell; of a reader that cuts letters in two, said beside it, their number. */
function outcomeOf(part: Part, measured: Measured, ours: Measured | null): Outcome {
  const { cells, digest, broken, megabytes } = measured;
  const isForgiven = broken > 0 && ours !== null && cells === ours.cells;
  return {
    ms: measured[part],
    megabytes,
    answer: () => `${cells} cells ${isForgiven ? ours.digest : digest}`,
    note: broken > 0 ? `misreads ${broken} of ${cells} cells` : '',
  };
}

/** The file, whose days have the look of a day. */
function madeFile(rows: number): Uint8Array {
  const day = { ...PLAIN_LOOK, numberFormat: 'dd/mm/yyyy' };
  const cells = new Map<number, Map<number, CellModel>>();
  const headers = Array.from({ length: HEADERS }, (_, at) => `Cột ${at + 1}`);
  for (let row = 1; row <= rows + 1; row += 1) {
    const line = new Map<number, CellModel>();
    (row === 1 ? headers : rowOf(row - 1)).forEach((value, at) => {
      if (value === null) return;
      if (value instanceof Date) line.set(at + 1, { value: value.getTime() / 86_400_000 + 25_569, formula: null, style: day });
      else line.set(at + 1, { value, formula: null, style: PLAIN_LOOK });
    });
    cells.set(row, line);
  }
  return saveXlsx(null, { sheets: [{ ...newSheet(1, 'Nhập số liệu'), maxRows: rows + 1, maxColumns: HEADERS, cells }] });
}
