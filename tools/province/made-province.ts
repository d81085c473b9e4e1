import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, day } from '../../src/domain/core/day.ts';
import type { PackagePeriod } from '../../src/domain/province/manifest.ts';
import type { UnitLine } from '../../src/domain/province/units.ts';
import { chance, type MadeUnit, madeFacts, packed, periodsOf } from './made-unit.ts';

export type Size = { readonly units: number; readonly years: number; readonly periods: 4 | 12; readonly seed: number };

/** What was planted into the last period, for whoever checks that it is found. */
export type Planted = {
  readonly period: PackagePeriod;
  readonly missing: readonly string[];
  readonly late: readonly string[];
  /** Sent twice: the same, an older closing, another content under the same closing. */
  readonly copied: readonly string[];
  readonly superseded: readonly string[];
  readonly conflicting: readonly string[];
  readonly tenfold: readonly string[];
  readonly otherWindow: readonly string[];
  readonly stranger: string;
  readonly merged: readonly [from: string, into: string];
  readonly renamed: readonly [code: string, name: string];
  /** Files that are no packages. */
  readonly broken: readonly string[];
};

const LAST_YEAR = 2026;
/** The line in which a figure slips by a power of ten. */
export const SLIPPED = '3.3.2.1';

export function unitsOf({ units }: Pick<Size, 'units'>): MadeUnit[] {
  return Array.from({ length: units }, (_, at) => ({ code: String(10_001 + at), name: `UBND xã Số ${at + 1}` }));
}

export function lastPeriods({ years, periods }: Pick<Size, 'years' | 'periods'>): PackagePeriod[] {
  return Array.from({ length: years }, (_, back) => LAST_YEAR - years + 1 + back).flatMap((year) => periodsOf(year, periods));
}

/** One unit goes on as a part of another in the middle of the last year, one is renamed then. */
const CHANGED_ON = day('2026-07-01');

export function registerLines(size: Pick<Size, 'units'>): UnitLine[] {
  const units = unitsOf(size);
  return units.flatMap(({ code, name }, at): UnitLine[] => {
    if (at === units.length - 1) return [{ code, name, from: null, until: addDays(CHANGED_ON, -1), into: units[0]?.code ?? '' }];
    if (at !== 1) return [{ code, name, from: null, until: null, into: '' }];
    return [
      { code, name, from: null, until: addDays(CHANGED_ON, -1), into: '' },
      { code, name: RENAMED, from: CHANGED_ON, until: null, into: '' },
    ];
  });
}

const RENAMED = 'UBND xã Tên Mới';

/** Writes every package of every period, a folder a period, with the faults in the last one; answers what was planted. */
export function makeProvince(folder: string, size: Size): Planted {
  const units = unitsOf(size);
  const periods = lastPeriods(size);
  const last = periods[periods.length - 1] ?? periodsOf(LAST_YEAR, 4)[3];
  if (last === undefined) throw new Error('no period');
  const planted = plantedIn(size, units, last);
  for (const period of periods) {
    const under = join(folder, `${period.year}-${period.type}-${period.turn}`);
    mkdirSync(under, { recursive: true });
    for (const unit of units) if (isThere(unit, period, planted)) writeOne(under, { size, unit, period, planted });
  }
  plantFiles(folder, { size, planted });
  return planted;
}

/** After it became a part of another a unit sends nothing. */
function isThere({ code }: MadeUnit, period: PackagePeriod, { merged, missing, period: last }: Planted): boolean {
  if (code === merged[0] && period.end >= CHANGED_ON) return false;
  return period !== last || !missing.includes(code);
}

type One = { readonly size: Size; readonly unit: MadeUnit; readonly period: PackagePeriod; readonly planted: Planted };

function writeOne(under: string, { size, unit, period, planted }: One): void {
  const isLast = period === planted.period;
  const is = (codes: readonly string[]): boolean => isLast && codes.includes(unit.code);
  const facts = madeFacts(size.seed, unit, period, is(planted.tenfold) ? { line: SLIPPED, times: 10 } : null);
  const named = unit.code === planted.renamed[0] && period.end >= CHANGED_ON ? { ...unit, name: RENAMED } : unit;
  const closedOn = addDays(period.end, is(planted.late) ? 20 : 3);
  const window = is(planted.otherWindow) ? { ...period, start: addDays(period.start, 17) } : period;
  const one = { unit: named, period: window, version: is(planted.superseded) ? 2 : 1, closedOn };
  const bytes = packed(one, facts);
  writeFileSync(join(under, `${unit.code}.zip`), bytes);
  const other = (): Uint8Array => packed({ ...one, version: 1 }, madeFacts(size.seed + 1, unit, period, null));
  if (is(planted.copied)) writeFileSync(join(under, `${unit.code} (1).zip`), bytes);
  if (is(planted.superseded) || is(planted.conflicting)) writeFileSync(join(under, `${unit.code} - khac.zip`), other());
}

/** Of each fault some units, none with two. */
function plantedIn({ seed }: Size, units: readonly MadeUnit[], period: PackagePeriod): Planted {
  const shuffled = [...units.slice(2, -1)]
    .sort((a, b) => chance(seed, a.code, 'fault') - chance(seed, b.code, 'fault'))
    .map(({ code }) => code);
  const some = Math.max(1, Math.floor(units.length / 40));
  const take = (): string[] => shuffled.splice(0, some).sort();
  return {
    period,
    ...{
      missing: take(),
      late: take(),
      copied: take(),
      superseded: take(),
      conflicting: take(),
      tenfold: take(),
      otherWindow: take(),
    },
    stranger: 'UBND xã Ngoài Danh Sách',
    merged: [units[units.length - 1]?.code ?? '', units[0]?.code ?? ''],
    renamed: [units[1]?.code ?? '', RENAMED],
    broken: ['bi-cat.zip', 'khong-phai.zip', 'phien-ban-2.zip', 'so-hong.xlsx', 'bang-sai.zip'],
  };
}

function plantFiles(folder: string, { size, planted }: Pick<One, 'size' | 'planted'>): void {
  const unit = { code: '', name: planted.stranger };
  const facts = madeFacts(size.seed, { ...unit, code: '99999' }, planted.period, null);
  const whole = packed({ unit, period: planted.period }, facts);
  writeFileSync(join(folder, 'ngoai-danh-sach.zip'), whole);
  writeFileSync(join(folder, 'bi-cat.zip'), whole.slice(0, Math.floor(whole.length / 2)));
  writeFileSync(join(folder, 'khong-phai.zip'), 'not a package');
  writeFileSync(join(folder, 'so-hong.xlsx'), 'not a workbook');
  const newer = packed({ unit, period: planted.period }, facts, (text) => text.replace('period-facts/1.0', 'period-facts/2.0'));
  writeFileSync(join(folder, 'phien-ban-2.zip'), newer);
  writeFileSync(
    join(folder, 'bang-sai.zip'),
    packed({ unit, period: planted.period }, { ...facts, forms: facts.forms.map((row) => ({ ...row, line: 'a\nb' })) }),
  );
}
