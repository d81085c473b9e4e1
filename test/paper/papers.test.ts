import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import { evaluate } from '../../src/domain/judging/evaluate.ts';
import { alerts } from '../../src/domain/mail/alert.ts';
import { answerDay, remindersIn } from '../../src/domain/mail/reminder.ts';
import type { Task } from '../../src/domain/plan/task.ts';
import { toText } from '../../src/paper/to-text.ts';
import { sayBrief, sayShort } from '../../src/words/report/papers/brief.ts';
import { sayLetter } from '../../src/words/report/papers/letter.ts';
import { sayMatrix, sayTaskTime } from '../../src/words/report/papers/matrix.ts';
import { sayMeeting } from '../../src/words/report/papers/meeting.ts';
import { saySlip } from '../../src/words/report/papers/slip.ts';
import { aTask } from '../domain/builders.ts';
import { anOffice, aReport, reportPeriod, TASKS } from './report-facts.ts';

const CAUSES: Readonly<Record<string, { readonly cause: string; readonly proposal: string }>> = {
  T7: { cause: 'Thiếu người nhập', proposal: 'Bố trí thêm 01 người hỗ trợ số hóa đến hết tháng 10' },
  T8: { cause: 'Bộ phận Một cửa thiếu 01 quầy', proposal: '' },
};
const base = anOffice();
const office = { ...base, actuals: base.actuals.map((row) => ({ ...row, ...CAUSES[row.indicator] })) };
const report = aReport(office);
const today = day('2024-06-20');

describe('the papers beside the report read as the office would have them', () => {
  it('the chairman’s page', async () => {
    const evaluation = evaluate(office, { period: reportPeriod('h1'), asOf: report.asOf });
    const paper = sayBrief(report, alerts(evaluation, office, today), today);
    await expect(toText(paper)).toMatchFileSnapshot('../golden/brief-h1-2024.txt');
  });

  it('the page for the meeting', async () => {
    const evaluation = evaluate(office, { period: reportPeriod('h1'), asOf: report.asOf });
    const paper = sayMeeting(report, alerts(evaluation, office, today), today);
    await expect(toText(paper)).toMatchFileSnapshot('../golden/meeting-h1-2024.txt');
  });

  it('the text for the group chat', async () => {
    await expect(`${sayShort(report)}\n`).toMatchFileSnapshot('../golden/chat-h1-2024.txt');
  });

  it('a letter', async () => {
    const late = aReport(office, { period: { ...reportPeriod('h1'), entryDueOn: day('2024-06-28') }, asOf: today });
    const texts = remindersIn(late, []).map((reminder) => toText(sayLetter(reminder, late, answerDay(late, { holidays: [] }))));
    await expect(texts.join('\n')).toMatchFileSnapshot('../golden/letter-h1-2024.txt');
  });

  it('the Khung', async () => {
    await expect(toText(sayMatrix(report, TASKS))).toMatchFileSnapshot('../golden/matrix.txt');
  });

  it('the slip to sign', async () => {
    const paper = saySlip({ role: 'Tư pháp – Hộ tịch', person: 'Phạm Thị D', clerk: 'Văn phòng – Thống kê (Nội vụ)' }, report);
    await expect(toText(paper)).toMatchFileSnapshot('../golden/slip-h1-2024.txt');
  });
});

describe('when a task is done, as the Khung says it', () => {
  const CASES: readonly (readonly [said: string, over: Partial<Task>])[] = [
    ['Thường xuyên', { frequency: 'continuous', due: null }],
    ['Mỗi kỳ báo cáo', { frequency: 'every-period', due: null }],
    ['Khi có yêu cầu', { frequency: 'on-request', due: null }],
    ['Hằng năm, đến hết ngày 31/12', { frequency: 'yearly', due: { kind: 'each-year', month: 12, date: 31 } }],
    ['Hằng năm, trước ngày 05/02', { frequency: 'yearly', due: { kind: 'each-year', month: 2, date: 5 }, dueRule: 'before' }],
    ['Đến hết ngày 31/12/2025', { frequency: 'dated', due: { kind: 'day', day: day('2025-12-31') } }],
    ['Trước ngày 31/12/2021', { frequency: 'dated', due: { kind: 'day', day: day('2021-12-31') }, dueRule: 'before' }],
    [
      'Từ ngày 01/01/2022 đến hết ngày 31/12/2022',
      { frequency: 'dated', startOn: day('2022-01-01'), due: { kind: 'day', day: day('2022-12-31') } },
    ],
    ['Có thời hạn', { frequency: 'dated', due: null }],
  ];
  it.each(CASES)('%s', (said, over) => {
    expect(sayTaskTime(aTask({ startOn: null, dueRule: 'by-end-of', ...over }))).toBe(said);
  });
});
