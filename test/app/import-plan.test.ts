import { describe, expect, it } from 'vitest';
import { undoPreview } from '../../src/app/history/undo.ts';
import { importPlan } from '../../src/app/import/import-plan.ts';
import type { PlanRow } from '../../src/domain/import/table/sheet-values.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { INDICATORS } from '../../src/workbook/tabs/indicators.ts';
import { JOURNAL } from '../../src/workbook/tabs/records.ts';
import { TASKS } from '../../src/workbook/tabs/tasks.ts';
import type { Memory } from './memory-ports.ts';
import { cellsOf, office, READ_TARGET, READ_TASK, told, type, undoLast } from './operations.ts';
import { JUSTICE } from './small-plan.ts';

const YEARS = { first: 2023, last: 2024 };

function bring({ ports }: Memory, rows: readonly PlanRow[], years: typeof YEARS | null = YEARS) {
  return importPlan(ports, { rows, years, plan: '' });
}

const planOf = ({ ports }: Memory) => readBook(ports.workbook.read('all')).plan;
const targetOf = (session: Memory, id: string) => planOf(session).indicators.find((each) => each.id === id);
const taskOf = (session: Memory, id: string) => planOf(session).tasks.find((each) => each.id === id);
const withoutLog = (session: Memory) => (cellsOf(session) as { name: string }[]).filter(({ name }) => name !== JOURNAL.name);

describe('bringing a plan into the workbook', () => {
  it('writes a target and a task that read back as what they are, each with its passage', () => {
    const session = office();
    expect(bring(session, [READ_TARGET, READ_TASK])).toMatchObject({
      ...{ indicators: ['CT-01'], tasks: ['NV-01'], recognised: 0, left: [], unknownRoles: [] },
    });
    expect(targetOf(session, 'CT-01')).toMatchObject({
      ...{ title: READ_TARGET.text, kind: 'at-least', unit: '%', origin: 'plan', quote: READ_TARGET.passage, note: '' },
      targets: new Map([
        [2023, { kind: 'number', value: 80 }],
        [2024, { kind: 'number', value: 80 }],
      ]),
    });
    expect(taskOf(session, 'NV-01')).toMatchObject({
      ...{ title: READ_TASK.text, frequency: 'dated', due: { kind: 'day', day: '2024-11-15' }, dueRule: 'by-end-of' },
      ...{ product: 'Báo cáo', lead: JUSTICE, origin: 'plan', quote: READ_TASK.passage, note: '' },
    });
  });

  it('writes nothing when the same document comes twice', () => {
    const session = office();
    bring(session, [READ_TARGET, READ_TASK]);
    const before = cellsOf(session);
    expect(bring(session, [READ_TARGET, READ_TASK])).toMatchObject({ indicators: [], tasks: [], recognised: 2 });
    expect(cellsOf(session)).toEqual(before);
  });

  it('writes every target of one passage, and a new one under the next free code', () => {
    const session = office();
    bring(session, [READ_TARGET, { ...READ_TARGET, text: 'Hồ sơ đúng hạn đạt 90%', target_from: 90 }]);
    const more = { ...READ_TARGET, text: 'Mức hài lòng đạt 85%', passage: 'Mức hài lòng đạt 85%' };
    expect(bring(session, [READ_TARGET, more])).toMatchObject({ indicators: ['CT-03'], recognised: 1 });
  });

  it.each<[string, Partial<PlanRow>, string, unknown]>([
    ['a range', { op: 'range', target_from: 95, target_to: 98 }, 'between', { kind: 'range', from: 95, to: 98 }],
    ['a grade', { op: 'grade>=', target_from: 'Tốt', unit: 'xếp loại' }, 'grade-at-least', { kind: 'grade', grade: 'Tốt' }],
    ['a rank', { op: 'rank<=', target_from: 10, unit: 'hạng' }, 'rank-at-most', { kind: 'number', value: 10 }],
    ['none of it', { op: 'zero', target_from: 0, unit: null }, 'at-most', { kind: 'number', value: 0 }],
    ['a statement', { op: 'none', target_from: null, unit: null }, 'track-only', undefined],
  ])('reads %s back as its kind and level', (_, given, kind, level) => {
    const session = office();
    bring(session, [{ ...READ_TARGET, ...given }]);
    const read = targetOf(session, 'CT-01');
    expect([read?.kind, read?.targets.get(2024)]).toEqual([kind, level]);
  });

  it('tells of a year without a column, and keeps its level in the note', () => {
    const session = office();
    const { left } = bring(session, [{ ...READ_TARGET, years: { 2024: 80, 2030: 97.5 } }]);
    expect(left).toMatchObject([{ id: 'CT-01', at: READ_TARGET.at, text: expect.stringContaining('Năm 2030: 97,5') }]);
    const read = targetOf(session, 'CT-01');
    expect(read?.note).toBe('Mức theo Kế hoạch: Năm 2030: 97,5');
    expect([...(read?.targets.keys() ?? [])]).toEqual([2024]);
  });

  it.each<[string, PlanRow['deadline_kind'], string, readonly string[]]>([
    ['Hằng quý', 'recurrence', 'quarterly', ['thời hạn chưa thành ngày']],
    ['Thường xuyên', 'standing', 'continuous', []],
    ['Trước ngày 15/12', 'date', 'dated', ['thời hạn chưa thành ngày']],
    ['Sau khi có hướng dẫn của tỉnh', 'reference', 'continuous', ['thời hạn chưa thành ngày', 'Tần suất để trống']],
  ])('makes no day of «%s», and keeps its words', (deadline, kind, frequency, sentences) => {
    const session = office();
    const { left } = bring(session, [{ ...READ_TASK, deadline, deadline_kind: kind, due: null }]);
    expect(left.map(({ text }) => text)).toEqual(sentences.map((each) => expect.stringContaining(each)));
    expect(taskOf(session, 'NV-01')).toMatchObject({ frequency, due: null, note: `Thời hạn theo Kế hoạch: ${deadline}` });
  });

  it('lists the roles that nobody is assigned to, each once, and reads co-ordinators on lines as a list', () => {
    const session = office();
    const row = { ...READ_TASK, with: 'Công an xã;\nTrạm Y tế', watcher: 'trạm y tế' };
    expect(bring(session, [row]).unknownRoles).toEqual(['Công an xã', 'Trạm Y tế']);
    expect(taskOf(session, 'NV-01')?.supports).toEqual(['Công an xã', 'Trạm Y tế']);
  });

  it('refuses a plan that the workbook does not know, and a tab without room for the passage', () => {
    const session = office();
    const before = cellsOf(session);
    const asked = { rows: [READ_TASK], years: YEARS, plan: 'KH-99' };
    expect(told((ports) => importPlan(ports, asked), session.ports)).toContain('«KH-99»');
    expect(cellsOf(session)).toEqual(before);
    const { values } = session.tab(TASKS.name);
    for (const row of values) if (row.includes('Nguyên văn')) row[row.indexOf('Nguyên văn')] = 'Cột khác';
    expect(told((ports) => importPlan(ports, { ...asked, plan: '' }), session.ports)).toContain('Nâng cấp sổ');
  });
});

describe('taking an import back', () => {
  it('gives the workbook back as it was', () => {
    const session = office();
    const before = withoutLog(session);
    bring(session, [READ_TARGET, READ_TASK, { ...READ_TASK, passage: '3. Khác', text: 'Khác' }]);
    expect(undoPreview(session.ports)?.text).toContain('Kế hoạch - Nhiệm vụ (02 dòng, NV-01 đến NV-02)');
    undoLast(session.ports);
    expect(withoutLog(session)).toEqual(before);
    expect(bring(session, [READ_TASK])).toMatchObject({ tasks: ['NV-01'], recognised: 0 });
  });

  it.each([
    ['a changed cell', 'Sản phẩm'],
    ['a cell typed into', 'Ghi chú'],
  ])('is refused for %s, and loses nothing', (_, header) => {
    const session = office();
    bring(session, [READ_TARGET, READ_TASK]);
    type(session.tab(TASKS.name), ['NV-01', header], 'Tờ trình');
    const before = cellsOf(session);
    expect(told(undoLast, session.ports)).toContain('Kế hoạch - Nhiệm vụ | NV-01');
    expect(cellsOf(session)).toEqual(before);
  });

  it('passes over a row that a person deleted', () => {
    const session = office();
    bring(session, [READ_TARGET, READ_TASK]);
    const tab = session.tab(INDICATORS.name);
    tab.values = tab.values.filter((row) => !row.includes('CT-01'));
    undoLast(session.ports);
    expect(taskOf(session, 'NV-01')).toBeUndefined();
  });
});
