import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '../../src/cli/main-job.ts';
import type { Screen } from '../../src/host/core/environment.ts';
import { keepCopy } from '../../src/host/file/keep-copy.ts';
import { openHost } from '../../src/host/host.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { DEMO_MOMENT } from '../helpers/environment.ts';
import { plainXlsx } from '../helpers/plain-xlsx.ts';

beforeAll(ensureBuilt);
let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'so-cchc-copy-'));
  path = join(folder, 'so.xlsx');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const copies = (): string[] => readdirSync(join(folder, 'ban-sao')).sort();

describe('a copy of the workbook', () => {
  it('is not made of one that is not there yet', () => {
    expect([keepCopy(path, 'set-up'), existsSync(join(folder, 'ban-sao'))]).toEqual([null, false]);
  });

  it('says before what it was kept, and is one for the same bytes', () => {
    writeFileSync(path, 'một');
    expect(keepCopy(path, 'upgrade')).toBe(join(folder, 'ban-sao', 'so (trước khi nâng cấp).xlsx'));
    keepCopy(path, 'set-up');
    writeFileSync(path, 'hai');
    expect(keepCopy(path, 'upgrade')).toBe(join(folder, 'ban-sao', 'so (trước khi nâng cấp) (2).xlsx'));
    expect(copies()).toHaveLength(2);
    expect(readFileSync(join(folder, 'ban-sao', 'so (trước khi nâng cấp).xlsx'), 'utf8')).toBe('một');
  });

  it('pushes out the oldest of twenty, and never a file of the office or of another workbook', () => {
    writeFileSync(join(folder, 'khac.xlsx'), 'x');
    keepCopy(join(folder, 'khac.xlsx'), 'upgrade');
    writeFileSync(join(folder, 'ban-sao', 'so cua toi.xlsx'), 'của tôi');
    for (let n = 0; n < 25; n += 1) {
      writeFileSync(path, String(n));
      const kept = keepCopy(path, 'upgrade') ?? '';
      utimesSync(kept, n + 1, n + 1);
    }
    const held = copies()
      .filter((name) => name.startsWith('so ('))
      .map((name) => readFileSync(join(folder, 'ban-sao', name), 'utf8'));
    expect(held.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 5));
    expect(copies()).toEqual(expect.arrayContaining(['so cua toi.xlsx', 'khac (trước khi nâng cấp).xlsx']));
  });

  it('is kept before a set-up and an upgrade, with what was typed last, and the person is told where', () => {
    writeFileSync(
      path,
      plainXlsx([{ name: 'Số liệu', inside: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' }]),
    );
    const bytes = readFileSync(path);
    const screen: Screen = { answers: [], shown: [] };
    const host = openHost({ workbook: path, outDir: folder, mailDir: folder, user: '', now: DEMO_MOMENT, screen });
    must(host.ask('check', {}));
    expect([host.copies(), existsSync(join(folder, 'ban-sao'))]).toEqual([[], false]);
    must(host.ask('set-up', { template: 'gia-luong-2021-2025' }));
    expect(readFileSync(join(folder, 'ban-sao', 'so (trước khi thiết lập).xlsx')).equals(bytes)).toBe(true);
    host.type({ tab: 'Số liệu', row: 2, column: 1, rows: [['777']] });
    host.run('menuUpgrade');
    host.close();
    const [, upgrade = ''] = host.copies();
    expect(upgrade).toBe(join(folder, 'ban-sao', 'so (trước khi nâng cấp).xlsx'));
    const again = openHost({ workbook: upgrade, outDir: folder, mailDir: folder, user: '', now: DEMO_MOMENT });
    expect(
      again.model.sheets
        .find(({ name }) => name === 'Số liệu')
        ?.cells.get(2)
        ?.get(1)?.value,
    ).toBe(777);
    again.close();
    expect(screen.shown.filter(({ kind }) => kind === 'toast')).toEqual(
      expect.arrayContaining([expect.objectContaining({ message: expect.stringContaining(upgrade) })]),
    );
  });
});
