import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherFolder } from '../../src/cli/gather/gather.ts';
import { day } from '../../src/domain/core/day.ts';
import type { Consolidated } from '../../src/domain/province/consolidate.ts';
import { measureNamed, type RankedBy, rankUnits } from '../../src/domain/province/rank.ts';
import { partsOf, toDocx } from '../../src/paper/docx/engine.ts';
import { checkLayout } from '../../src/paper/nd30/check.ts';
import { toText } from '../../src/paper/to-text.ts';
import type { Paper } from '../../src/words/paper/paper.ts';
import { sayProvinceReport } from '../../src/words/province/report.ts';
import { lastPeriods, makeProvince, type Planted, registerLines, SLIPPED, unitsOf } from '../../tools/province/made-province.ts';
import { madeFacts } from '../../tools/province/made-unit.ts';
import { ensureBuilt } from '../helpers/built.ts';
import { times } from '../helpers/sweep.ts';
import { aFolder, bytesIn, gathered, scattered } from './gathered.ts';

const SIZE = { units: 24, years: 2, periods: 4, seed: 7 } as const;
const register = registerLines(SIZE);
const room = aFolder();
const folder = join(room.path, 'gui-ve');
let planted: Planted;
let all: Consolidated;

beforeAll(async () => {
  ensureBuilt();
  mkdirSync(folder);
  planted = makeProvince(folder, SIZE);
  all = await gathered(folder, { register });
}, 300_000);
afterAll(() => room.remove());

const codes = (units: readonly { readonly code: string }[]): string[] => units.map(({ code }) => code).sort();
const leftFor = (why: string): string[] =>
  all.left
    .filter((left) => left.why === why)
    .map(({ file }) => /\/(\d+)/u.exec(file)?.[1] ?? file)
    .sort();

describe('a province whose faults are known', () => {
  it('names every planted fault, and nothing else', () => {
    expect(codes(all.missing)).toEqual([...planted.missing, ...planted.otherWindow].sort());
    expect(codes(all.units.filter(({ late }) => late))).toEqual(planted.late);
    expect(leftFor('copy')).toEqual(planted.copied);
    expect(leftFor('older')).toEqual(planted.superseded);
    expect(leftFor('conflict')).toEqual(planted.conflicting);
    expect(leftFor('other-window')).toEqual(planted.otherWindow);
    expect(leftFor('unknown-unit')).toEqual(['ngoai-danh-sach.zip']);
    expect(all.refused.map(({ file }) => file).sort()).toEqual([...planted.broken].sort());
    expect(all.outliers.filter(({ measure }) => measure === `bm ${SLIPPED}`).map(({ unit }) => unit)).toEqual(
      expect.arrayContaining([...planted.tenfold]),
    );
  });

  it('says why a file was refused', () => {
    expect(Object.fromEntries(all.refused.map(({ file, sentence }) => [file, sentence]))).toEqual({
      'bang-sai.zip': 'bad-table',
      'bi-cat.zip': 'damaged',
      'khong-phai.zip': 'not-a-package',
      'phien-ban-2.zip': 'newer-schema',
      'so-hong.xlsx': expect.stringContaining('«so-hong.xlsx»'),
    });
  });

  it('has units under the names and in the units of the period’s last day', () => {
    const names = new Map(all.units.map(({ code, name }) => [code, name]));
    expect(names.get(planted.renamed[0])).toBe(planted.renamed[1]);
    expect(names.has(planted.merged[0])).toBe(false);
  });
});

describe('totals', () => {
  /** The same sums by another way: the made facts added in a loop. */
  function sumsOf(line: string, field: 'value' | 'numerator' | 'denominator'): number {
    const counted = all.sources.map(({ own }) => own);
    return unitsOf(SIZE)
      .filter(({ code }) => counted.includes(code))
      .reduce((sum, unit) => {
        const isTenfold = planted.tenfold.includes(unit.code);
        const conflicting = all.sources.find(({ own, file }) => own === unit.code && file.includes('khac')) !== undefined;
        const facts = madeFacts(
          conflicting ? SIZE.seed + 1 : SIZE.seed,
          unit,
          planted.period,
          isTenfold ? { line: SLIPPED, times: 10 } : null,
        );
        return sum + (facts.forms.find((row) => `${row.form}.${row.line}` === line)?.[field] ?? 0);
      }, 0);
  }

  it('are the sums of their parts: counts add, rates follow from their parts, common lists and answers are not added', () => {
    let added = 0;
    for (const row of all.forms.flatMap(({ rows }) => rows)) {
      const line = `${row.form}.${row.code}`;
      if (row.rule === 'add') {
        expect(row.total ?? 0).toBe(sumsOf(line, 'value'));
        added += 1;
      } else expect(row.total).toBeNull();
      if (row.rule === 'rate' && row.rate !== null)
        expect([row.rate.numerator, row.rate.denominator]).toEqual([sumsOf(line, 'numerator'), sumsOf(line, 'denominator')]);
    }
    expect(added).toBeGreaterThan(30);
  });

  it('of a unit that took another over hold both in the period in which it began, and the other’s last year', async () => {
    const half = lastPeriods(SIZE).find(({ type, year }) => type === 'half' && year === 2025);
    const before = await gathered(folder, { register, period: half?.name ?? '' });
    expect(before.units.map(({ code }) => code)).toContain(planted.merged[0]);
    // Taken over before that period ended, and its heir began only within it: both count for the heir.
    const [from, into] = planted.merged;
    const moved = register.map((line) =>
      line.code === from
        ? { ...line, until: day('2025-03-31') }
        : line.code === into
          ? { ...line, from: day('2025-04-01') }
          : line,
    );
    const after = await gathered(folder, { register: moved, period: half?.name ?? '' });
    const sum = (code: string): number => before.formUnits.get(code)?.get(SLIPPED)?.total ?? 0;
    expect(after.formUnits.get(into)?.get(SLIPPED)?.total).toBe(sum(from) + sum(into));
    expect(after.units.find(({ code }) => code === into)).toMatchObject({ packages: 2 });
    // Had the heir stood all the while, its own figures would hold the other's already.
    const stood = register.map((line) => (line.code === from ? { ...line, until: day('2025-03-31') } : line));
    const once = await gathered(folder, { register: stood, period: half?.name ?? '' });
    expect(once.formUnits.get(into)?.get(SLIPPED)?.total).toBe(sum(into));
    expect(once.left.filter(({ why, period }) => why === 'overlap' && period === half?.name)).toHaveLength(1);
  });
});

describe('whatever the order and however often', () => {
  const figures = ({ units, measures, forms, outliers, missing }: Consolidated): unknown => ({
    units,
    measures,
    forms,
    outliers,
    missing,
  });

  it('the same packages give the same figures', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 96 }), async (most, turn) => {
        const other = join(room.path, 'khac');
        rmSync(other, { recursive: true, force: true });
        scattered(folder, other, { times: (at) => 1 + ((at * 5 + turn) % most), name: (at) => String((at * 37 + turn) % 97) });
        expect(figures(await gathered(other, { register }))).toEqual(figures(all));
      }),
      { numRuns: times(20, 2) },
    );
  });

  it('the same folder gives the same files, byte by byte, also after a run that was killed', async () => {
    const wish = { folder, unit: 'UBND tỉnh Mẫu', units: null, period: null, due: null, rank: null, today: day('2026-12-20') };
    const outs = ['mot', 'hai'].map((name) => join(room.path, name));
    await gatherFolder({ ...wish, out: outs[0] ?? '' });
    // What a killed run leaves.
    mkdirSync(join(outs[1] ?? '', '.dang-tong-hop-chet', 'so-lieu'), { recursive: true });
    await gatherFolder({ ...wish, out: outs[1] ?? '' });
    const [one, two] = outs.map(bytesIn);
    expect(Object.keys(one ?? {})).toContain('/tong-hop.xlsx');
    expect(two).toEqual(one);
  });
});

describe('the report', () => {
  const text = (by: RankedBy): Paper => sayProvinceReport(all, { ranking: rankUnits(all, by), by, madeOn: day('2026-12-20') });

  it('keeps every rule of Nghị định 30/2020 that the commune’s report is held to', () => {
    const findings = checkLayout(partsOf(toDocx(text('met'))), () => null);
    expect(findings.length).toBeGreaterThan(15);
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('prints the sums of the workbook, and leaves blank what only the province knows', () => {
    const said = toText(text('met')).replace(/\s+/gu, ' ');
    const met = all.units.reduce((sum, unit) => sum + unit.met, 0);
    expect(said).toContain(`đạt ${met.toLocaleString('vi-VN')} lượt`);
    expect(said).toContain('Nguyên nhân: ……');
    expect(text('met').banner).toBe('SỐ LIỆU MINH HỌA');
  });

  it('ranks by any measure, as asked', () => {
    const measure = measureNamed(all, 'Tỷ lệ nội dung 3 được thực hiện');
    expect(measure).not.toBeNull();
    const ranked = rankUnits(all, measure ?? 'met').map(({ value }) => value ?? 0);
    expect(ranked).toEqual([...ranked].sort((a, b) => b - a));
  });
});

describe('the command', () => {
  const wish = {
    folder,
    unit: 'UBND tỉnh Mẫu',
    units: null,
    period: null,
    due: null,
    rank: null,
    out: null,
    today: day('2026-12-20'),
  };

  it('says in words what is missing', async () => {
    await expect(gatherFolder({ ...wish, folder: undefined })).rejects.toThrow('Chưa cho biết thư mục');
    await expect(gatherFolder({ ...wish, unit: null })).rejects.toThrow('--unit');
    await expect(gatherFolder({ ...wish, folder: '/khong/co' })).rejects.toThrow('Không có thư mục');
    await expect(gatherFolder({ ...wish, period: 'Quý IX năm 1999' })).rejects.toThrow('Các kỳ có số liệu: Năm 2026');
    await expect(gatherFolder({ ...wish, rank: 'không có' })).rejects.toThrow('để xếp hạng');
  });

  it('tells who sent what, and that something is to be looked at', async () => {
    const { lines, problems } = await gatherFolder({ ...wish, out: join(room.path, 'lenh') });
    expect(problems).toBe(true);
    expect(lines[0]).toMatch(/^Tổng hợp kỳ Năm 2026/u);
    expect(lines.join('\n')).toContain('khong-phai.zip: Không phải là gói số liệu kỳ.');
  });
});
