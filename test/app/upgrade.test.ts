import { expect, it } from 'vitest';
import { upgrade } from '../../src/app/set-up/upgrade.ts';
import { WORKBOOK_VERSION } from '../../src/workbook/core/version.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { memory } from './memory-ports.ts';
import { actual, indicator, smallPlan } from './small-plan.ts';

it('a workbook of today that was made before a column came gets it, and nothing that the office has taken away', () => {
  const tabs = smallPlan({ indicators: [indicator('T1')], actuals: [actual('T1')] });
  const made = tabs.find(({ name }) => name === ACTUALS.name);
  const at = made?.values[1]?.indexOf('Ô cần sửa') ?? -1;
  for (const row of made?.values ?? []) if (at >= 0 && row.length > at) row[at] = '';
  const session = memory({ tabs });
  const reply = upgrade(session.ports);
  expect(reply).toMatchObject({ from: WORKBOOK_VERSION, to: WORKBOOK_VERSION, tabs: [], settings: [] });
  expect(reply.columns).toContain('Nhập số liệu | Ô cần sửa');
  expect(session.tab(ACTUALS.name).values[1]).toContain('Ô cần sửa');
  expect(upgrade(session.ports).columns).toEqual([]);
});

it('a header comes to the right of a column of the office whose cells show nothing now', () => {
  const tabs = smallPlan({ indicators: [indicator('T1')], actuals: [actual('T1')] });
  const made = tabs.find(({ name }) => name === ACTUALS.name);
  const at = made?.values[1]?.indexOf('Ô cần sửa') ?? -1;
  const width = Math.max(...(made?.values ?? []).map((row) => row.length));
  // A hidden column without a header, with a formula in its first lines: the data range reaches over it, its values are blank.
  for (const row of made?.values ?? []) {
    if (at >= 0 && row.length > at) row[at] = '';
    while (row.length < width + 1) row.push('');
  }
  const session = memory({ tabs });
  expect(upgrade(session.ports).columns).toContain('Nhập số liệu | Ô cần sửa');
  expect(session.tab(ACTUALS.name).values[1]?.indexOf('Ô cần sửa')).toBe(width + 1);
});
