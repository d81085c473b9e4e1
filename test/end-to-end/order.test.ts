import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refresh } from '../../src/app/judging/refresh.ts';
import { type Memory, memory, memoryTab } from '../app/memory-ports.ts';
import { actual, entry, indicator, smallPlan, task } from '../app/small-plan.ts';

const tabs = () =>
  smallPlan({
    indicators: ['T1', 'T2', 'T3', 'T4'].map((id) => indicator(id)),
    tasks: ['N1', 'N2', 'N3'].map((id) => task(id)),
    actuals: [
      actual('T1', { numerator: 310, denominator: 500 }),
      actual('T2', { numerator: 499, denominator: 500 }),
      actual('T3', { numerator: 0, denominator: 0 }),
      actual('T4'),
    ],
    entries: [entry('N1', { progress: 'Tạm dừng' }), entry('N2', { progress: 'Đang thực hiện' }), entry('N3')],
  });

/** Verdict by indicator and status by task, as the sheet shows them after a refresh. */
function judged(session: Memory): unknown {
  refresh(session.ports);
  return [
    ['Nhập số liệu', 'Đánh giá'],
    ['Nhập tiến độ', 'Tình trạng'],
  ].map(([name, header]) => {
    const rows = session.tabs.find((tab) => tab.name.normalize('NFC') === name)?.values ?? [];
    const text = (cell: unknown): string => String(cell).normalize('NFC');
    const heads = (rows.find((row) => row.some((cell) => text(cell) === header)) ?? []).map(text);
    const pairs = rows.map((row) => [text(row[heads.indexOf('Mã')] ?? ''), row[heads.indexOf(header ?? '')] ?? ''] as const);
    return pairs.filter(([id]) => /^[TN]\d$/u.test(id)).sort(([left], [right]) => left.localeCompare(right));
  });
}

function shuffled<Item>(items: readonly Item[], keys: readonly number[]): Item[] {
  const keyed = items.map((item, at) => ({ item, key: keys[at % keys.length] ?? 0 }));
  return keyed.sort((left, right) => left.key - right.key).map(({ item }) => item);
}

describe('verdicts and statuses in the sheet', () => {
  it('do not change with the order of rows and columns, with blank rows, nor with how letters are composed', () => {
    const plain = judged(memory({ tabs: tabs() }));
    expect(JSON.stringify(plain)).toContain('Chưa đạt');
    const order = fc.array(fc.nat(1000), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(order, order, fc.constantFrom('NFC', 'NFD'), (down, across, form) => {
        const moved = tabs().map((tab) => {
          if (tab.name === 'Tổng quan') return tab;
          const head = tab.hidden ? 1 : 2;
          const wide = Math.max(...tab.values.map((row) => row.length));
          const full = tab.values.map((row) => Array.from({ length: wide }, (_, at) => row[at] ?? ''));
          const rows = shuffled(full.slice(head), down).flatMap((row, at) => ((down[at] ?? 0) % 3 === 0 ? [[''], row] : [row]));
          const written = [...full.slice(0, head), ...rows].map((row) => (row.length === 1 ? row : shuffled(row, across)));
          const composed = written.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.normalize(form) : cell)));
          return { ...memoryTab(tab.sheetId, tab.name.normalize(form), composed), hidden: tab.hidden };
        });
        expect(judged(memory({ tabs: moved }))).toEqual(plain);
      }),
      { numRuns: 15 },
    );
  });
});
