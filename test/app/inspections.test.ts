import { describe, expect, it } from 'vitest';
import { check } from '../../src/app/checks/check.ts';
import { addExtra } from '../../src/app/extras/add-extra.ts';
import { extrasView } from '../../src/app/extras/extras-view.ts';
import { feedFigures } from '../../src/app/extras/feed-figures.ts';
import { recordRow } from '../../src/app/extras/record-row.ts';
import { undo, undoPreview } from '../../src/app/history/undo.ts';
import { refresh } from '../../src/app/judging/refresh.ts';
import { sendMail } from '../../src/app/mail/send-mail.ts';
import { composedReport } from '../../src/app/report/compose-report.ts';
import { day } from '../../src/domain/core/day.ts';
import { toText } from '../../src/paper/to-text.ts';
import { sayReport } from '../../src/words/report/report.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { INSPECTIONS } from '../../src/workbook/tabs/inspections.ts';
import { type Memory, memory } from './memory-ports.ts';
import { H1, indicator, JUSTICE, ROLE_ROWS, SETTING_ROWS, smallPlan } from './small-plan.ts';

const NEW = {
  'Cuộc kiểm tra, giám sát': 'Kiểm tra công vụ đợt 1',
  'Hình thức': 'Tự kiểm tra',
  'Ngày kiểm tra': '6/5/2024',
  'Tồn tại, kiến nghị': 'Niêm yết thiếu 03 thủ tục',
  'Trách nhiệm khắc phục': JUSTICE,
  'Hạn khắc phục': '10/6/2024',
};
const CLERK = 'vanphong@example.vn';
const office = (email = CLERK): Memory =>
  memory({
    email,
    tabs: smallPlan({
      indicators: [
        indicator('T1'),
        ...['1.3.3.1', '1.3.3.2'].map((form, at) =>
          indicator(`TK${at + 1}`, { kind: 'Số liệu thống kê', unit: 'vấn đề', form, 'Năm 2024': '' }),
        ),
      ],
      actuals: ['T1', 'TK1', 'TK2'].map((id) => ({ id, period: H1 })),
      roles: [...ROLE_ROWS, { role: 'Mặt trận Tổ quốc', person: 'Người giám sát', email: 'mattran@example.vn' }],
      outline: [{ place: 'I', level: 1, title: 'Công tác chỉ đạo', source: 'Lĩnh vực: Cải cách thủ tục hành chính' }],
      settings: [...SETTING_ROWS, { name: 'Chức danh giám sát (Mặt trận, đoàn thể)', value: 'Mặt trận Tổ quốc' }],
    }),
  });
const kept = (): Memory => {
  const session = office();
  addExtra(session.ports, { extra: 'inspections' });
  return session;
};
const record = ({ ports }: Memory, id: string, values: Record<string, string>) =>
  recordRow(ports, { register: 'inspections', id, values });
const lines = ({ ports }: Memory) => extrasView(ports).inspections?.lines ?? [];
const cells = (session: Memory) => JSON.stringify(session.tabs.map(({ name, values }) => [name, values]));

describe('a register of recommendations', () => {
  it('is not there until it is wanted, comes with one call and goes with one undo', () => {
    const session = office();
    expect(extrasView(session.ports).inspections).toBeNull();
    expect(session.tabs.map(({ name }) => name)).not.toContain(INSPECTIONS.name);
    expect(addExtra(session.ports, { extra: 'inspections' })).toMatchObject({ isNew: true, tab: INSPECTIONS.name });
    expect(addExtra(session.ports, { extra: 'inspections' })).toMatchObject({ isNew: false });
    expect(extrasView(session.ports).inspections?.lines).toEqual([]);
    undo(session.ports, { of: undoPreview(session.ports)?.of ?? '' });
    expect(session.tabs.map(({ name }) => name)).not.toContain(INSPECTIONS.name);
  });

  it('leaves a tab of the office by that name alone, and says so', () => {
    const session = office();
    session.tabs.push({
      ...structuredClone(session.tab('Tổng quan')),
      name: INSPECTIONS.name,
      sheetId: 900,
      values: [['của đơn vị']],
    });
    expect(() => addExtra(session.ports, { extra: 'inspections' })).toThrow(/của đơn vị/u);
  });

  it('goes from its entry by the form over its mending to the second look, each step taken back by one undo', () => {
    const session = kept();
    const before = cells(session);
    expect(record(session, '', NEW)).toMatchObject({ id: 'KN-01' });
    expect(lines(session)[0]).toMatchObject({ state: 'overdue', said: expect.stringContaining('quá hạn') });
    undo(session.ports, { of: undoPreview(session.ports)?.of ?? '' });
    expect(lines(session)).toEqual([]);
    expect(cells(session)).not.toBe(before);
    record(session, '', NEW);
    record(session, 'KN-01', { 'Ngày khắc phục xong': '12/6/2024' });
    expect(lines(session)[0]?.state).toBe('unproved');
    record(session, 'KN-01', { 'Minh chứng': 'Biên bản 12/BB' });
    expect(lines(session)[0]?.state).toBe('fixed');
    record(session, 'KN-01', { 'Ngày phúc tra': '18/6/2024', 'Kết quả phúc tra': 'Chưa đạt' });
    expect(lines(session)[0]?.state).toBe('overdue');
    record(session, 'KN-01', { 'Kết quả phúc tra': 'Đạt' });
    expect(lines(session)[0]).toMatchObject({ state: 'rechecked', said: expect.stringContaining('phúc tra ngày 18/6/2024 đạt') });
    const tab = session.tab(INSPECTIONS.name).values;
    expect(tab.some((row) => row.includes('Đã phúc tra, đạt'))).toBe(true);
    undo(session.ports, { of: undoPreview(session.ports)?.of ?? '' });
    expect(lines(session)[0]?.state).toBe('overdue');
  });

  it('tells the lead by mail, and the chairman when it stays late', () => {
    const session = kept();
    record(session, '', NEW);
    sendMail(session.ports, { preview: false });
    const told = session.outbox.filter(({ text }) => text.includes('Niêm yết thiếu 03 thủ tục')).map(({ to }) => to);
    expect(told).toEqual(expect.arrayContaining(['tuphap@example.vn', 'chutich@example.vn']));
  });

  const figures = (session: Memory) =>
    readBook(session.ports.workbook.read('all')).actuals.map(({ indicator: id, numerator }) => `${id} ${numerator}`);
  const typed = (session: Memory, id: string, value: number) => {
    const { values } = session.tab('Nhập số liệu');
    const head = values.find((row) => row.includes('Tử số')) ?? [];
    const row = values.find((cells) => cells[head.indexOf('Mã')] === id) ?? [];
    row[head.indexOf('Tử số')] = value;
  };

  it('is counted into its rows of figures by itself, follows the register, and says in the explanation where it comes from', () => {
    const session = kept();
    record(session, '', NEW);
    record(session, '', { ...NEW, 'Tồn tại, kiến nghị': 'Sổ một cửa ghi thiếu', 'Ngày khắc phục xong': '20/5/2024' });
    expect(figures(session)).toEqual(['T1 null', 'TK1 2', 'TK2 1']);
    expect(JSON.stringify(session.tab('Nhập số liệu').values)).toContain(`Sổ tự đếm từ trang ${INSPECTIONS.name}.`);
    expect(refresh(session.ports).written).toBe(0);
    record(session, 'KN-01', { 'Ngày khắc phục xong': '12/6/2024', 'Minh chứng': 'BB' });
    expect(figures(session)).toEqual(['T1 null', 'TK1 2', 'TK2 2']);
    // What is undone is the row of the register; its counts follow.
    undo(session.ports, { of: undoPreview(session.ports)?.of ?? '' });
    expect(figures(session)).toEqual(['T1 null', 'TK1 2', 'TK2 1']);
  });

  it('leaves what a person typed, a check tells where it differs, and the button writes it over', () => {
    const session = kept();
    record(session, '', NEW);
    typed(session, 'TK1', 5);
    refresh(session.ports);
    record(session, '', { ...NEW, 'Tồn tại, kiến nghị': 'Sổ một cửa ghi thiếu' });
    expect(figures(session)).toEqual(['T1 null', 'TK1 5', 'TK2 0']);
    const told = check(session.ports).problems.filter(({ code }) => code === 'register-differs');
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('đếm được 2')]);
    expect(extrasView(session.ports).differs).toBe(1);
    expect(feedFigures(session.ports, { period: H1 })).toMatchObject({ written: 1 });
    expect(feedFigures(session.ports, { period: H1 })).toMatchObject({ written: 0 });
    record(session, '', { ...NEW, 'Tồn tại, kiến nghị': 'Thiếu biển tên' });
    expect(figures(session)).toEqual(['T1 null', 'TK1 3', 'TK2 0']);
  });

  it('is counted by a keeper’s run alone: an official’s own writes nothing into rows that are not his', () => {
    const session = kept();
    record(session, '', NEW);
    session.environment.email = 'tuphap@example.vn';
    record(session, 'KN-01', { 'Ngày khắc phục xong': '12/6/2024' });
    expect(figures(session)).toEqual(['T1 null', 'TK1 1', 'TK2 0']);
    session.environment.email = CLERK;
    refresh(session.ports);
    expect(figures(session)).toEqual(['T1 null', 'TK1 1', 'TK2 1']);
  });

  it('stands in the report with its annex, and a report of an office without one says nothing of it', () => {
    const session = kept();
    const said = () => {
      const book = readBook(session.ports.workbook.read('all'));
      const [period] = book.plan.periods.filter(({ name }) => name === H1);
      if (period === undefined) throw new Error('no period');
      const asOf = day('2024-06-14');
      return toText(sayReport(composedReport(book, { period, asOf, madeOn: asOf, version: 1, draft: false })));
    };
    expect(said()).not.toMatch(/kiến nghị sau kiểm tra/iu);
    record(session, '', NEW);
    refresh(session.ports);
    expect(said()).toContain(
      'Trong kỳ có 01 cuộc kiểm tra, 01 tồn tại, kiến nghị; chưa khắc phục xong kiến nghị nào, quá hạn 01.',
    );
    expect(said()).toMatch(/TÌNH HÌNH KHẮC PHỤC TỒN TẠI, KIẾN NGHỊ/u);
  });
});

describe('who may write what', () => {
  const as = (email: string): Memory => {
    const session = kept();
    record(session, '', NEW);
    session.environment.email = email;
    return session;
  };

  it('the lead tells what became of it, and nothing else', () => {
    const session = as('tuphap@example.vn');
    expect(lines(session)[0]?.mine).toEqual(['Ngày khắc phục xong', 'Minh chứng', 'Ghi chú']);
    record(session, 'KN-01', { 'Ngày khắc phục xong': '12/6/2024' });
    expect(() => record(session, 'KN-01', { 'Kết quả phúc tra': 'Đạt' })).toThrow(/không ghi cột/u);
    expect(() => record(session, '', NEW)).toThrow(/người khác phụ trách/u);
  });

  it('who supervises writes what he found under the name of his body, and touches no other row', () => {
    const session = as('mattran@example.vn');
    expect(record(session, '', { 'Tồn tại, kiến nghị': 'Chưa công khai phí' })).toMatchObject({ id: 'KN-02' });
    const { recommendations } = readBook(session.ports.workbook.read('all'));
    expect(recommendations[1]).toMatchObject({ by: 'Mặt trận Tổ quốc', kind: 'supervision', finding: 'Chưa công khai phí' });
    record(session, 'KN-02', { 'Ghi chú': 'Đề nghị công khai trước 30/6' });
    expect(() => record(session, 'KN-01', { 'Ghi chú': 'x' })).toThrow(/người khác phụ trách/u);
    expect(() => record(session, 'KN-02', { 'Ngày khắc phục xong': '12/6/2024' })).toThrow(/không ghi cột/u);
  });

  it('a stranger writes nothing', () => {
    const session = as('nguoila@example.vn');
    expect(lines(session)[0]?.mine).toEqual([]);
    expect(() => record(session, '', NEW)).toThrow();
  });
});
