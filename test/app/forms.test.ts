import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeForms } from '../../src/app/report/forms.ts';
import { makeReport } from '../../src/app/report/make-report.ts';
import { answerCode } from '../../src/domain/plan/answer-code.ts';
import { filledForms } from '../../src/domain/report/forms.ts';
import { checkTemplate, partsOf, toDocx } from '../../src/paper/docx/engine.ts';
import { readDocx } from '../../src/paper/nd30/read-docx.ts';
import { FORMS } from '../../src/words/report/form-rows.ts';
import { type Memory, memory } from './memory-ports.ts';
import { actual, H1, indicator, on, smallPlan } from './small-plan.ts';

const statistic = (id: string, more: Parameters<typeof indicator>[1] = {}) =>
  indicator(id, { kind: 'Số liệu thống kê', unit: 'hồ sơ', title: `Số liệu ${id}`, 'Năm 2023': '', 'Năm 2024': '', ...more });

const office = (): Memory => {
  const desk = memory({
    tabs: smallPlan({
      indicators: [
        statistic('A', { form: '3.3.2.1' }),
        statistic('B', { form: 'BM3 - 3.2.2' }),
        statistic('C', { form: '1.5', unit: '' }),
        statistic('D', { title: '=1+1 của đơn vị' }),
      ],
      actuals: [
        actual('A', { typed: 400, numerator: '', denominator: '' }),
        actual('B', { typed: 390, numerator: '', denominator: '', dataAsOf: on('2024-05-25') }),
        actual('C', { typed: 'Có', numerator: '', denominator: '' }),
        actual('D', { typed: 7, numerator: '', denominator: '' }),
      ],
      tasks: [],
      entries: [],
    }),
  });
  return { ...desk, ports: { ...desk.ports, docx: { toDocx, partsOf, checkTemplate } } };
};

describe('the catalogue of forms', () => {
  it('is the seven of the ministry, 123 rows, each code once', () => {
    const codes = FORMS.flatMap(({ number, rows }) => rows.map(({ code }) => `${number}.${code}`));
    expect(FORMS.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect([codes.length, new Set(codes).size]).toEqual([123, 123]);
    for (const { rows } of FORMS)
      for (const { label, code } of rows) expect([label === '', /^\d+(\.\d+)*$/u.test(code)]).toEqual([false, true]);
  });

  it.each([
    ['Có = 1; Không = 0', 'có', 1],
    ['Không = 0 Có = 1', 'Không', 0],
    ['Trực tuyến = 0 Phát phiếu = 1 Kết hợp = 2', 'Kết hợp', 2],
    ['Chưa = 0 Hoàn thành = 1', 'Tốt', null],
    ['Văn bản', 'Có', null],
  ])('codes the answers of «%s»: %s', (unit, answer, code) => {
    expect(answerCode(unit, answer)).toBe(code);
  });

  it('is left out where no row bears a code, and the office’s own list stands', () => {
    expect(filledForms(FORMS, [], false)).toEqual({ forms: [], others: [] });
  });
});

describe('the annex of statistics', () => {
  it('is the forms with codes, units, coded answers, rates of two rows, cut-offs; what has no code follows', () => {
    const desk = office();
    makeReport(desk.ports, { period: H1 });
    const whole = readDocx(partsOf(desk.files[0]?.bytes ?? new Uint8Array()))
      .paragraphs.map(({ text }) => text)
      .join('\n');
    for (const part of ['Biểu mẫu 1. Công tác chỉ đạo điều hành CCHC', 'Biểu mẫu 7.', 'Số liệu thống kê khác'])
      expect(whole).toContain(part);
    expect(whole).toMatch(/3\.2\n.*UBND cấp xã tiếp nhận được giải quyết đúng hạn\n%\n97,50\nSố liệu đến ngày 25\/05\/2024/u);
    expect(whole).toMatch(/3\.2\.1\n.*\nHồ sơ\n400/u);
    expect(whole).toMatch(/\n5\nKhảo sát sự hài lòng của người dân, tổ chức\nCó = 1; Không = 0\n1\n/u);
    expect(whole).not.toContain('Số sở, ngành đã kiểm tra');
  });
});

describe('the forms as files of their own', () => {
  it('are one workbook with a sheet a form, and CSV that runs nothing', () => {
    const desk = office();
    const { files } = makeForms(desk.ports, { period: H1 });
    expect(files.map(({ name }) => name)).toEqual([`Biểu mẫu thống kê CCHC ${H1}.xlsx`, `Biểu mẫu thống kê CCHC ${H1}.csv`]);
    const parts = unzipSync(desk.files[0]?.bytes ?? new Uint8Array());
    const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    expect(book.match(/<sheet /gu)).toHaveLength(8);
    const csv = strFromU8(desk.files[1]?.bytes ?? new Uint8Array());
    expect(csv).toContain('"Biểu 3","3.2.1","Tổng số hồ sơ TTHC đã giải quyết xong","Hồ sơ",400,""');
    expect(csv).toContain(
      `"Biểu 3","3.2","Tỷ lệ hồ sơ TTHC do UBND cấp xã tiếp nhận được giải quyết đúng hạn","%",97.5,"Số liệu đến ngày 25/05/2024"`,
    );
    expect(csv).toContain(`"Số liệu khác","1","'=1+1 của đơn vị"`);
  });
});
