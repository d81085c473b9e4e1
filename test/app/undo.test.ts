import { describe, expect, it } from 'vitest';
import { confirmProposals } from '../../src/app/checks/confirm-proposals.ts';
import { enter } from '../../src/app/entry/enter.ts';
import { undo, undoPreview } from '../../src/app/history/undo.ts';
import { refresh } from '../../src/app/judging/refresh.ts';
import { closePeriod } from '../../src/app/period/close-period.ts';
import { markSent } from '../../src/app/period/mark-sent.ts';
import { openPeriod } from '../../src/app/period/open-period.ts';
import { reopenPeriod } from '../../src/app/period/reopen-period.ts';
import type { CellValue } from '../../src/workbook/core/cell.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { PERIODS } from '../../src/workbook/tabs/periods.ts';
import { FROZEN, JOURNAL } from '../../src/workbook/tabs/records.ts';
import { TASKS } from '../../src/workbook/tabs/tasks.ts';
import type { Memory } from './memory-ports.ts';
import { cellsOf, office, Q3, type, undoLast } from './operations.ts';
import { H1, on } from './small-plan.ts';

/** Without the log, which remembers; the plan once kept stays kept. */
const allBut = (session: Memory, ...names: readonly string[]) =>
  (cellsOf(session) as { name: string }[]).filter(({ name }) => ![JOURNAL.name, ...names].includes(name));

/** A cell of the row of `H1` in `Kỳ báo cáo`. */
function ofPeriod(session: Memory, header: string): CellValue | undefined {
  const { values } = session.tab(PERIODS.name);
  const headers = values.find((row) => row.includes(header)) ?? [];
  return values.find(([name]) => name === H1)?.[headers.indexOf(header)];
}

const DONE: readonly (readonly [string, (session: Memory) => unknown, readonly string[]])[] = [
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

describe('undoing the last operation', () => {
  it.each(DONE)('gives everything back after %s', (_, act, others) => {
    const session = office();
    const before = allBut(session, ...others);
    act(session);
    expect(allBut(session, ...others)).not.toEqual(before);
    undoLast(session.ports);
    expect(allBut(session, ...others)).toEqual(before);
    expect(undoPreview(session.ports)).toBeNull();
  });

  it('goes back one thing at a time, the last one first', () => {
    const session = office();
    closePeriod(session.ports, { period: H1 });
    markSent(session.ports, { period: H1 });
    const state = () => ['Ngày gửi', 'Tình trạng'].map((header) => ofPeriod(session, header));
    expect(state()).toEqual([on('2024-06-20'), 'Đã gửi']);
    undoLast(session.ports);
    expect(state()).toEqual(['', 'Đã chốt']);
    undoLast(session.ports);
    expect(state()).toEqual(['', 'Đang nhập']);
    expect(undoPreview(session.ports)).toBeNull();
  });

  it('says what it would undo', () => {
    const session = office();
    confirmProposals(session.ports, { ids: [] });
    expect(undoPreview(session.ports)?.text).toBe(
      'Xác nhận nội dung đề xuất, 20/6/2024 09:15: 03 ô (Kế hoạch - Chỉ tiêu | T6 | Nguồn gốc; Kế hoạch - Nhiệm vụ | N5 | Nguồn gốc; Kế hoạch - Nhiệm vụ | N6 | Nguồn gốc)',
    );
  });

  it.each([
    [
      'a cell was changed since',
      (session: Memory) => confirmProposals(session.ports, { ids: ['N5'] }),
      (session: Memory) => type(session.tab(TASKS.name), ['N5', 'Nguồn gốc'], 'Theo Kế hoạch'),
    ],
    [
      'something was typed into a row of the period',
      (session: Memory) => openPeriod(session.ports, { period: Q3 }),
      (session: Memory) => {
        const row = session.tab(ACTUALS.name).values.find((cells) => cells[0] === 'T1' && cells[1] === Q3);
        if (row !== undefined) row[9] = 7;
      },
    ],
    [
      'a figure of the closed period was changed',
      (session: Memory) => closePeriod(session.ports, { period: H1 }),
      (session: Memory) => type(session.tab(ACTUALS.name), ['T1', 'Tử số'], 7),
    ],
    [
      'a figure of the reopened period was changed',
      (session: Memory) => {
        closePeriod(session.ports, { period: H1 });
        reopenPeriod(session.ports, { period: H1, reason: 'sửa' });
      },
      (session: Memory) => type(session.tab(ACTUALS.name), ['T1', 'Tử số'], 7),
    ],
  ])('is refused, and nothing is lost, when %s', (_, act, change) => {
    const session = office();
    act(session);
    change(session);
    const before = cellsOf(session);
    expect(() => undoLast(session.ports)).toThrow('đã được sửa sau việc này');
    expect(cellsOf(session)).toEqual(before);
  });

  it('leaves the state «Đã gửi» to who typed the day', () => {
    const session = office();
    closePeriod(session.ports, { period: H1 });
    type(session.tab(PERIODS.name), [H1, 'Ngày gửi'], on('2024-06-18'));
    refresh(session.ports);
    expect(ofPeriod(session, 'Tình trạng')).toBe('Đã gửi');
    expect(() => undoLast(session.ports)).toThrow('xóa Ngày gửi trước');
    type(session.tab(PERIODS.name), [H1, 'Ngày gửi'], '');
    undoLast(session.ports);
    expect(ofPeriod(session, 'Tình trạng')).toBe('Đã chốt');
  });

  it('undoes nothing else than what was shown', () => {
    const session = office();
    confirmProposals(session.ports, { ids: ['N5'] });
    const seen = undoPreview(session.ports);
    session.environment.minutes += 1;
    confirmProposals(session.ports, { ids: ['N6'] });
    expect(() => undo(session.ports, { of: seen?.of ?? '' })).toThrow('đã có việc khác');
  });

  it('is only for who keeps the plan, and for who did it', () => {
    const session = office();
    session.environment.email = 'tuphap@example.vn';
    enter(session.ports, { tab: ACTUALS.name, id: 'T1', period: H1, values: { 'Tử số': '1' } });
    session.environment.email = 'khac@example.vn';
    expect(() => undoLast(session.ports)).toThrow('thường trực CCHC');
    session.environment.email = 'tuphap@example.vn';
    undoLast(session.ports);
    expect(undoPreview(session.ports)).toBeNull();
  });
});
