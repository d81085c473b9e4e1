import { describe, expect, it } from 'vitest';
import { rollBack } from '../../src/app/base/roll-back.ts';
import { onEdited } from '../../src/app/entry/edit.ts';
import { sayPaste } from '../../src/app/entry/paste-summary.ts';
import { sayEdit } from '../../src/app/entry/say-edit.ts';
import { refresh } from '../../src/app/judging/refresh.ts';
import type { TabSpec } from '../../src/workbook/core/tab.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { ENTRIES } from '../../src/workbook/tabs/entries.ts';
import { type Memory, type MemoryTab, memory } from './memory-ports.ts';
import { actual, entry, H1, indicator, PERIOD_ROWS, type SmallPlan, smallPlan, task } from './small-plan.ts';

const LAZY_EDIT = { sayEdit, sayPaste, rollBack };

/** A workbook of `count` indicators and as many tasks, judged once. */
function office(count: number, rows: SmallPlan = {}): Memory {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const session = memory({
    tabs: smallPlan({
      indicators: numbers.map((at) => indicator(`T${at}`)),
      tasks: numbers.map((at) => task(`N${at}`)),
      actuals: numbers.map((at) => actual(`T${at}`, { numerator: 400, denominator: 500 })),
      entries: numbers.map((at) => entry(`N${at}`, { progress: 'Đang thực hiện' })),
      ...rows,
    }),
  });
  refresh(session.ports);
  session.forget();
  return session;
}

const columnOf = (tab: MemoryTab, header: string): number => tab.values[1]?.indexOf(header) ?? -1;
const rowOf = (tab: MemoryTab, id: string): number => tab.values.findIndex((row) => row[columnOf(tab, 'Mã')] === id);
const cell = (tab: MemoryTab, id: string, header: string) => tab.values[rowOf(tab, id)]?.[columnOf(tab, header)];

function type(session: Memory, spec: TabSpec, typed: Readonly<Record<string, Record<string, string | number>>>) {
  const tab = session.tab(spec.name);
  for (const [id, values] of Object.entries(typed)) {
    for (const [header, value] of Object.entries(values)) {
      const row = tab.values[rowOf(tab, id)];
      if (row !== undefined) row[columnOf(tab, header)] = value;
    }
  }
  const rows = Object.keys(typed).map((id) => rowOf(tab, id) + 1);
  session.forget();
  return onEdited(
    session.ports,
    { sheetId: tab.sheetId, row: Math.min(...rows), rows: Math.max(...rows) - Math.min(...rows) + 1, column: 1, columns: 30 },
    LAZY_EDIT,
  );
}

describe('an edit', () => {
  it('changes the verdict and its reason beside what was typed', () => {
    const session = office(3);
    expect(type(session, ACTUALS, { T2: { 'Tử số': 310 } }).outcome).toBe('judged');
    const tab = session.tab(ACTUALS.name);
    expect(cell(tab, 'T2', 'Đánh giá')).toBe('Chưa đạt');
    expect(cell(tab, 'T2', 'Diễn giải')).toContain('62%');
    expect(cell(tab, 'T1', 'Đánh giá')).toBe('Đạt');
  });

  it('changes the status of a task', () => {
    const session = office(3);
    expect(cell(session.tab(ENTRIES.name), 'N2', 'Tình trạng')).toBe('Quá hạn chưa hoàn thành');
    type(session, ENTRIES, { N2: { 'Mức độ thực hiện': 'Tạm dừng' } });
    expect(cell(session.tab(ENTRIES.name), 'N2', 'Tình trạng')).toBe('Tạm dừng');
  });

  it('judges again the row that takes its figures from the edited one', () => {
    const session = office(1, {
      indicators: [
        indicator('T1', { measure: 'Lấy từ TK2 / TK1' }),
        indicator('TK1', { kind: 'Số liệu thống kê', unit: 'hồ sơ' }),
        indicator('TK2', { kind: 'Số liệu thống kê', unit: 'hồ sơ' }),
      ],
      actuals: [actual('T1'), actual('TK1', { typed: 500 }), actual('TK2', { typed: 400 })],
    });
    expect(cell(session.tab(ACTUALS.name), 'T1', 'Đánh giá')).toBe('Đạt');
    type(session, ACTUALS, { TK2: { 'Kết quả nhập tay': 310 } });
    expect(cell(session.tab(ACTUALS.name), 'T1', 'Đánh giá')).toBe('Chưa đạt');
  });

  it.each([
    { of: 'an indicator', spec: ACTUALS, id: 'T7', first: { 'Tử số': 310 }, second: { 'Tử số': 320 } },
    {
      of: 'a task',
      spec: ENTRIES,
      id: 'N7',
      first: { 'Mức độ thực hiện': 'Tạm dừng' },
      second: { 'Mức độ thực hiện': 'Đang thực hiện' },
    },
  ])('of $of costs at most 15 calls cold and 6 warm, however many rows there are', ({ spec, id, first, second }) => {
    const counts = [210, 2_100].map((rows) => {
      const session = office(rows);
      session.cache.clear();
      type(session, spec, { [id]: first });
      const cold = [...session.calls];
      type(session, spec, { [id]: second });
      return { cold, warm: [...session.calls] };
    });
    expect(counts[0]).toEqual(counts[1]);
    expect(counts[0]?.warm).toEqual(['cache', 'values', 'formats', 'write', 'flush', 'keys']);
    expect(counts[0]?.cold.length).toBeLessThanOrEqual(15);
  });

  it('by pasting ten rows costs as much as one row', () => {
    const session = office(30);
    type(session, ACTUALS, { T1: { 'Tử số': 1 } });
    type(session, ACTUALS, { T5: { 'Tử số': 310 }, T9: { 'Tử số': 499 }, T14: { 'Tử số': 2 } });
    expect(session.calls).toEqual(['cache', 'values', 'formats', 'write', 'flush', 'keys']);
  });

  it.each([
    ['tells how many rows are right', { T5: { 'Tử số': 310 }, T7: { 'Tử số': 499 } }, 'Đã nhận 03 dòng: hợp lệ 03'],
    ['tells what is to be mended', { T5: { 'Tử số': 'nhiều' }, T7: { 'Tử số': 900 } }, 'hợp lệ 01, cần xem lại 00, phải sửa 02.'],
    ['tells what is to be looked at', { T5: { 'Tử số': '', 'Mẫu số': '' }, T7: {} }, 'hợp lệ 02, cần xem lại 01, phải sửa 00.'],
    ['tells of rows whose grey cells stay as they are', { T5: { 'Ghi chú': 'a' }, T6: {} }, 'Đã nhận 02 dòng: hợp lệ 02'],
  ])('by a paste over several rows %s', (_, typed, said) => {
    expect(type(office(9), ACTUALS, typed).sentence).toContain(said);
  });

  it('of one row that is right tells nothing', () => {
    expect(type(office(3), ACTUALS, { T1: { 'Tử số': 401 } }).sentence).toBeNull();
  });

  it.each([
    { spec: ACTUALS, id: 'T1', typed: { 'Tử số': 'khoảng 190' }, said: 'Cột «Tử số»: «khoảng 190» không phải là số.' },
    { spec: ACTUALS, id: 'T1', typed: { 'Tử số': 'ít', 'Mẫu số': 'nhiều' }, said: '«nhiều» không phải là số' },
    { spec: ENTRIES, id: 'N1', typed: { 'Mức độ thực hiện': 'Xong rồi' }, said: 'không có trong danh sách' },
    { spec: ENTRIES, id: 'N1', typed: { 'Ngày hoàn thành': '31/6/2024' }, said: 'không phải là ngày' },
    { spec: ENTRIES, id: 'N1', typed: { 'Ngày hoàn thành': '18/6' }, said: '«18/6» chưa có năm' },
  ])('of $typed is told, named beside the row, and is why there is no verdict', ({ spec, id, typed: given, said }) => {
    const typed: Readonly<Record<string, string>> = { ...given };
    const toMend = Object.keys(typed).join('; ');
    const session = office(3);
    expect(type(session, spec, { [id]: typed }).sentence).toContain(said);
    const tab = session.tab(spec.name);
    expect(cell(tab, id, 'Ô cần sửa')).toBe(toMend);
    expect(cell(tab, id, 'Diễn giải')).toContain(`«${Object.values(typed)[0]}»`);
    session.forget();
    refresh(session.ports);
    expect(cell(tab, id, 'Ô cần sửa')).toBe(toMend);
    expect(type(session, spec, { [id]: Object.fromEntries(Object.keys(typed).map((key) => [key, ''])) }).sentence).toBeNull();
    expect(cell(tab, id, 'Ô cần sửa')).toBe('');
  });

  it('of a share typed as a fraction is told with the share that was meant', () => {
    const session = office(2, { actuals: [actual('T1', { typed: 97 }), actual('T2')] });
    expect(type(session, ACTUALS, { T1: { 'Kết quả nhập tay': 0.97 } }).sentence).toContain('Nếu là 97%');
    expect(cell(session.tab(ACTUALS.name), 'T1', 'Ô cần sửa')).toBe('Kết quả nhập tay');
  });

  it('of a figure that other rows give is told that it does not count', () => {
    const session = office(1, {
      indicators: [
        indicator('T1', { measure: 'Lấy từ TK2 / TK1' }),
        indicator('TK1', { kind: 'Số liệu thống kê', unit: 'hồ sơ' }),
        indicator('TK2', { kind: 'Số liệu thống kê', unit: 'hồ sơ' }),
      ],
      actuals: [actual('T1'), actual('TK1', { typed: 500 }), actual('TK2', { typed: 400 })],
    });
    const tab = session.tab(ACTUALS.name);
    expect(cell(tab, 'T1', 'Không nhập')).toBe('Tử số; Mẫu số');
    expect(cell(tab, 'TK1', 'Không nhập')).toBe('Tử số; Mẫu số');
    expect(type(session, ACTUALS, { T1: { 'Tử số': 400 } }).sentence).toContain('T1: Tử số lấy từ TK2');
  });

  it('in a closed period is told to need a reason, and its row says that nothing is typed there', () => {
    const session = office(2, { periods: PERIOD_ROWS.map((row) => ({ ...row, state: 'Đã chốt' })) });
    const tab = session.tab(ACTUALS.name);
    expect(cell(tab, 'T1', 'Không nhập')).toBe('Cả dòng: kỳ đã chốt');
    expect(type(session, ACTUALS, { T1: { 'Tử số': 410 } }).sentence).toContain('phải có lý do');
    expect(cell(tab, 'T1', 'Ô cần sửa')).toBe('');
  });

  it('that changes no verdict writes nothing', () => {
    const session = office(3);
    type(session, ACTUALS, { T1: { 'Tử số': 310 } });
    expect(type(session, ACTUALS, { T1: { 'Ghi chú': 'đã đối chiếu' } }).outcome).toBe('nothing-to-do');
    expect(session.calls).not.toContain('write');
  });

  it('of the plan is seen by the next edit', () => {
    const session = office(3);
    type(session, ACTUALS, { T1: { 'Tử số': 380 } });
    expect(cell(session.tab(ACTUALS.name), 'T1', 'Đánh giá')).toBe('Đạt');
    const plan = session.tab('Kế hoạch - Chỉ tiêu');
    const row = plan.values[rowOf(plan, 'T1')];
    if (row !== undefined) row[columnOf(plan, 'Năm 2024')] = 90;
    expect(onEdited(session.ports, { sheetId: plan.sheetId, row: 3, rows: 1, column: 1, columns: 30 }, LAZY_EDIT).outcome).toBe(
      'plan-changed',
    );
    type(session, ACTUALS, { T1: { 'Tử số': 381 } });
    expect(cell(session.tab(ACTUALS.name), 'T1', 'Đánh giá')).toBe('Chưa đạt');
  });

  it('elsewhere does nothing', () => {
    const session = office(1);
    for (const name of ['Nhật ký', 'Tổng quan', 'Thư đã gửi'])
      expect(
        onEdited(session.ports, { sheetId: session.tab(name).sheetId, row: 1, rows: 1, column: 1, columns: 30 }, LAZY_EDIT)
          .outcome,
      ).toBe('nothing-to-do');
    expect(onEdited(session.ports, { sheetId: 999, row: 1, rows: 1, column: 1, columns: 30 }, LAZY_EDIT).outcome).toBe(
      'nothing-to-do',
    );
    expect(session.calls).not.toContain('write');
  });

  it.each(['x', '3:9:', '1:5:abcde', '{"plan":1}'])('reads the plan again when the cache holds %s', (spoilt) => {
    const session = office(2);
    type(session, ACTUALS, { T1: { 'Tử số': 310 } });
    for (const key of session.cache.keys()) session.cache.set(key, spoilt);
    type(session, ACTUALS, { T1: { 'Tử số': 400 } });
    expect(cell(session.tab(ACTUALS.name), 'T1', 'Đánh giá')).toBe('Đạt');
  });

  /** Runs `meddle` once (or each time) between the reading and the write. */
  function meddling(session: Memory, meddle: (tab: MemoryTab) => void, times: number): void {
    let left = times;
    session.environment.onCall = (call, moment) => {
      if (call !== 'write' || moment !== 'before' || left === 0) return;
      left -= 1;
      meddle(session.tab(ACTUALS.name));
    };
  }
  const swap = (tab: MemoryTab): void => {
    const [a, b] = [rowOf(tab, 'T1'), rowOf(tab, 'T3')];
    const [first, second] = [tab.values[a], tab.values[b]];
    if (first !== undefined && second !== undefined) [tab.values[a], tab.values[b]] = [second, first];
  };

  it('whose rows are sorted away meanwhile ends with each verdict beside its own key', () => {
    const session = office(4);
    meddling(session, swap, 1);
    expect(type(session, ACTUALS, { T1: { 'Tử số': 310 } }).outcome).toBe('judged');
    const tab = session.tab(ACTUALS.name);
    expect(['T1', 'T2', 'T3', 'T4'].map((id) => cell(tab, id, 'Đánh giá'))).toEqual(['Chưa đạt', 'Đạt', 'Đạt', 'Đạt']);
  });

  it('leaves no verdict in a blank row that was put in its place meanwhile', () => {
    const session = office(4);
    meddling(
      session,
      (tab) => {
        const width = tab.values[0]?.length ?? 0;
        tab.values.splice(
          rowOf(tab, 'T1'),
          0,
          Array.from({ length: width }, () => ''),
        );
        tab.formats.push(Array.from({ length: width }, () => ''));
      },
      1,
    );
    expect(type(session, ACTUALS, { T1: { 'Tử số': 310 } }).outcome).toBe('judged');
    const tab = session.tab(ACTUALS.name);
    expect(tab.values[2]?.every((value) => value === '')).toBe(true);
    expect(cell(tab, 'T1', 'Đánh giá')).toBe('Chưa đạt');
  });

  it('gives up with a sentence when the rows keep moving, and the batch repairs what is left', () => {
    const session = office(4);
    meddling(session, (tab) => tab.values.push(...tab.values.splice(2, 1)), 99);
    const reply = type(session, ACTUALS, { T1: { 'Tử số': 310 } });
    expect(reply.outcome).toBe('gave-up');
    expect(reply.sentence).toContain('Cập nhật tổng quan');
    session.environment.onCall = () => {};
    refresh(session.ports);
    const tab = session.tab(ACTUALS.name);
    expect(['T1', 'T2', 'T3'].map((id) => cell(tab, id, 'Đánh giá'))).toEqual(['Chưa đạt', 'Đạt', 'Đạt']);
  });

  it('writes nothing into a tab whose key column is gone', () => {
    const session = office(2);
    const tab = session.tab(ACTUALS.name);
    const headers = tab.values[1];
    if (headers !== undefined) headers[1] = 'Ky bao cao';
    session.cache.clear();
    session.forget();
    onEdited(session.ports, { sheetId: tab.sheetId, row: 3, rows: 1, column: 1, columns: 30 }, LAZY_EDIT);
    expect(session.calls).not.toContain('write');
  });

  it('writes nothing beside a doubled key', () => {
    const session = office(2, {
      actuals: [actual('T1', { numerator: 1, denominator: 2 }), actual('T1'), actual('T2', { period: H1 })],
    });
    const before = structuredClone(session.tab(ACTUALS.name).values.slice(2, 4));
    onEdited(session.ports, { sheetId: session.tab(ACTUALS.name).sheetId, row: 3, rows: 2, column: 1, columns: 30 }, LAZY_EDIT);
    expect(session.tab(ACTUALS.name).values.slice(2, 4)).toEqual(before);
  });
});
