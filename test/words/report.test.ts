import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/core/day.ts';
import type { Period } from '../../src/domain/period/period.ts';
import type { IndicatorTally, TaskTally } from '../../src/domain/report/report-model.ts';
import { sayIndicators, sayTasks } from '../../src/words/report/report-counts.ts';
import { reportFrame, sayNumberLine } from '../../src/words/report/report-frame.ts';
import { reportFileName, reviewFileName, saySubject } from '../../src/words/report/report-titles.ts';
import type { ReportKind } from '../domain/builders.ts';
import { anOffice, aReport, reportPeriod, SETTINGS, settingsOf } from '../paper/report-facts.ts';

const NO_TASKS: TaskTally = {
  standing: { total: 0, carriedOut: 0, nothingArose: 0 },
  due: { total: 0, done: 0, late: 0, overdue: 0 },
  ahead: { total: 0, done: 0 },
  proposed: { total: 0, done: 0 },
  nothingArose: 0,
  unknown: 0,
};
const NO_INDICATORS: IndicatorTally = {
  judged: 0,
  met: 0,
  missed: 0,
  near: 0,
  noData: 0,
  nothingArose: 0,
  notDue: 0,
  proposed: 0,
};

describe('the title of a report', () => {
  it.each<[Partial<Period>, string]>([
    [{ type: 'month', turn: 5 }, 'tháng 5 và phương hướng, nhiệm vụ tháng 6 năm 2024'],
    [{ type: 'month', turn: 12 }, 'tháng 12 năm 2024 và phương hướng, nhiệm vụ tháng 1 năm 2025'],
    [{ type: 'quarter', turn: 2 }, 'quý II và phương hướng, nhiệm vụ quý III năm 2024'],
    [{ type: 'quarter', turn: 4 }, 'quý IV năm 2024 và phương hướng, nhiệm vụ quý I năm 2025'],
    [{ type: 'half', turn: 2 }, '6 tháng cuối năm 2024 và phương hướng, nhiệm vụ 6 tháng đầu năm 2025'],
    [{ type: 'nine-months', turn: 1 }, '9 tháng đầu năm và phương hướng, nhiệm vụ quý IV năm 2024'],
    [{ type: 'special', turn: null, name: 'Chuyên đề số hóa hồ sơ' }, 'chuyên đề số hóa hồ sơ'],
  ])('follows the row of its period: %o', (over, said) => {
    const period = { ...reportPeriod('h1'), outlook: '', ...over };
    expect(saySubject(period)).toBe(`Kết quả công tác cải cách hành chính ${said}`);
  });

  it.each<[ReportKind, string, string]>([
    ['q1', '', 'quý I và phương hướng, nhiệm vụ quý II năm 2024'],
    ['h1', '', '6 tháng đầu năm và phương hướng, nhiệm vụ 6 tháng cuối năm 2024'],
    ['h1', '6 tháng cuối năm 2024', '6 tháng đầu năm và phương hướng, nhiệm vụ 6 tháng cuối năm 2024'],
    ['q3', 'Quý IV năm 2024', 'quý III và phương hướng, nhiệm vụ quý IV năm 2024'],
    ['q3', 'Quý IV 2024', 'quý III và phương hướng, nhiệm vụ quý IV năm 2024'],
    ['year', '', 'năm 2024 và phương hướng, nhiệm vụ năm 2025'],
    ['year', 'Năm 2025', 'năm 2024 và phương hướng, nhiệm vụ năm 2025'],
  ])('of %s, outlook «%s»', (kind, outlook, said) => {
    expect(saySubject({ ...reportPeriod(kind), outlook })).toBe(`Kết quả công tác cải cách hành chính ${said}`);
  });
});

describe('counts of tasks', () => {
  it('stand apart for standing and for dated work', () => {
    const tally = {
      ...NO_TASKS,
      standing: { total: 42, carriedOut: 37, nothingArose: 3 },
      due: { total: 10, done: 9, late: 0, overdue: 0 },
    };
    expect(sayTasks(tally)).toBe(
      'Trong kỳ có 42 nhiệm vụ thường xuyên, đã triển khai 37 nhiệm vụ, không phát sinh 03 nhiệm vụ, chưa có kết quả 02 nhiệm vụ; có 10 nhiệm vụ đến hạn, hoàn thành 09 nhiệm vụ, đạt 90%.',
    );
  });

  it('say nothing where there is nothing', () => {
    expect(sayTasks(NO_TASKS)).toBe('');
  });

  it('tell late and open ones', () => {
    expect(sayTasks({ ...NO_TASKS, due: { total: 3, done: 2, late: 1, overdue: 1 } })).toBe(
      'Trong kỳ có 03 nhiệm vụ đến hạn, hoàn thành 02 nhiệm vụ, đạt 66,67% (trong đó 01 nhiệm vụ hoàn thành sau thời hạn), còn 01 nhiệm vụ quá hạn chưa hoàn thành.',
    );
  });
});

it.each([
  [{ total: 4, done: 2, late: 1, overdue: 1 }, 'còn 02 nhiệm vụ chưa hoàn thành, trong đó 01 nhiệm vụ quá hạn.'],
  [{ total: 2, done: 0, late: 0, overdue: 2 }, '02 nhiệm vụ đến hạn, đều quá hạn chưa hoàn thành.'],
  [{ total: 1, done: 1, late: 1, overdue: 0 }, 'hoàn thành 01 nhiệm vụ, đạt 100% (hoàn thành sau thời hạn).'],
])('what is due adds up: %j', (due, end) => {
  expect(sayTasks({ ...NO_TASKS, due })).toMatch(new RegExp(`${end.replace(/[().]/gu, '\\$&')}$`, 'u'));
});

describe('counts of indicators', () => {
  it('count near as not met', () => {
    expect(sayIndicators({ ...NO_INDICATORS, judged: 20, met: 17, missed: 3, near: 1 })).toBe(
      'Có 20 chỉ tiêu được đánh giá trong kỳ: đạt 17 chỉ tiêu; chưa đạt 03 chỉ tiêu, trong đó 01 chỉ tiêu gần đạt.',
    );
  });
});

describe('the frame', () => {
  it('takes the names of the report’s own date', () => {
    const renamed = [
      ...SETTINGS,
      { key: 'unit-name', value: 'Ủy ban nhân dân xã Gia Tiến', from: day('2024-12-01') } as const,
      { key: 'place-name', value: 'Gia Tiến', from: day('2024-12-01') } as const,
    ];
    const office = anOffice({ settings: renamed });
    expect(reportFrame(aReport(office)).issuer).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ GIA LƯƠNG']);
    const year = reportFrame(aReport(office, { period: reportPeriod('year'), asOf: reportPeriod('year').end }));
    expect(year.issuer).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ GIA TIẾN']);
    expect(year.placeAndDay).toBe('Gia Tiến, ngày      tháng      năm 2024');
  });

  it.each([
    ['', 'Số:       /BC-UBND'],
    ['5/BC-UBND', 'Số: 05/BC-UBND'],
    ['Số 112/BC-UBND', 'Số: 112/BC-UBND'],
  ])('prints the number «%s»', (typed, line) => {
    expect(sayNumberLine(typed)).toBe(line);
  });

  it('prints the day once it is signed', () => {
    const period = { ...reportPeriod('h1'), signedOn: day('2024-06-05') };
    expect(reportFrame(aReport(anOffice(), { period })).placeAndDay).toBe('Gia Lương, ngày 05 tháng 6 năm 2024');
  });

  it('names the addressees «như trên» first and never twice', () => {
    const settings = settingsOf({
      addressees: 'UBND huyện',
      recipients: '- Như trên;\n- Lãnh đạo UBND xã;\n- Lưu: VT.',
      'drafting-unit': 'VP',
    });
    expect(reportFrame(aReport(anOffice({ settings }))).recipients).toEqual(['Như trên', 'Lãnh đạo UBND xã', 'Lưu: VT, VP']);
  });
});

describe('the names of the files', () => {
  const of = (version: number, draft: boolean) => ({
    period: { ...reportPeriod('h1'), name: '6 tháng đầu năm 2024' },
    version,
    draft,
  });
  it.each([
    [of(1, true), 'Báo cáo CCHC 6 tháng đầu năm 2024 (dự thảo 1).docx'],
    [of(1, false), 'Báo cáo CCHC 6 tháng đầu năm 2024.docx'],
    [of(2, false), 'Báo cáo CCHC 6 tháng đầu năm 2024 (bản 2).docx'],
  ])('%#', (report, name) => {
    expect(reportFileName(report)).toBe(name);
  });

  it('differ for each version', () => {
    expect(reviewFileName(of(1, true))).toBe('Phiếu rà soát dự thảo - 6 tháng đầu năm 2024 (bản 1).docx');
  });
});
