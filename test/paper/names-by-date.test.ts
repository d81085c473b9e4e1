import { describe, expect, it } from 'vitest';
import { type Day, day } from '../../src/domain/core/day.ts';
import { evaluate } from '../../src/domain/judging/evaluate.ts';
import { answerDay, remindersIn } from '../../src/domain/mail/reminder.ts';
import type { RoleHolder, Setting } from '../../src/domain/plan/plan.ts';
import { valueAt } from '../../src/domain/report/report-figures.ts';
import { partsOf, toDocx } from '../../src/paper/docx/engine.ts';
import { checkLayout } from '../../src/paper/nd30/check.ts';
import { toText } from '../../src/paper/to-text.ts';
import { sayDayFormally } from '../../src/words/core/day.ts';
import type { Paper } from '../../src/words/paper/paper.ts';
import { sayLetter } from '../../src/words/report/papers/letter.ts';
import { sayReport } from '../../src/words/report/report.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import type { ReportKind } from '../domain/builders.ts';
import { templateBook } from '../plan-templates/template.ts';
import { anOffice, aReport, reportPeriod } from './report-facts.ts';

/** The office as its template has it: three names, two superiors, each from its day; who signs changes with the second name. */
const TERMS: readonly Setting[] = [
  { key: 'signer-role', value: 'Phó Chủ tịch UBND xã', from: day('2024-12-01') },
  { key: 'signer-title', value: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', from: day('2024-12-01') },
  { key: 'signer-role', value: 'Quyền Chủ tịch UBND xã', from: day('2025-07-01') },
  { key: 'signer-title', value: 'Q. CHỦ TỊCH', from: day('2025-07-01') },
];
const holder = (role: string, person: string): RoleHolder => ({ role, person, email: '', from: null, until: null });
const SIGNERS = [
  holder('Chủ tịch UBND xã', 'Nguyễn Văn A'),
  holder('Phó Chủ tịch UBND xã', 'Trần Thị B'),
  holder('Quyền Chủ tịch UBND xã', 'Lê Văn C'),
];
const office = anOffice({ settings: [...readBook(templateBook()).plan.settings, ...TERMS], roles: SIGNERS });

const DATES = [
  {
    on: '2024-06-20',
    issuer: 'XÃ GIA LƯƠNG',
    place: 'Gia Lương',
    to: 'UBND huyện Gia Lộc',
    signs: ['CHỦ TỊCH', 'Nguyễn Văn A'],
    copy: 'Các công chức chuyên môn',
  },
  {
    on: '2024-12-16',
    issuer: 'XÃ GIA TIẾN',
    place: 'Gia Tiến',
    to: 'UBND huyện Gia Lộc',
    signs: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Trần Thị B'],
    copy: 'Các công chức chuyên môn',
  },
  {
    on: '2025-07-15',
    issuer: 'XÃ GIA LỘC',
    place: 'Gia Lộc',
    to: 'UBND thành phố Hải Phòng',
    signs: ['Q. CHỦ TỊCH', 'Lê Văn C'],
    copy: 'Các phòng chuyên môn',
  },
] as const;
const KINDS: readonly ReportKind[] = ['q1', 'h1', 'q3', 'year'];
const CASES = KINDS.flatMap((kind) => DATES.map((date) => ({ kind, ...date })));

function reportOn(kind: ReportKind, signedOn: Day) {
  const period = { ...reportPeriod(kind), signedOn, reportNumber: '7' };
  return aReport(office, { period, asOf: period.end });
}

function broken(paper: Paper, kind: ReportKind): string[] {
  const period = reportPeriod(kind);
  const evaluation = evaluate(office, { period, asOf: period.end });
  const before = reportPeriod(kind, period.year - 1);
  const previous = { period: before, evaluation: evaluate(office, { period: before, asOf: before.end }) };
  return checkLayout(partsOf(toDocx(paper)), (source) => valueAt(source, { ...office, evaluation, previous }))
    .filter(({ ok }) => !ok)
    .map(({ rule, where }) => `${rule} ${where}`);
}

describe.each(CASES)('the report $kind signed on $on', ({ kind, on, issuer, place, to, signs, copy }) => {
  const paper = sayReport(reportOn(kind, day(on)));
  const text = toText(paper);

  it('holds R1–R22', () => {
    expect(broken(paper, kind)).toEqual([]);
  });

  it('bears the names of that day', () => {
    expect(text).toMatch(new RegExp(`^ỦY BAN NHÂN DÂN\n${issuer}\n`, 'u'));
    expect(text).toContain(`Số: 07/BC-UBND\n${place}, ${sayDayFormally(day(on))}\n`);
    expect(text).toContain(`Kính gửi:\n- ${to};\n`);
    expect(text).toContain(`Nơi nhận:\n- Như trên;\n- Thường trực Đảng ủy;`);
    expect(text).toContain(`- ${copy}`);
    expect(text).toContain(`TM. ỦY BAN NHÂN DÂN\n${signs.join('\n')}\n`);
    expect(text.includes('huyện')).toBe(on < '2025-07-01');
  });

  it('knows the plan by the name of who issued it', () => {
    expect(text).toContain(
      place === 'Gia Lương' ? 'của UBND xã Gia Lương về' : `của UBND xã Gia Lương (nay là UBND xã ${place}) về`,
    );
  });
});

describe.each(DATES)('the letters of $on', ({ on, issuer, place, signs }) => {
  const period = { ...reportPeriod('h1'), signedOn: null };
  const report = aReport(office, { period, asOf: day(on) });
  const letters = remindersIn(report, []).map((reminder) => ({
    role: reminder.role,
    paper: sayLetter(reminder, report, answerDay(report, { holidays: [] })),
  }));

  it('hold the rules of a công văn: no type in the number, «V/v», «Kính gửi»', () => {
    expect(letters.length).toBeGreaterThan(0);
    for (const { role, paper } of letters) {
      expect(broken(paper, 'h1')).toEqual([]);
      const text = toText(paper);
      expect(text).toMatch(
        new RegExp(`^ỦY BAN NHÂN DÂN\n${issuer}\n(?:.*\n)*Số: {2,}/UBND-VP\nV/v đôn đốc .*\n${place}, ngày`, 'u'),
      );
      expect(text).toContain(`\nKính gửi: Công chức ${role}.\n`);
      expect(text).toContain('- Lưu: VT, VP.');
      expect(text).toContain(signs.join('\n'));
    }
  });
});

describe('a letter that lost something', () => {
  const period = reportPeriod('h1');
  const report = aReport(office, { period, asOf: period.end });
  const [reminder] = remindersIn(report, []);
  const parts = reminder === undefined ? {} : partsOf(toDocx(sayLetter(reminder, report, answerDay(report, { holidays: [] }))));
  const brokenAfter = (from: string | RegExp, to: string): string[] => {
    const document = (parts['word/document.xml'] ?? '').replace(from, to);
    expect(document).not.toBe(parts['word/document.xml']);
    return checkLayout({ ...parts, 'word/document.xml': document }, () => null)
      .filter(({ ok }) => !ok)
      .map(({ rule }) => rule);
  };

  it.each([
    ['R8', '/UBND-VP', '/BC-UBND'],
    ['R11', '>V/v đôn đốc', '>Đôn đốc'],
    ['R14', './.<', '.<'],
    ['R17', '>- Như trên;<', '>- Văn phòng;<'],
  ])('%s turns red', (rule, from, to) => {
    expect(brokenAfter(from, to)).toContain(rule);
  });

  it('R10 turns red when it names a type as a report does', () => {
    expect(brokenAfter('<w:pStyle w:val="KinhGui"/>', '<w:pStyle w:val="TenLoai"/>')).toContain('R10');
  });
});
