import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/app/checks/check.ts';
import { addExtra } from '../../src/app/extras/add-extra.ts';
import { extrasView } from '../../src/app/extras/extras-view.ts';
import { feedFigures } from '../../src/app/extras/feed-figures.ts';
import { importSurvey } from '../../src/app/extras/import-survey.ts';
import { recordRow } from '../../src/app/extras/record-row.ts';
import { undo, undoPreview } from '../../src/app/history/undo.ts';
import { sendMail } from '../../src/app/mail/send-mail.ts';
import { composedReport } from '../../src/app/report/compose-report.ts';
import { day } from '../../src/domain/core/day.ts';
import { countAnswers } from '../../src/domain/surveys/read-answers.ts';
import { toText } from '../../src/paper/to-text.ts';
import { readCsv } from '../../src/words/core/csv.ts';
import { sayReport } from '../../src/words/report/report.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { SURVEYS } from '../../src/workbook/tabs/surveys.ts';
import { times } from '../helpers/sweep.ts';
import { type Memory, memory } from './memory-ports.ts';
import { H1, indicator, smallPlan } from './small-plan.ts';

/** What Google Forms gives: a moment, an address, questions of a scale, free words. */
const CSV = [
  'Dấu thời gian,Địa chỉ email,"1. Thái độ, tác phong?",2. Thời gian giải quyết?,Góp ý',
  '2024/05/06 8:00:00 SA,nguoidan1@example.vn,Rất hài lòng,Hài lòng,"Tốt, ""rất nhanh"""',
  '2024/05/06 8:05:00 SA,nguoidan2@example.vn,Hài lòng,Bình thường,',
  '2024/05/07 9:00:00 SA,nguoidan3@example.vn,Không hài lòng,,"Chờ lâu\nđề nghị thêm người"',
  '2024/05/07 9:10:00 SA,nguoidan4@example.vn,Rất hài lòng,Rất hài lòng,',
].join('\r\n');
const ASKED = { title: 'Hài lòng về TTHC đợt 1', subject: 'citizens', until: '31/5/2024', minimum: '4', feeds: 'T1' } as const;

const kept = (): Memory => {
  const session = memory({
    tabs: smallPlan({
      indicators: [
        indicator('T1', { unit: '%' }),
        indicator('TK1', { kind: 'Số liệu thống kê', unit: 'phiếu', form: '1.5.1', 'Năm 2024': '' }),
      ],
      actuals: ['T1', 'TK1'].map((id) => ({ id, period: H1 })),
      outline: [{ place: 'I', level: 1, title: 'Công tác chỉ đạo', source: 'Lĩnh vực: Cải cách thủ tục hành chính' }],
    }),
  });
  addExtra(session.ports, { extra: 'surveys' });
  return session;
};
const surveys = ({ ports }: Memory) => extrasView(ports).surveys?.list ?? [];
const said = ({ ports }: Memory): string => {
  const book = readBook(ports.workbook.read('all'));
  const period = book.plan.periods.find(({ name }) => name === H1);
  if (period === undefined) throw new Error('no period');
  const asOf = day('2024-06-14');
  return toText(sayReport(composedReport(book, { period, asOf, madeOn: asOf, version: 1, draft: false })));
};

describe('a survey from a form', () => {
  it('goes from its CSV over its counts to the figures of its indicator, its verdict and the report', () => {
    const session = kept();
    expect(importSurvey(session.ports, { file: CSV, ...ASKED })).toMatchObject({ id: 'KS-01', questions: 2, forms: 4 });
    const [survey] = surveys(session);
    expect(survey?.said).toBe('Hài lòng về TTHC đợt 1 (người dân, tổ chức): hợp lệ 04 phiếu, hài lòng 71,43% (05/07 phiếu).');
    expect(survey?.questions.map((question) => question.said)).toEqual([
      'hài lòng 75% (03/04 phiếu)',
      'hài lòng 66,67% (02/03 phiếu)',
    ]);
    // The rows follow the register by themselves; the button finds nothing to write.
    expect(feedFigures(session.ports, { period: H1 }).written).toBe(0);
    const { actuals } = readBook(session.ports.workbook.read('all'));
    expect(actuals[0]).toMatchObject({ numerator: 5, denominator: 7 });
    const cells = session.tab('Nhập số liệu').values.find((row) => row.includes('T1')) ?? [];
    expect(cells).toContain('Chưa đạt');
    expect(said(session)).toContain('hài lòng 71,43% (05/07 phiếu).');
    expect(said(session)).not.toMatch(/TỪNG CÂU HỎI/u);
    recordRow(session.ports, { register: 'surveys', id: 'KS-01|1', values: { 'In từng câu vào báo cáo': 'có' } });
    expect(said(session)).toMatch(/TỪNG CÂU HỎI/u);
  });

  it('keeps no answer of one person: neither address nor moment nor free words', () => {
    const session = kept();
    importSurvey(session.ports, { file: CSV, ...ASKED });
    expect(JSON.stringify(session.tabs)).not.toMatch(/example\.vn\D*nguoidan|nguoidan|Chờ lâu|8:00:00/u);
  });

  it('is written once, and taken back by one undo', () => {
    const session = kept();
    importSurvey(session.ports, { file: CSV, ...ASKED });
    expect(importSurvey(session.ports, { file: CSV, ...ASKED }).sentence).toMatch(/không ghi lần nữa/u);
    expect(surveys(session)).toHaveLength(1);
    undo(session.ports, { of: undoPreview(session.ports)?.of ?? '' });
    expect(surveys(session)).toHaveLength(0);
  });

  it('with fewer forms than asked feeds nothing and is told', () => {
    const session = kept();
    importSurvey(session.ports, { file: CSV, ...ASKED, minimum: '50' });
    expect(surveys(session)[0]?.state).toBe('too-few');
    expect(() => feedFigures(session.ports, { period: H1 })).not.toThrow();
    expect(readBook(session.ports.workbook.read('all')).actuals[0]?.numerator).toBeNull();
    expect(check(session.ports).problems.map(({ code }) => code)).toContain('survey-too-few');
    expect(session.tab(SURVEYS.name).values.flat()).toContain('Chưa đủ phiếu');
    // The chairman's mail and that of who leads the indicator say how many are lacking.
    const { mails } = sendMail(session.ports, { preview: true });
    const textTo = (to: string): string => mails.find((mail) => mail.to === to)?.text ?? '';
    expect(textTo('chutich@example.vn')).toContain('Khảo sát chưa đủ phiếu, 4/50: Hài lòng về TTHC đợt 1, đến ngày');
    expect(textTo('tuphap@example.vn')).toContain('mới có 4/50 phiếu');
  });

  it('without a question of the scale is refused in a sentence', () => {
    const session = kept();
    expect(() => importSurvey(session.ports, { file: 'Tên,Tuổi\nA,30', ...ASKED })).toThrow(/thang hài lòng/u);
  });
});

describe('a survey on paper', () => {
  it('is typed question by question, and the row called Chung stands for it all', () => {
    const session = kept();
    const type = (values: Record<string, string>) => recordRow(session.ports, { register: 'surveys', id: '', values });
    type({
      'Tên đợt khảo sát': 'Trường học',
      'Đối tượng': 'Dịch vụ giáo dục công',
      'Rất hài lòng': '10',
      'Hài lòng': '5',
      'Đến ngày': '31/5/2024',
    });
    type({ 'Mã khảo sát': 'KS-01', Câu: 'Chung', 'Rất hài lòng': '30', 'Hài lòng': '15', 'Bình thường': '5' });
    expect(surveys(session)[0]?.said).toBe('Trường học (dịch vụ giáo dục công): hợp lệ 50 phiếu, hài lòng 90% (45/50 phiếu).');
    expect(() => type({ 'Mã khảo sát': 'KS-01', Câu: 'Chung', 'Rất hài lòng': '1' })).toThrow(/đã có dòng KS-01, câu Chung/u);
  });
});

describe('a file of separated values', () => {
  it('reads back what was written, whatever stands in a cell, by comma, semicolon or tab', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ả', '"', ',', ';', '\n', ' ', '\t') });
    const table = fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, sign) => {
        const head = ['một', 'hai', 'ba'];
        const all = [head, ...rows];
        const written = all.map((row) => row.map((each) => `"${each.replace(/"/gu, '""')}"`).join(sign)).join('\r\n');
        // The first line decides which sign it is: it holds no other.
        expect(readCsv(`\ufeff${written}`)).toEqual(all);
      }),
      { numRuns: times(1000, 100) },
    );
  });

  it.each([
    ['5', 0],
    ['1', 4],
    ['4 - Hài lòng', 1],
    ['Rất không hài lòng', 4],
    ['HÀI LÒNG ', 1],
  ])('takes «%s» as level %i', (answer, level) => {
    const [question] = countAnswers([['Câu'], [answer]]);
    expect(question?.levels.indexOf(1)).toBe(level);
  });
});
