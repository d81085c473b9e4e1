import { describe, expect, it } from 'vitest';
import { enter } from '../../src/app/entry/enter.ts';
import { myRows } from '../../src/app/entry/my-rows.ts';
import { closePeriod } from '../../src/app/period/close-period.ts';
import type { MyRow } from '../../src/app/replies/my-rows.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { type Memory, memory } from './memory-ports.ts';
import { office, type } from './operations.ts';
import { actual, CLERK, entry, H1, indicator, JUSTICE, Q1, smallPlan, task } from './small-plan.ts';

const idsOf = (rows: readonly MyRow[]): string[] => rows.map((row) => (row.of === 'actual' ? row.indicator.id : row.task.id));
const as = (email: string, session = office()): Memory => {
  session.environment.email = email;
  return session;
};
const read = ({ ports }: Memory, role = '') => myRows(ports, { role });

describe('my rows', () => {
  it('are the rows of the roles of who asks, what is owed first, with what stands in them', () => {
    const session = as('tuphap@example.vn');
    type(session.tab(ACTUALS.name), ['T3', 'Tử số'], '');
    const reply = read(session);
    expect(reply.mine).toEqual([JUSTICE]);
    expect(reply.others).toEqual([]);
    expect(idsOf(reply.rows)[0]).toBe('T3');
    expect(reply.owed).toBe(1);
    expect(reply.rows.find((row) => row.of === 'actual' && row.indicator.id === 'T1')?.texts).toMatchObject({
      numerator: '301',
      denominator: '500',
      note: 'ghi chú 1',
    });
    expect(Object.values(reply.headers.actual)).toEqual([
      'Tử số',
      'Mẫu số',
      'Kết quả nhập tay',
      'Kết quả bằng lời',
      'Nguyên nhân, giải trình',
      'Đề xuất, kiến nghị',
      'Minh chứng',
      'Ước thực hiện đến 31/12',
      'Số liệu đến ngày',
      'Ngày công bố',
      'Ghi chú',
    ]);
  });

  it('may be those of another role for the clerk and where nobody can tell who asks, and for no one else', () => {
    for (const email of ['vanphong@example.vn', '']) {
      const reply = read(as(email), JUSTICE);
      expect(reply.others.map(({ role }) => role)).toContain(JUSTICE);
      expect(reply.rows.length).toBeGreaterThan(0);
    }
    expect(() => read(as('tuphap@example.vn'), CLERK)).toThrow(CLERK);
    expect(read(as('la@example.vn'))).toMatchObject({ mine: [], others: [], rows: [] });
    expect(read(as(''))).toMatchObject({ mine: [], rows: [] });
  });

  it('come with the open work of others that one supports or watches, which is seen and not filled in', () => {
    const tasks = [
      task('N1', { lead: CLERK, supports: JUSTICE }),
      task('N2', { lead: CLERK, watchers: `${JUSTICE}; Người khác` }),
      task('N3', { lead: CLERK, supports: JUSTICE }),
      task('N4', { lead: CLERK }),
    ];
    const entries = [
      entry('N1', { progress: 'Đang thực hiện' }),
      entry('N2', {}),
      entry('N3', { progress: 'Không áp dụng' }),
      entry('N4', {}),
    ];
    const session = memory({ email: 'tuphap@example.vn', tabs: smallPlan({ tasks, entries }) });
    const { supporting, rows } = myRows(session.ports, { role: '' });
    expect(supporting?.lines.map((line) => line.slice(0, 2))).toEqual(['N1', 'N2']);
    expect(supporting?.lines[0]).toContain(`chủ trì: ${CLERK}`);
    expect(idsOf(rows)).not.toContain('N1');
  });

  it('may be those of a closed period whose rank came out later, and are typed with the day on which it did', () => {
    const rank = { kind: 'Xếp hạng không quá', unit: 'hạng', 'Năm 2024': 3 };
    const session = memory({
      tabs: smallPlan({
        indicators: [indicator('T1', rank), indicator('T2')],
        tasks: [],
        actuals: [actual('T1', { period: Q1 }), actual('T2', { period: Q1 }), actual('T1'), actual('T2')],
        entries: [],
      }),
    });
    expect(myRows(session.ports, { role: JUSTICE }).late).toEqual([Q1]);
    const reply = myRows(session.ports, { role: JUSTICE, period: Q1 });
    expect([reply.period?.name, idsOf(reply.rows)]).toEqual([Q1, ['T1']]);
    expect(reply.line).toContain('Ngày công bố');
    const values = { 'Kết quả nhập tay': '5', 'Ngày công bố': '10/5/2024' };
    const saved = enter(session.ports, { tab: ACTUALS.name, id: 'T1', period: Q1, values });
    expect(saved.result).toBe('Chưa đạt');
    expect(saved.explanation).toContain('công bố ngày 10/5/2024');
    expect(idsOf(myRows(session.ports, { role: JUSTICE, period: Q1 }).rows)).toEqual(['T1']);
  });

  it('are none while no period is open', () => {
    const session = as('');
    closePeriod(session.ports, { period: H1 });
    expect(read(session, JUSTICE)).toMatchObject({ period: null, rows: [], owed: 0 });
  });

  it('leave out a row that its tab does not have, so that the form is never refused for it', () => {
    const session = memory({
      email: 'tuphap@example.vn',
      tabs: smallPlan({
        indicators: [indicator('T1'), indicator('T2')],
        tasks: [task('N1')],
        actuals: [actual('T1')],
        entries: [entry('N1')],
      }),
    });
    expect(idsOf(read(session).rows).sort()).toEqual(['N1', 'T1']);
  });

  it('have a blank row that an owed one takes its figures from among the first, and carry its figures', () => {
    const session = memory({
      email: 'tuphap@example.vn',
      tabs: smallPlan({
        indicators: [
          indicator('T1', { measure: 'Lấy từ TK1 / TK2' }),
          indicator('T2'),
          indicator('TK1', { kind: 'Số liệu thống kê', unit: 'hồ sơ' }),
          indicator('TK2', { kind: 'Số liệu thống kê', unit: 'hồ sơ' }),
        ],
        tasks: [],
        actuals: [actual('T1'), actual('T2', { numerator: 1, denominator: 2 }), actual('TK1'), actual('TK2', { typed: 40 })],
        entries: [],
      }),
    });
    const reply = read(session);
    expect(idsOf(reply.rows)).toEqual(['T1', 'TK1', 'T2', 'TK2']);
    expect(reply.around.figures).toContainEqual({
      indicator: 'TK2',
      period: H1,
      numerator: null,
      denominator: null,
      typed: { kind: 'number', value: 40 },
    });
  });

  it('read each tab once and write nothing', () => {
    const session = as('tuphap@example.vn');
    session.forget();
    read(session);
    expect(session.calls.filter((call) => call === 'write' || call === 'flush' || call === 'lock')).toEqual([]);
  });
});
