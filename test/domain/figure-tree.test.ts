import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findings } from '../../src/domain/checks/checks.ts';
import { day } from '../../src/domain/core/day.ts';
import { figureTree } from '../../src/domain/plan/figure-tree.ts';
import type { Indicator } from '../../src/domain/plan/indicator.ts';
import { anOffice, reportPeriod } from '../paper/report-facts.ts';
import { anActual, anIndicator } from './builders.ts';

const statistic = (id: string, over: Partial<Indicator> = {}): Indicator =>
  anIndicator({ id, kind: 'statistic', unit: 'hồ sơ', title: id, targets: new Map(), ...over });

const TYPED = [
  statistic('A', { part: 'total' }),
  statistic('B', { parent: 'A', part: 'part' }),
  statistic('C', { parent: 'a', part: 'part' }),
  statistic('D', { parent: 'C' }),
  statistic('E', { parent: 'nobody' }),
];

describe('the tree of figures', () => {
  it('is what «Thuộc» says, whatever the case; a row that names no row stands alone', () => {
    const tree = figureTree(TYPED);
    expect(tree.partsOf('A').map(({ row, role }) => [row.id, role])).toEqual([
      ['B', 'part'],
      ['C', 'part'],
    ]);
    expect(tree.partsOf('C').map(({ role }) => role)).toEqual(['of-which']);
    expect(tree.parentOf('E')).toBeNull();
  });

  it('is guessed where nobody typed «Thuộc»: sums, dashes, names that go on', () => {
    const tree = figureTree([
      statistic('1', { title: 'Hồ sơ phải giải quyết', sumOf: [['2', '3']] }),
      statistic('2', { title: '– Tồn kỳ trước' }),
      statistic('3', { title: '– Tiếp nhận mới' }),
      statistic('4', { title: 'Vấn đề phát hiện' }),
      statistic('5', { title: 'Vấn đề phát hiện đã xử lý' }),
      statistic('6', { title: 'Cán bộ', unit: 'người' }),
      statistic('7', { title: '– Đại học', unit: 'người' }),
    ]);
    const under = (id: string) => tree.partsOf(id).map(({ row, role }) => `${row.id} ${role}`);
    expect([under('1'), under('4'), under('6')]).toEqual([['2 part', '3 part'], ['5 of-which'], ['7 of-which']]);
  });

  it('never runs in a ring, whoever is typed under whom', () => {
    const ids = ['1', '2', '3', '4', '5'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ids, ''), { minLength: 5, maxLength: 5 }), (parents) => {
        const tree = figureTree(ids.map((id, at) => statistic(id, { parent: parents[at] ?? '' })));
        for (const id of ids) {
          let at: string | null = id;
          for (let steps = 0; at !== null; steps += 1) {
            expect(steps).toBeLessThanOrEqual(ids.length);
            at = tree.parentOf(at);
          }
        }
      }),
    );
  });
});

const PERIOD = reportPeriod('h1');
const codesOf = (indicators: readonly Indicator[], typed: Readonly<Record<string, number>>): string[] => {
  const actuals = Object.entries(typed).map(([indicator, value]) =>
    anActual({ indicator, period: PERIOD.name, typed: { kind: 'number', value } }),
  );
  const office = { ...anOffice({ indicators, tasks: [] }), actuals };
  return findings(office, { period: PERIOD, today: day('2024-06-20'), locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' })
    .filter(({ code }) => ['part-above-whole', 'parts-differ-from-total', 'figure-jumps', 'rate-of-nothing'].includes(code))
    .map(({ code, at }) => `${at.id} ${code}`);
};

describe('what the tree forbids', () => {
  it.each<[string, Readonly<Record<string, number>>, readonly string[]]>([
    ['adds up', { A: 10, B: 4, C: 6, D: 1 }, []],
    ['does not add up', { A: 10, B: 4, C: 5 }, ['A parts-differ-from-total']],
    ['a part above its whole: 9 handled of 3 found', { C: 3, D: 9 }, ['D part-above-whole']],
    ['one part is not typed yet', { A: 10, B: 4 }, []],
    ['both wrong: the part is told, not the sum', { A: 10, B: 12, C: 6 }, ['B part-above-whole']],
  ])('%s', (_, typed, found) => {
    expect(codesOf(TYPED, typed)).toEqual(found);
  });

  it('holds for whatever is split as it should', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(9999), fc.double({ min: 0, max: 1, noNaN: true }), (b, c, share) => {
        expect(codesOf(TYPED, { A: b + c, B: b, C: c, D: Math.floor(c * share) })).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

it('asks about a rate that jumped since the year before, and about a rate of nothing', () => {
  const rate = anIndicator({ id: 'R', kind: 'track-only', targets: new Map() });
  const office = anOffice({ indicators: [rate], tasks: [] });
  const typed = (period: string, value: number, denominator: number | null = null) =>
    anActual({ indicator: 'R', period, typed: { kind: 'number', value }, denominator });
  const codes = (actuals: readonly ReturnType<typeof typed>[]) =>
    findings(
      { ...office, actuals },
      { period: PERIOD, today: day('2024-06-20'), locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
    ).map(({ code }) => code);
  const before = reportPeriod('h1', 2023).name;
  expect(codes([typed(PERIOD.name, 0.72), typed(before, 53.78)])).toContain('figure-jumps');
  expect(codes([typed(PERIOD.name, 60), typed(before, 53.78)])).not.toContain('figure-jumps');
  expect(codes([typed(PERIOD.name, 100, 0)])).toContain('rate-of-nothing');
});
