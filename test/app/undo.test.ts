import { describe, expect, it } from 'vitest';
import { confirmProposals } from '../../src/app/checks/confirm-proposals.ts';
import { enter } from '../../src/app/entry/enter.ts';
import { undo, undoPreview } from '../../src/app/history/undo.ts';
import { refresh } from '../../src/app/judging/refresh.ts';
import { closePeriod } from '../../src/app/period/close-period.ts';
import { markSent } from '../../src/app/period/mark-sent.ts';
import { openPeriod } from '../../src/app/period/open-period.ts';
import { reopenPeriod } from '../../src/app/period/reopen-period.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { PERIODS } from '../../src/workbook/tabs/periods.ts';
import { FROZEN, JOURNAL } from '../../src/workbook/tabs/records.ts';
import { TASKS } from '../../src/workbook/tabs/tasks.ts';
import type { Memory } from './memory-ports.ts';
import { cellsOf, office, Q3, type, undoLast } from './operations.ts';
import { H1, on } from './small-plan.ts';

/** Without the log, which remembers; the plan once kept stays kept. */
const allBut = (desk: Memory, ...names: readonly string[]) =>
  (cellsOf(desk) as { name: string }[]).filter(({ name }) => ![JOURNAL.name, ...names].includes(name));

const DONE: readonly (readonly [string, (desk: Memory) => unknown, readonly string[]])[] = [
  ['opening', ({ ports }) => openPeriod(ports, { period: Q3 }), [FROZEN.name]],
  ['closing', ({ ports }) => closePeriod(ports, { period: H1 }), []],
  ['confirming', ({ ports }) => confirmProposals(ports, { ids: [] }), []],
  [
    'entering',
    ({ ports }) =>
      enter(ports, {
        tab: ACTUALS.name,
        id: 'T1',
        period: H1,
        values: { 'Tử số': '1.250,5', 'Nguyên nhân, giải trình': 'dòng 1\ndòng 2' },
      }),
    [],
  ],
];

describe('taking back the last thing done', () => {
  it.each(DONE)('gives everything back after %s', (_, act, others) => {
    const desk = office();
    const before = allBut(desk, ...others);
    act(desk);
    expect(allBut(desk, ...others)).not.toEqual(before);
    undoLast(desk.ports);
    expect(allBut(desk, ...others)).toEqual(before);
    expect(undoPreview(desk.ports)).toBeNull();
  });

  it('goes back one thing at a time, the last one first', () => {
    const desk = office();
    closePeriod(desk.ports, { period: H1 });
    markSent(desk.ports, { period: H1 });
    const state = () =>
      desk
        .tab(PERIODS.name)
        .values.find(([name]) => name === H1)
        ?.slice(12);
    expect(state()).toEqual([on('2024-06-20'), 'Đã gửi']);
    undoLast(desk.ports);
    expect(state()).toEqual(['', 'Đã chốt']);
    undoLast(desk.ports);
    expect(state()).toEqual(['', 'Đang nhập']);
    expect(undoPreview(desk.ports)).toBeNull();
  });

  it('says what it would take back', () => {
    const desk = office();
    confirmProposals(desk.ports, { ids: [] });
    expect(undoPreview(desk.ports)?.text).toBe(
      'Xác nhận nội dung đề xuất, 20/6/2024 09:15: 03 ô (Kế hoạch - Chỉ tiêu | T6 | Nguồn gốc; Kế hoạch - Nhiệm vụ | N5 | Nguồn gốc; Kế hoạch - Nhiệm vụ | N6 | Nguồn gốc)',
    );
  });

  it.each([
    [
      'a cell was changed since',
      (desk: Memory) => confirmProposals(desk.ports, { ids: ['N5'] }),
      (desk: Memory) => type(desk.tab(TASKS.name), ['N5', 'Nguồn gốc'], 'Theo Kế hoạch'),
    ],
    [
      'something was typed into a row of the period',
      (desk: Memory) => openPeriod(desk.ports, { period: Q3 }),
      (desk: Memory) => {
        const row = desk.tab(ACTUALS.name).values.find((cells) => cells[0] === 'T1' && cells[1] === Q3);
        if (row !== undefined) row[9] = 7;
      },
    ],
    [
      'a figure of the closed period was changed',
      (desk: Memory) => closePeriod(desk.ports, { period: H1 }),
      (desk: Memory) => type(desk.tab(ACTUALS.name), ['T1', 'Tử số'], 7),
    ],
    [
      'a figure of the reopened period was changed',
      (desk: Memory) => {
        closePeriod(desk.ports, { period: H1 });
        reopenPeriod(desk.ports, { period: H1, reason: 'sửa' });
      },
      (desk: Memory) => type(desk.tab(ACTUALS.name), ['T1', 'Tử số'], 7),
    ],
  ])('is refused, and nothing is lost, when %s', (_, act, change) => {
    const desk = office();
    act(desk);
    change(desk);
    const before = cellsOf(desk);
    expect(() => undoLast(desk.ports)).toThrow('đã được sửa sau việc này');
    expect(cellsOf(desk)).toEqual(before);
  });

  it('leaves the state «Đã gửi» to who typed the day', () => {
    const desk = office();
    closePeriod(desk.ports, { period: H1 });
    type(desk.tab(PERIODS.name), [H1, 'Ngày gửi'], on('2024-06-18'));
    refresh(desk.ports);
    expect(
      desk
        .tab(PERIODS.name)
        .values.find(([name]) => name === H1)
        ?.at(-1),
    ).toBe('Đã gửi');
    expect(() => undoLast(desk.ports)).toThrow('xóa Ngày gửi trước');
    type(desk.tab(PERIODS.name), [H1, 'Ngày gửi'], '');
    undoLast(desk.ports);
    expect(
      desk
        .tab(PERIODS.name)
        .values.find(([name]) => name === H1)
        ?.at(-1),
    ).toBe('Đã chốt');
  });

  it('takes back nothing else than what was shown', () => {
    const desk = office();
    confirmProposals(desk.ports, { ids: ['N5'] });
    const seen = undoPreview(desk.ports);
    desk.world.minutes += 1;
    confirmProposals(desk.ports, { ids: ['N6'] });
    expect(() => undo(desk.ports, { of: seen?.of ?? '' })).toThrow('đã có việc khác');
  });

  it('is only for who keeps the plan, and for who did it', () => {
    const desk = office();
    desk.world.email = 'tuphap@example.vn';
    enter(desk.ports, { tab: ACTUALS.name, id: 'T1', period: H1, values: { 'Tử số': '1' } });
    desk.world.email = 'khac@example.vn';
    expect(() => undoLast(desk.ports)).toThrow('thường trực CCHC');
    desk.world.email = 'tuphap@example.vn';
    undoLast(desk.ports);
    expect(undoPreview(desk.ports)).toBeNull();
  });
});
