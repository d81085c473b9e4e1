import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TABS } from '../../src/workbook/tabs/all.ts';

type Tabs = Readonly<Record<string, readonly (readonly (string | number)[])[]>>;
const { tabs }: { readonly tabs: Tabs } = JSON.parse(readFileSync('src/plan-templates/gia-luong-2021-2025.json', 'utf8'));
const idsOf = (tab: string): string[] => (tabs[tab] ?? []).slice(1).map(([id]) => String(id));
const planned = [...idsOf('Kế hoạch - Chỉ tiêu').filter((id) => !id.startsWith('TK')), ...idsOf('Kế hoạch - Nhiệm vụ')];
const rows = readFileSync('docs/tung-doan.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| [IV]/u.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const named = rows.flatMap(([, , , where = '']) => where.match(/\b[TNV]\d+\.\w+\b/gu) ?? []);

describe('the table of the paragraphs of the plan', () => {
  it('names in each line a row of the template or a tab of the workbook, and none that is not there', () => {
    for (const [, place, , where = ''] of rows) {
      const held = [
        ...(where.match(/\b[TNV]\d+\.\w+\b/gu) ?? []),
        ...[...where.matchAll(/`([^`]+)`/gu)].map(([, tab = '']) => tab),
      ];
      expect(held.length, `${place} is held nowhere`).toBeGreaterThan(0);
      for (const each of held) expect([...planned, ...TABS.map(({ name }) => name)], place).toContain(each);
    }
  });

  it('has every paragraph once, and every target and task of the plan in one of them', () => {
    const places = rows.map(([, place]) => place);
    expect(new Set(places).size).toBe(places.length);
    expect(planned.filter((id) => !named.includes(id))).toEqual([]);
  });

  it('has all the parts of the plan: I to V, seven fields with their targets and tasks, seven solutions, ten duties', () => {
    const starts = (head: string): number => rows.filter(([, place = '']) => place.startsWith(head)).length;
    expect([1, 2, 3, 4, 5, 6, 7].map((field) => starts(`II.2.${field}.a`))).toEqual([6, 3, 9, 3, 4, 3, 5]);
    expect([1, 2, 3, 4, 5, 6, 7].map((field) => starts(`II.2.${field}.b`))).toEqual([6, 9, 8, 5, 6, 4, 9]);
    expect([starts('III.'), starts('IV.'), starts('V.')]).toEqual([7, 2, 10]);
  });
});
