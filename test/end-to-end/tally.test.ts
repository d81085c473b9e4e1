import { beforeAll, describe, expect, it } from 'vitest';
import { refresh } from '../../src/app/judging/refresh.ts';
import { sendMail } from '../../src/app/mail/send-mail.ts';
import { composedReport } from '../../src/app/report/compose-report.ts';
import { indicators } from '../../src/app/today/indicators.ts';
import { todayView } from '../../src/app/today/today.ts';
import { day } from '../../src/domain/core/day.ts';
import { evaluate } from '../../src/domain/judging/evaluate.ts';
import { notMet } from '../../src/domain/judging/tally.ts';
import { openAlerts } from '../../src/domain/mail/alert.ts';
import { reportedAsOf } from '../../src/domain/period/calendar.ts';
import { toText } from '../../src/paper/to-text.ts';
import { sayDay, sayDayPadded } from '../../src/words/core/day.ts';
import { TODAY_LINKS } from '../../src/words/pages/sidebar.ts';
import { sayBrief } from '../../src/words/report/papers/brief.ts';
import { sayReport } from '../../src/words/report/report.ts';
import type { RawTab } from '../../src/workbook/core/cell.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { INDICATORS } from '../../src/workbook/tabs/indicators.ts';
import { MAILS } from '../../src/workbook/tabs/records.ts';
import { TASKS } from '../../src/workbook/tabs/tasks.ts';
import { officeOf, sampleTabs } from '../helpers/sample-office.ts';

const PERIOD = '6 tháng đầu năm 2024';
const PROPOSED = 'Đề xuất, chờ xác nhận';

/** What a place prints; `null` where it does not say so. */
type Printed = { readonly met: number | null; readonly missed: number; readonly near: number; readonly overdue: number | null };

/** The number that stands before or behind words of a text; none said is none. */
function said(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1] ?? 0);
}

function inText(text: string): Printed {
  return {
    met: said(text, /: đạt (\d+) chỉ tiêu/u),
    missed: said(text, /chưa đạt (\d+) chỉ tiêu/u),
    near: /(\d+) chỉ tiêu gần đạt/u.test(text)
      ? said(text, /(\d+) chỉ tiêu gần đạt/u)
      : said(text, /chưa đạt (\d+) chỉ tiêu \((?:đều )?gần đạt\)/u),
    overdue: said(text, /(\d+) nhiệm vụ quá hạn/u),
  };
}

/** The words in the grey cells of a plan tab, without the rows that are only proposed. */
function wordsIn(
  tab: { readonly values: readonly (readonly unknown[])[] },
  header: string,
  isProposed: (row: Map<string, string>) => boolean,
): string[] {
  const at = tab.values.findIndex((row) => row.includes('Mã'));
  const headers = (tab.values[at] ?? []).map(String);
  const rows = tab.values
    .slice(at + 1)
    .map((row) => new Map(headers.map((name, column) => [name, String(row[column] ?? '')] as const)));
  return rows.filter((row) => row.get('Mã') !== '' && !isProposed(row)).map((row) => row.get(header) ?? '');
}

let tabs: readonly RawTab[];
beforeAll(() => {
  tabs = sampleTabs();
}, 300_000);

function officeOn(today: string) {
  const { environment, ports } = officeOf(
    tabs.map((tab) => (tab.name === MAILS.name ? { ...tab, values: tab.values.slice(0, 1) } : tab)),
  );
  environment.environment.today = day(today);
  refresh(ports);
  return { environment, ports };
}

function sheetPrints({ environment }: ReturnType<typeof officeOn>): Printed {
  const proposedLevel = (row: Map<string, string>) =>
    row.get('Nguồn gốc') === PROPOSED || row.get('Loại chỉ tiêu') === 'Số liệu thống kê';
  const verdicts = wordsIn(environment.tab(INDICATORS.name), 'Đánh giá', proposedLevel);
  const statuses = wordsIn(environment.tab(TASKS.name), 'Tình trạng', (row) => row.get('Nguồn gốc') === PROPOSED);
  const count = (words: readonly string[], word: string): number => words.filter((each) => each === word).length;
  const near = count(verdicts, 'Gần đạt');
  return {
    met: count(verdicts, 'Đạt'),
    missed: count(verdicts, 'Chưa đạt') + near,
    near,
    overdue: count(statuses, 'Quá hạn chưa hoàn thành'),
  };
}

function overviewPrints({ environment }: ReturnType<typeof officeOn>): Printed {
  const { values } = environment.tab('Tổng quan');
  const total = (title: string, header: string): number => {
    const at = values.findIndex(([first]) => first === title);
    const headers = values[at + 1] ?? [];
    const end = values.findIndex(([first], row) => row > at && first === 'Cộng');
    return Number(values[end]?.[headers.indexOf(header)]);
  };
  const near = total('Chỉ tiêu theo lĩnh vực', 'Gần đạt');
  return {
    met: total('Chỉ tiêu theo lĩnh vực', 'Đạt'),
    missed: total('Chỉ tiêu theo lĩnh vực', 'Chưa đạt') + near,
    near,
    overdue: total('Nhiệm vụ theo lĩnh vực', 'Quá hạn chưa hoàn thành'),
  };
}

function sidebarPrints({ ports }: ReturnType<typeof officeOn>): Printed {
  const { counts } = todayView(ports);
  const links = `${TODAY_LINKS.notMet(notMet(counts), counts.verdicts['nearly-met'])}. ${TODAY_LINKS.overdue(counts.statuses.overdue)}`;
  const listed = indicators(ports).rows.filter(({ verdict, proposed }) => verdict === 'met' && !proposed).length;
  return {
    met: listed,
    missed: said(links, /^(\d+) chỉ tiêu chưa đạt/u),
    near: said(links, /trong đó (\d+) gần đạt/u),
    overdue: said(links, /(\d+) nhiệm vụ quá hạn/u),
  };
}

function papersOf({ environment, ports }: ReturnType<typeof officeOn>) {
  const book = readBook(ports.workbook.read('all'));
  const today = environment.environment.today;
  const period = book.plan.periods.find(({ name }) => name === PERIOD);
  if (period === undefined) throw new Error(`no ${PERIOD}`);
  const asOf = reportedAsOf(period, today);
  const report = composedReport(book, { period, asOf, madeOn: today, version: 1, draft: false });
  const evaluation = evaluate(book, { period, asOf });
  const brief = toText(sayBrief(report, openAlerts([{ period, evaluation }], book, today), today));
  return { asOf, report: toText(sayReport(report)), brief };
}

describe.each(['2024-06-20', '2024-06-14', '2024-03-20', '2026-01-12'])('on %s what is counted', (today) => {
  it('is the same number in the sheet, the overview, the sidebar, the report, the brief and the mail', () => {
    const office = officeOn(today);
    const sheet = sheetPrints(office);
    expect(sheet.missed).toBeGreaterThan(0);
    expect(overviewPrints(office)).toEqual(sheet);
    expect(sidebarPrints(office)).toEqual(sheet);
    const { asOf, report, brief } = papersOf(office);
    // A report speaks as of its cut-off: figures are the same, what fell due since is not.
    const comparable = { ...sheet, overdue: asOf === today ? sheet.overdue : expect.any(Number) };
    expect(inText(report)).toEqual(comparable);
    expect(inText(brief)).toEqual(comparable);
    const mail = sendMail(office.ports, { preview: true }).mails.find(({ about }) => about.includes('digest'))?.text ?? '';
    expect({
      missed: said(mail, /(\d+) chỉ tiêu chưa đạt/u),
      near: said(mail, /trong đó (\d+) chỉ tiêu gần đạt/u),
      overdue: said(mail, /(\d+) nhiệm vụ quá hạn/u),
    }).toEqual({ missed: sheet.missed, near: sheet.near, overdue: sheet.overdue });
  });

  it('says its day in each of them', () => {
    const office = officeOn(today);
    const { asOf, report, brief } = papersOf(office);
    const overview = office.environment.tab('Tổng quan').values.flat().join('\n');
    expect(overview).toContain(`Tính đến ngày ${sayDay(day(today))}`);
    expect(todayView(office.ports).period?.line).toContain(`Tính đến ngày ${sayDay(day(today))}`);
    expect(report).toContain(`đến ngày ${sayDayPadded(asOf)})`);
    expect(brief).toContain(`số liệu đến ngày ${sayDayPadded(asOf)}`);
    const mail = sendMail(office.ports, { preview: true }).mails.find(({ about }) => about.includes('digest'))?.text;
    expect(mail).toContain(`tính đến ngày ${sayDay(day(today))}`);
  });
});
