import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { type Choice, choose, type Received, yearBefore } from '../../src/domain/province/choose.ts';
import { ruleOf } from '../../src/domain/province/form-rules.ts';
import { type Manifest, manifestText, readManifest } from '../../src/domain/province/manifest.ts';
import { rankUnits } from '../../src/domain/province/rank.ts';
import { registerOf, type UnitLine } from '../../src/domain/province/units.ts';
import { FORMS } from '../../src/words/report/form-rows.ts';

const MANIFEST: Manifest = {
  unit: { code: '10001', name: 'UBND xã Một', since: null },
  period: {
    name: 'Quý I năm 2026',
    type: 'quarter',
    turn: 1,
    year: 2026,
    start: day('2025-12-15'),
    end: day('2026-03-14'),
    cumulative: true,
    sendDueOn: day('2026-03-20'),
  },
  version: 1,
  closedOn: day('2026-03-16'),
  publishedOn: null,
  plan: 'a1',
  report: null,
  sample: false,
  tables: [],
  minor: 0,
};
type Sent = {
  readonly code?: string;
  readonly name?: string;
  readonly version?: number;
  readonly content?: string;
  readonly closedOn?: string;
  readonly start?: string;
  readonly publishedOn?: string;
};
let files = 0;
function sent({
  code = '10001',
  name = '',
  version = 1,
  content = 'x',
  closedOn = '2026-03-16',
  start = '2025-12-15',
  publishedOn,
}: Sent): Received {
  files += 1;
  return {
    file: `${files}.zip`,
    content,
    manifest: {
      ...MANIFEST,
      unit: { code, name: name === '' ? `Đơn vị ${code}` : name, since: null },
      period: { ...MANIFEST.period, start: day(start) },
      version,
      closedOn: day(closedOn),
      publishedOn: publishedOn === undefined ? null : day(publishedOn),
    },
  };
}
const line = (code: string, more: Partial<UnitLine> = {}): UnitLine => ({
  code,
  name: `Đơn vị ${code}`,
  from: null,
  until: null,
  into: '',
  ...more,
});
const NOBODY = registerOf([]);
const said = ({ counted, left }: Choice): unknown => ({
  counted: counted.map(({ own, unit, content, late }) => [own, unit.code, content, late]).sort(),
  left: left.map(({ manifest, content, why }) => [manifest.unit.code, manifest.version, content, why]).sort(),
});

describe('which packages count', () => {
  it.each<[string, readonly Sent[], readonly [string, string]]>([
    [
      'the higher closing wins',
      [
        { version: 1, content: 'a' },
        { version: 2, content: 'b' },
      ],
      ['b', 'older'],
    ],
    [
      'of one closing the one with later results',
      [{ content: 'a' }, { content: 'b', publishedOn: '2026-04-01' }],
      ['b', 'older'],
    ],
    ['what says the same counts once', [{ content: 'a' }, { content: 'a' }], ['a', 'copy']],
    ['two that differ under one closing: one, and the other is told', [{ content: 'a' }, { content: 'b' }], ['b', 'conflict']],
    [
      'a copy of an older closing is still older',
      [
        { version: 2, content: 'b' },
        { version: 1, content: 'a' },
      ],
      ['b', 'older'],
    ],
  ])('%s', (_, packages, [content, why]) => {
    const { counted, left } = choose(packages.map(sent), NOBODY);
    expect([counted.map((one) => one.content), left.map((one) => one.why)]).toEqual([[content], [why]]);
  });

  it('late is by the province’s day, else by the unit’s own', () => {
    const late = (due: string | null, closedOn: string) =>
      choose([sent({ closedOn })], NOBODY, due === null ? null : day(due)).counted[0]?.late;
    expect([
      late(null, '2026-03-20'),
      late(null, '2026-03-21'),
      late('2026-03-17', '2026-03-18'),
      late('2026-03-30', '2026-03-21'),
    ]).toEqual([false, true, true, false]);
  });

  it('a window that most units do not keep is left out, whoever came first', () => {
    const packages = [sent({ code: '1', start: '2026-01-01' }), sent({ code: '2' }), sent({ code: '3' })];
    expect(choose(packages, NOBODY).left.map(({ manifest, why }) => [manifest.unit.code, why])).toEqual([['1', 'other-window']]);
  });

  it('depends neither on the order nor on how often a package came', () => {
    const register = registerOf([
      line('1'),
      line('2', { until: day('2026-01-31'), into: '1' }),
      line('3'),
      line('4', { from: day('2026-02-01') }),
      line('5', { until: day('2026-01-31'), into: '4' }),
    ]);
    const one = fc.record({
      code: fc.constantFrom('1', '2', '3', '4', '5', '9'),
      version: fc.integer({ min: 1, max: 3 }),
      content: fc.constantFrom('a', 'b', 'c'),
      start: fc.constantFrom('2025-12-15', '2026-01-01'),
    });
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 1_000 })),
        (packages, chance) => {
          const made = packages.map(sent);
          const shuffled = made
            .map((each) => ({ each, by: chance.next().value }))
            .sort((a, b) => a.by - b.by)
            .map(({ each }) => each);
          const figures = (choice: Choice): unknown =>
            choice.counted.map(({ own, unit, content }) => [own, unit.code, content]).sort();
          expect(said(choose(shuffled, register))).toEqual(said(choose(made, register)));
          expect(figures(choose([...shuffled, ...made], register))).toEqual(figures(choose(made, register)));
          const keys = choose(made, register).counted.map(({ own }) => own);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    );
  });

  it('a period is the like one of the year before', () => {
    expect([yearBefore('2026-half-1'), yearBefore('2026-special-chuyên đề tháng 3')]).toEqual([
      '2025-half-1',
      '2025-special-chuyên đề tháng 3',
    ]);
  });
});

describe('the list of units', () => {
  const register = registerOf([
    line('1', { name: 'UBND xã Cũ', until: day('2025-06-30') }),
    line('1', { name: 'UBND xã Mới', from: day('2025-07-01') }),
    line('2', { until: day('2024-11-30'), into: '3' }),
    line('3', { until: day('2025-06-30'), into: '1' }),
  ]);

  it.each([
    ['2', '2024-11-30', '2'],
    ['2', '2024-12-01', '3'],
    ['2', '2025-07-01', '1'],
    ['3', '2025-06-30', '3'],
    ['1', '2030-01-01', '1'],
  ])('%s is on %s a part of %s', (code, on, heir) => expect(register.heirOn(code, day(on)).code).toBe(heir));

  it('has the name of the day, knows a unit by any of its names, and nobody else', () => {
    expect([register.heirOn('1', day('2025-06-30')).name, register.heirOn('1', day('2025-07-01')).name]).toEqual([
      'UBND xã Cũ',
      'UBND xã Mới',
    ]);
    expect(register.codeOf({ code: '', name: 'ubnd  xã CŨ' })).toBe('1');
    expect(register.codeOf({ code: '77', name: 'UBND xã Lạ' })).toBeNull();
    expect(register.unitsOn(day('2026-01-01')).map(({ code }) => code)).toEqual(['1']);
  });

  it('ends where it began when units take one another over in a ring', () => {
    const ring = registerOf([
      line('1', { until: day('2025-01-01'), into: '2' }),
      line('2', { until: day('2025-01-01'), into: '1' }),
    ]);
    expect(['1', '2']).toContain(ring.heirOn('1', day('2026-01-01')).code);
  });
});

describe('how a line of the forms adds', () => {
  const rules = FORMS.flatMap(({ number, rows }) => rows.map((row) => [`${number}.${row.code}`, ruleOf(number, row)] as const));

  it.each([
    ['1.1', 'add'],
    ['1.2', 'rate'],
    ['1.3', 'heading'],
    ['1.5', 'answer'],
    ['3.1.4.2', 'common-list'],
    ['3.3.2.1', 'add'],
    ['4.3.4', 'rate'],
    ['6.1.2', 'add'],
    ['7.4.1.1', 'common-list'],
    ['7.4.3.1', 'add'],
  ])('%s: %s', (code, rule) => expect(rules.find(([known]) => known === code)?.[1]).toBe(rule));

  it('no rate, answer or heading is ever added', () => {
    expect(rules).toHaveLength(123);
    const added = rules.filter(([, rule]) => rule === 'add').map(([code]) => code);
    for (const { number, rows } of FORMS)
      for (const { code, unit } of rows) if (added.includes(`${number}.${code}`)) expect(unit).not.toMatch(/%|=|^$/u);
  });
});

describe('ranking', () => {
  const unit = (code: string, met: number, judged = 10) => ({
    code,
    name: code,
    packages: 1,
    late: false,
    closedOn: null,
    judged,
    met,
    near: 0,
    missed: judged - met,
    noData: 0,
    tasks: 0,
    done: 0,
    doneLate: 0,
    overdue: 0,
    score: null,
  });
  const rank = (units: ReturnType<typeof unit>[]) =>
    rankUnits({ units, matrix: new Map() }, 'met').map((one) => [one.unit.code, one.place]);

  it('equals share a place, the next counts on, and who has nothing to rank stands last without one', () => {
    expect(rank([unit('a', 7), unit('b', 9), unit('c', 9), unit('d', 0, 0), unit('e', 2)])).toEqual([
      ['b', 1],
      ['c', 1],
      ['a', 3],
      ['e', 4],
      ['d', null],
    ]);
  });
});

describe('a manifest', () => {
  it('comes back as it was written', () => expect(readManifest(manifestText(MANIFEST))).toEqual(MANIFEST));

  it('of a later minor version is read, of a later major one refused, of anybody else none', () => {
    const text = manifestText(MANIFEST);
    expect(readManifest(text.replace('facts/1.0', 'facts/1.7').replace('"tables"', '"more": 1, "tables"'))).toMatchObject({
      minor: 7,
    });
    expect(readManifest(text.replace('facts/1.0', 'facts/2.0'))).toBe('newer-schema');
    expect(['', 'null', '[]', '{}', text.replace('so-cchc', 'khac'), '{"schema":5}'].map(readManifest)).toEqual(
      Array(6).fill('not-a-package'),
    );
  });

  it('with anything missing or of another kind is broken, and never a failure', () => {
    const whole: Record<string, unknown> = JSON.parse(manifestText(MANIFEST));
    for (const key of Object.keys(whole).filter((name) => name !== 'schema'))
      for (const value of [undefined, 5.5, 'x'.repeat(400), [], {}, true]) {
        const found = readManifest(JSON.stringify({ ...whole, [key]: value }));
        if (typeof found === 'string') expect(found).toBe('broken');
        else expect([key, typeof value]).toEqual([key, typeof whole[key]]);
      }
    fc.assert(
      fc.property(fc.json(), (json) => typeof readManifest(`{"schema":"so-cchc.period-facts/1.0","unit":${json}}`) === 'string'),
    );
  });
});
