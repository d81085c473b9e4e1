import { describe, expect, it } from 'vitest';
import { check } from '../../src/app/checks/check.ts';
import { addExtra } from '../../src/app/extras/add-extra.ts';
import { extrasView } from '../../src/app/extras/extras-view.ts';
import { recordRow } from '../../src/app/extras/record-row.ts';
import { undo, undoPreview } from '../../src/app/history/undo.ts';
import { sendMail } from '../../src/app/mail/send-mail.ts';
import { layCriteria } from '../../src/app/scores/lay-criteria.ts';
import { makeScoreSheet, scorePaper, sheetOf } from '../../src/app/scores/score-sheet.ts';
import { day } from '../../src/domain/core/day.ts';
import { toText } from '../../src/paper/to-text.ts';
import { CRITERIA_SETS } from '../../src/words/scores/sets/all.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { SCORES } from '../../src/workbook/tabs/scores.ts';
import { type Memory, memory } from './memory-ports.ts';
import { actual, entry, H1, indicator, JUSTICE, on, PERIOD_ROWS, smallPlan, task } from './small-plan.ts';

const SET = { set: 'xa-2025', year: 2024 };
/** An office whose figures know three criteria: files on time (statistics), tasks that fell due, reports sent. */
const office = (email = 'vanphong@example.vn'): Memory =>
  memory({
    email,
    tabs: smallPlan({
      indicators: ['3.3.2.1', '3.3.2.2'].map((form, at) =>
        indicator(`TK${at + 1}`, { kind: 'Số liệu thống kê', unit: 'hồ sơ', form, 'Năm 2024': '' }),
      ),
      actuals: [actual('TK1', { numerator: 200 }), actual('TK2', { numerator: 195 })],
      tasks: [task('N1'), task('N2')],
      entries: [
        entry('N1', { progress: 'Đã hoàn thành', completedOn: on('2024-05-30') }),
        entry('N2', { progress: 'Đang thực hiện' }),
      ],
      periods: PERIOD_ROWS.map((row) =>
        row['name'] === 'Quý I 2024' ? { ...row, sendDueOn: on('2024-03-18'), sentOn: on('2024-03-18') } : row,
      ),
    }),
  });
const kept = (): Memory => {
  const session = office();
  addExtra(session.ports, { extra: 'scores' });
  layCriteria(session.ports, SET);
  return session;
};
const record = ({ ports }: Memory, id: string, values: Record<string, string>) =>
  recordRow(ports, { register: 'scores', id: `${id}|2024`, values });
const line = ({ ports }: Memory, id: string) => extrasView(ports).scores?.lines.find((each) => each.id === `${id}|2024`);

describe('the self-scoring of an index', () => {
  it('lays the criteria of a set for a year once, and takes them back by one undo', () => {
    const session = kept();
    const rows = CRITERIA_SETS[0]?.rows.length ?? 0;
    expect(rows).toBeGreaterThan(80);
    expect(layCriteria(session.ports, SET).rows).toBe(0);
    expect(layCriteria(session.ports, { ...SET, year: 2025 }).rows).toBe(rows);
    undo(session.ports, { of: undoPreview(session.ports)?.of ?? '' });
    expect(extrasView(session.ports).scores?.years).toEqual([2024]);
    expect(() => layCriteria(session.ports, { set: 'gì đó', year: 2024 })).toThrow(/xa-2025/u);
  });

  it('fills in what the workbook knows and says from where; without evidence it is nothing', () => {
    const session = kept();
    expect(line(session, '3.4.1')).toMatchObject({
      state: 'unproved',
      said: `Chưa có minh chứng nên tính 0 điểm; có minh chứng thì được 1,5/3 (97,50% (195/200), từ biểu mẫu 3.3.2.2 / 3.3.2.1, ${H1})`,
      lost: 3,
    });
    expect(line(session, '1.1.2')?.said).toContain(`50% (1/2), từ trang Nhiệm vụ, ${H1}`);
    expect(line(session, '1.2')?.said).toContain('100% (1/1), từ trang Kỳ báo cáo');
    record(session, '3.4.1', { 'Minh chứng': 'Bảng thống kê 15/BC' });
    expect(line(session, '3.4.1')).toMatchObject({ state: 'partly', lost: 1.5 });
    // What is typed stands before what is known.
    record(session, '3.4.1', { 'Kết quả': '198', 'Trên tổng số': '200' });
    expect(line(session, '3.4.1')).toMatchObject({ state: 'full', lost: 0, said: 'Đủ 3 điểm (99% (198/200))' });
    const cells = session.tab(SCORES.name).values.find((row) => row.includes('3.4.1')) ?? [];
    expect(cells).toEqual(expect.arrayContaining([3, 'Đủ điểm', '99% (198/200)']));
  });

  it('explains its own sum, and where points are lost first', () => {
    const session = kept();
    record(session, '3.4.1', { 'Minh chứng': 'BC 15', 'Kết quả': '198', 'Trên tổng số': '200' });
    record(session, '1.5', { 'Kết quả': '2', 'Minh chứng': 'QĐ 3' });
    record(session, '5.4.1', { 'Kết quả': 'có', 'Minh chứng': 'BC 9' });
    record(session, '4.1.3', { 'Phát sinh': 'Không phát sinh', 'Minh chứng': 'Giải trình 4' });
    record(session, '4.2.2', { 'Phát sinh': 'Loại khỏi điểm tối đa' });
    record(session, '8', { 'Điểm khảo sát': '12' });
    const view = extrasView(session.ports).scores;
    // 3 + 2 + 0,5 + 1 of 75, less 1 that counts not and 1,5 that others score; a survey of others gives 12 of 25 more.
    expect(view?.summary).toBe('Năm 2024: tự chấm 6,5/72,5 điểm; 1,5 điểm chưa có minh chứng; điểm đạt 18,5/99.');
    expect(view?.lines.slice(0, 3).map(({ lost }) => lost)).toEqual([3, 3, 3]);
    expect(check(session.ports).problems.filter(({ code }) => code === 'score-sum-differs')).toEqual([]);
  });

  it('is printed as a paper and as a workbook, with its annex of tasks, and a score without evidence never silently full', () => {
    const session = kept();
    const { files } = makeScoreSheet(session.ports, { year: 2024 });
    expect(files.map(({ name }) => name)).toEqual([
      expect.stringMatching(/Bảng tự chấm điểm.*\.docx$/u),
      expect.stringMatching(/\.xlsx$/u),
    ]);
    expect(() => makeScoreSheet(session.ports, { year: 2030 })).toThrow(/chưa có tiêu chí nào của năm 2030/u);
    const book = readBook(session.ports.workbook.read('all'));
    const text = toText(scorePaper(book, sheetOf(book, 2024, day('2024-06-20')), day('2024-06-20')));
    expect(text).toMatch(/BẢNG TỰ CHẤM ĐIỂM/u);
    expect(text).toMatch(/Chưa có minh chứng/u);
    expect(text).toMatch(/Còn lấy lại được/u);
    expect(text).toMatch(/Phụ lục: nhiệm vụ đến hạn trong năm 2024 \(02 nhiệm vụ\)/u);
  });

  it('tells the chairman what may still be earned and by when, and who answers for a criterion of his own', async () => {
    const session = kept();
    record(session, '3.4.1', { 'Phụ trách': JUSTICE, Hạn: '21/6/2024' });
    record(session, '1.5', { 'Phụ trách': JUSTICE, Hạn: '30/11/2024', 'Kết quả': '2', 'Minh chứng': 'QĐ 3' });
    const { mails } = sendMail(session.ports, { preview: true });
    const textTo = (to: string): string => mails.find((mail) => mail.to === to)?.text ?? '';
    expect(textTo('tuphap@example.vn')).toMatch(
      /Sắp đến hạn: .* \(3\.4\.1\), hạn 21\/6\/2024, còn 01 ngày làm việc; tiêu chí tự chấm điểm, còn 3 điểm chưa đạt\./u,
    );
    expect(textTo('tuphap@example.vn')).not.toContain('(1.5)');
    expect(textTo('chutich@example.vn')).toMatch(
      /Tự chấm điểm năm 2024, còn lấy lại được [\d,]+ điểm ở \d+ tiêu chí, hạn gần nhất 21\/6: .*Tư pháp – Hộ tịch 02/u,
    );
    const read = mails.map(({ to, subject, text }) => `Gửi: ${to}\nTiêu đề: ${subject}\n\n${text}\n`).join('\n—\n\n');
    await expect(read).toMatchFileSnapshot('../golden/mail-registers.txt');
  });

  it('is claimed by who answers for a criterion, and assessed by the keeper alone', () => {
    const session = kept();
    record(session, '3.4.1', { 'Phụ trách': JUSTICE });
    session.environment.email = 'tuphap@example.vn';
    record(session, '3.4.1', { 'Minh chứng': 'BC 15' });
    expect(() => record(session, '3.4.1', { 'Điểm thẩm định': '3' })).toThrow(/không ghi cột/u);
    expect(() => record(session, '1.1.1', { 'Minh chứng': 'BC 15' })).toThrow(/người khác phụ trách/u);
  });
});
