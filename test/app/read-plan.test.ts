import { describe, expect, it } from 'vitest';
import { importPlan } from '../../src/app/import/import-plan.ts';
import { readPlan } from '../../src/app/import/read-plan.ts';
import type { ReadPlanReply } from '../../src/app/replies/import.ts';
import { COLUMNS_PLACE } from '../../src/words/import/columns-place.ts';
import { IMPORT_REFUSALS } from '../../src/words/import/say-written.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { JOURNAL } from '../../src/workbook/tabs/records.ts';
import { TASKS } from '../../src/workbook/tabs/tasks.ts';
import type { Memory } from './memory-ports.ts';
import { cellsOf, office, told, type, undoLast } from './operations.ts';
import { JUSTICE } from './small-plan.ts';

type Said = { share?: number; due?: string; more?: readonly string[]; without?: string };

/** A plan as somebody pastes it. */
function plan({ share = 80, due = '15/11/2024', more = [], without = '' }: Said = {}): string {
  return [
    'UBND XÃ MẪU',
    'KẾ HOẠCH',
    'Cải cách hành chính năm 2024',
    'I. CẢI CÁCH THỂ CHẾ',
    '1. Mục tiêu',
    `- Tối thiểu ${share}% hồ sơ được nộp trực tuyến tại Trung tâm.`,
    '- 100% văn bản ban hành đúng hạn.',
    '2. Nhiệm vụ',
    `- Rà soát văn bản còn hiệu lực trước ngày ${due}.`,
    '- Tuyên truyền cải cách hành chính thường xuyên.',
    ...more,
  ]
    .filter((line) => without === '' || !line.includes(without))
    .join('\n');
}

const read = ({ ports }: Memory, text: string): ReadPlanReply => readPlan(ports, { file: '', text, plan: '', columns: [] });

/** Takes every row that is new or says something else. */
function take(session: Memory, { rows, years }: ReadPlanReply, facts?: { number: string; issuedOn: string }) {
  const wanted = rows.filter(({ state }) => state === 'new' || state === 'changed' || state === 'both');
  return importPlan(session.ports, {
    rows: wanted.map(({ row, id, was }) => ({ ...row, ...(id === '' ? {} : { update: { id, was } }) })),
    years,
    plan: '',
    ...(facts === undefined ? {} : { facts }),
  });
}

const columnLines = (session: Memory) => session.tab(JOURNAL.name).values.filter((row) => row.includes(COLUMNS_PLACE));
const statesOf = ({ rows }: ReadPlanReply) => rows.map(({ state }) => state);
const levelOf = ({ ports }: Memory, id: string) =>
  readBook(ports.workbook.read('all'))
    .plan.indicators.find((each) => each.id === id)
    ?.targets.get(2024);

/** An office that took the plan as it was. */
function brought(): Memory {
  const session = office();
  take(session, read(session, plan()));
  return session;
}

describe('a plan held against the workbook', () => {
  it('writes nothing, and gives each row with its passage and where that stands', () => {
    const session = office();
    const before = cellsOf(session);
    const reply = read(session, plan());
    expect(cellsOf(session)).toEqual(before);
    expect(statesOf(reply)).toEqual(['new', 'new', 'new', 'new']);
    expect(reply.rows[0]).toMatchObject({
      row: { text: 'Tối thiểu 80% hồ sơ được nộp trực tuyến tại Trung tâm' },
      place: 'đoạn 6',
      before: '1. Mục tiêu',
      after: '- 100% văn bản ban hành đúng hạn.',
      level: 'từ 80 %',
    });
  });

  it('recognises the same file', () => {
    const session = brought();
    const reply = read(session, plan());
    expect(statesOf(reply)).toEqual(['same', 'same', 'same', 'same']);
    expect(reply.gone).toEqual([]);
  });

  it('of a swapped number tells exactly one row and its cells, writes those, and takes them back', () => {
    const session = brought();
    const before = cellsOf(session);
    const reply = read(session, plan({ share: 85 }));
    expect(statesOf(reply)).toEqual(['changed', 'same', 'same', 'same']);
    expect(reply.rows[0]).toMatchObject({ id: 'CT-01' });
    expect(reply.rows[0]?.changes.map(({ header, after }) => [header, after])).toEqual([
      ['Chỉ tiêu', 'Tối thiểu 85% hồ sơ được nộp trực tuyến tại Trung tâm'],
      ['Nguyên văn', '- Tối thiểu 85% hồ sơ được nộp trực tuyến tại Trung tâm.'],
      ['Năm 2024', '85'],
    ]);
    session.environment.minutes += 1;
    expect(take(session, reply)).toMatchObject({ indicators: [], tasks: [], updated: ['CT-01'] });
    expect(levelOf(session, 'CT-01')).toEqual({ kind: 'number', value: 85 });
    expect(statesOf(read(session, plan({ share: 85 })))).toEqual(['same', 'same', 'same', 'same']);
    undoLast(session.ports);
    expect(levelOf(session, 'CT-01')).toEqual({ kind: 'number', value: 80 });
    const plain = (cells: unknown) => (cells as { name: string }[]).filter(({ name }) => name.startsWith('Kế hoạch'));
    expect(plain(cellsOf(session))).toEqual(plain(before));
  });

  it('of an amendment that follows another knows what was taken last', () => {
    const session = brought();
    take(session, read(session, plan({ share: 85 })));
    expect(statesOf(read(session, plan({ share: 90 })))).toEqual(['changed', 'same', 'same', 'same']);
  });

  it('keeps what the office changed by hand where the document is as it was', () => {
    const session = brought();
    type(session.tab(TASKS.name), ['NV-01', 'Chủ trì'], JUSTICE);
    expect(statesOf(read(session, plan()))).toEqual(['same', 'same', 'kept', 'same']);
  });

  it('asks where both changed, and writes nothing over a row that changed since it was shown', () => {
    const session = brought();
    type(session.tab(TASKS.name), ['NV-01', 'Chủ trì'], JUSTICE);
    const reply = read(session, plan({ due: '20/11/2024' }));
    expect(statesOf(reply)).toEqual(['same', 'same', 'both', 'same']);
    type(session.tab(TASKS.name), ['NV-01', 'Sản phẩm'], 'Báo cáo');
    const before = cellsOf(session);
    expect(told(() => take(session, reply), session.ports)).toBe(IMPORT_REFUSALS.changedMeanwhile('NV-01'));
    expect(cellsOf(session)).toEqual(before);
  });

  it('tells what is new and what is gone, and leaves the gone row where it is', () => {
    const session = brought();
    const reply = read(session, plan({ without: 'Tuyên truyền', more: ['- Kiểm tra công vụ tại các thôn trong quý III/2024.'] }));
    expect(statesOf(reply)).toEqual(['same', 'same', 'same', 'new']);
    expect(reply.gone).toMatchObject([{ id: 'NV-02' }]);
    expect(take(session, reply)).toMatchObject({ tasks: ['NV-03'], updated: [] });
  });

  it('names the posts that the office does not have, with the one that is most likely meant', () => {
    const session = office();
    const reply = read(session, plan({ more: [`- Kiểm tra công vụ (Chủ trì: Phòng Lạ Lẫm; phối hợp: ${JUSTICE}).`] }));
    expect(reply.roles).toEqual([{ name: 'Phòng Lạ Lẫm', guess: '' }]);
    expect(reply.known).toContain(JUSTICE);
  });

  it('asks for what a table’s columns hold, and reads it as it is told', () => {
    const session = office();
    const text = ['UBND XÃ MẪU', 'A\tB\tC', 'Việc 1: rà soát\tTháng 3\tVăn phòng', 'Việc 2: kiểm tra\tTháng 6\tVăn phòng'].join(
      '\n',
    );
    const asked = read(session, text);
    expect(asked).toMatchObject({
      rows: [],
      tables: [{ at: 'tbl[1]', rows: [['A', 'B', 'C'], expect.anything(), expect.anything()] }],
    });
    const columns = [
      { role: 'task', column: 0, years: [] },
      { role: 'deadline', column: 1, years: [] },
      { role: 'lead', column: 2, years: [] },
    ] as const;
    const again = readPlan(session.ports, { file: '', text, plan: '', columns: [{ at: 'tbl[1]', first: 1, columns }] });
    expect(again.rows.map(({ row }) => [row.text, row.deadline, row.lead])).toEqual([
      ['Việc 1: rà soát', 'Tháng 3', 'Văn phòng'],
      ['Việc 2: kiểm tra', 'Tháng 6', 'Văn phòng'],
    ]);
    expect(read(session, text).tables).toHaveLength(1);
  });

  it('keeps in the workbook what was said of columns, so that every machine reads such a table again', () => {
    const session = office();
    const matrix = (work: string) =>
      ['UBND XÃ MẪU', 'A\tB\tC', `${work}\tTháng 3/2024\tVăn phòng`, 'Kiểm tra\tQuý II/2024\t'].join('\n');
    const [header, roles] = [
      ['A', 'B', 'C'],
      ['task', 'deadline', 'lead'],
    ] as const;
    const said = { at: 'tbl[1]', first: 1, columns: roles.map((role, column) => ({ role, column, years: [] })) };
    const { rows, years } = readPlan(session.ports, { file: '', text: matrix('Rà soát'), plan: '', columns: [said] });
    importPlan(session.ports, { rows: rows.map(({ row }) => row), years, plan: '', columns: [{ header, roles }] });
    const again = read(session, matrix('Niêm yết'));
    expect([again.tables, again.rows.map(({ row, state }) => [row.text, row.lead, state])]).toEqual([
      [],
      [
        ['Niêm yết', 'Văn phòng', 'new'],
        ['Kiểm tra', null, 'same'],
      ],
    ]);
    const logged = columnLines(session);
    expect(logged).toHaveLength(1);
    importPlan(session.ports, { rows: again.rows.map(({ row }) => row), years, plan: '', columns: [{ header, roles }] });
    expect(columnLines(session)).toEqual(logged);
    undoLast(session.ports);
    expect(read(session, matrix('Niêm yết')).tables).toEqual([]);
  });

  it('gives the words of the document where they are wanted, a line for each paragraph and row', () => {
    const session = office();
    const text = ['UBND XÃ MẪU', 'TT\tNhiệm vụ\tThời gian', '1\tRà soát\tTháng 3/2024'].join('\n');
    const wanted = { file: '', text, plan: '', columns: [], lines: true };
    expect(readPlan(session.ports, wanted).lines.map((line) => line.map(({ at, text: words }) => `${at} ${words}`))).toEqual([
      ['p[1] UBND XÃ MẪU'],
      ['tbl[1].r[1].c[1] TT', 'tbl[1].r[1].c[2] Nhiệm vụ', 'tbl[1].r[1].c[3] Thời gian'],
      ['tbl[1].r[2].c[1] 1', 'tbl[1].r[2].c[2] Rà soát', 'tbl[1].r[2].c[3] Tháng 3/2024'],
    ]);
    expect(read(session, text).lines).toEqual([]);
  });
});
