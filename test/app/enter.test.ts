import { describe, expect, it } from 'vitest';
import { ask } from '../../src/app/ask.ts';
import { enter } from '../../src/app/entry/enter.ts';
import { ACTUALS } from '../../src/workbook/tabs/actuals.ts';
import { ENTRIES } from '../../src/workbook/tabs/entries.ts';
import { JOURNAL } from '../../src/workbook/tabs/records.ts';
import type { Memory } from './memory-ports.ts';
import { cellsOf, office, Q3 } from './operations.ts';
import { H1 } from './small-plan.ts';

const cell = (session: Memory, id: string, header: string) => {
  const { values } = session.tab(header === 'Tình trạng' ? ENTRIES.name : ACTUALS.name);
  const column = values.find((row) => row.includes(header))?.indexOf(header) ?? -1;
  return values.find(([first]) => first === id)?.[column];
};
const typing = (session: Memory, values: Record<string, string>, id = 'T1') =>
  enter(session.ports, { tab: ACTUALS.name, id, period: H1, values });

describe('a row entered in a form', () => {
  it('is read as if typed into the sheet, judged, and answered with what is left', () => {
    const session = office();
    const reply = typing(session, { 'Tử số': '1.250', 'Mẫu số': '1.260', 'Minh chứng': ' BC 12 ', 'Ghi chú': '20.6.2024' });
    expect(reply).toEqual({
      sentence: 'Đã lưu lúc 09:15. Đã nhập đủ.',
      result: 'Đạt',
      explanation: expect.stringContaining('99,21% (1.250/1.260)'),
      texts: { 'Tử số': '1250', 'Mẫu số': '1260', 'Minh chứng': 'BC 12', 'Ghi chú': '20.6.2024' },
    });
    const cells = ['Tử số', 'Minh chứng', 'Ghi chú', 'Đánh giá'].map((header) => cell(session, 'T1', header));
    expect(cells).toEqual([1250, 'BC 12', '20.6.2024', 'Đạt']);
  });

  it('may be a task', () => {
    const session = office();
    const reply = enter(session.ports, {
      tab: ENTRIES.name,
      id: 'N1',
      period: H1,
      values: { 'Mức độ thực hiện': 'đã hoàn thành', 'Ngày hoàn thành': '30/5/2024' },
    });
    expect(reply.result).toBe('Hoàn thành đúng hạn');
    expect(cell(session, 'N1', 'Tình trạng')).toBe('Hoàn thành đúng hạn');
  });

  it.each([
    ['a number that is none', { 'Tử số': 'nhiều' }, '«nhiều» không phải là số'],
    ['a day that is none', { 'Không nhắc đến hết ngày': '31/02/2024' }, 'không phải là ngày'],
    ['a grey column', { 'Đánh giá': 'Đạt' }, 'không phải là cột để nhập'],
    ['the key', { Mã: 'T9' }, 'không phải là cột để nhập'],
    ['a column that is not there', { 'Cột lạ': '1' }, '«Cột lạ»'],
  ])('with %s is refused with the mend, and nothing of it is saved', (_, values, sentence) => {
    const session = office();
    const before = cellsOf(session);
    expect(() => typing(session, { 'Minh chứng': 'BC 12', ...values })).toThrow(sentence);
    expect(cellsOf(session)).toEqual(before);
  });

  it('is refused where there is no such row, tab or open period', () => {
    const session = office();
    expect(() => typing(session, {}, 'T99')).toThrow('T99');
    expect(() => enter(session.ports, { tab: 'Phân công', id: 'T1', period: H1, values: {} })).toThrow('Phân công');
    expect(() => enter(session.ports, { tab: ACTUALS.name, id: 'T1', period: Q3, values: {} })).toThrow(
      'không ở trạng thái đang nhập',
    );
  });

  it('belongs to the people of its lead, and the clerk enters it in their place, which the log says', () => {
    const log = (session: Memory) => session.tab(JOURNAL.name).values.at(-1);
    const session = office();
    session.environment.email = 'tuphap@example.vn';
    typing(session, { 'Tử số': '1' });
    expect(log(session)?.slice(1)).toEqual([
      'tuphap@example.vn',
      'Nhập từ biểu mẫu',
      `${ACTUALS.name} | T1 | ${H1} | Tử số`,
      '301',
      '1',
      '',
    ]);
    session.environment.email = 'vanphong@example.vn';
    typing(session, { 'Tử số': '2' });
    expect(log(session)?.at(-1)).toBe('Văn phòng – Thống kê (Nội vụ) nhập thay Tư pháp – Hộ tịch');
    session.environment.email = 'khac@example.vn';
    expect(() => typing(session, { 'Tử số': '3' })).toThrow('do Tư pháp – Hộ tịch chủ trì');
  });

  it('that says what stands there already writes nothing', () => {
    const session = office();
    session.forget();
    typing(session, { 'Tử số': '301', 'Mẫu số': '500' });
    expect(session.calls.filter((call) => call === 'write')).toEqual([]);
  });

  it('writes over no cell that says something else than when the form was opened, and tells both texts', () => {
    const session = office();
    const before = cellsOf(session);
    const request = { tab: ACTUALS.name, id: 'T1', period: H1, values: { 'Tử số': '410', 'Minh chứng': 'BC 12' } };
    const refused = (seen: Record<string, string>) => thrownBy(() => enter(session.ports, { ...request, before: seen }));
    expect(refused({ 'Tử số': '300', 'Minh chứng': '' })).toMatchObject({
      sentence: expect.stringContaining('«Tử số» nay là «301», đồng chí nhập «410»'),
      conflicts: [{ header: 'Tử số', now: '301', typed: '410' }],
    });
    expect(cellsOf(session)).toEqual(before);
    expect(enter(session.ports, { ...request, before: { 'Tử số': '301', 'Minh chứng': '' } }).texts).toEqual(request.values);
    // The answer was lost and the form sends it again: both say the same by now.
    expect(enter(session.ports, { ...request, before: { 'Tử số': '300', 'Minh chứng': '' } }).texts).toEqual(request.values);
  });

  it('answers a conflict through the one door with the texts to choose from', () => {
    const session = office();
    const carried = { tab: ACTUALS.name, id: 'T1', period: H1, values: { 'Tử số': '410' }, before: { 'Tử số': '' } };
    expect(JSON.parse(ask(session.ports, JSON.stringify({ call: 'enter', with: carried })))).toMatchObject({
      ok: false,
      conflicts: [{ header: 'Tử số', now: '301', typed: '410' }],
    });
  });
});

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (thrown) {
    return thrown;
  }
  return null;
}
