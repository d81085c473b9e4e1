import { beforeAll, describe, expect, it } from 'vitest';
import { refresh } from '../../src/app/judging/refresh.ts';
import { sendMail } from '../../src/app/mail/send-mail.ts';
import { composedReport } from '../../src/app/report/compose-report.ts';
import { todayView } from '../../src/app/today/today.ts';
import { day } from '../../src/domain/core/day.ts';
import { evaluate } from '../../src/domain/judging/evaluate.ts';
import { notMet } from '../../src/domain/judging/tally.ts';
import { openAlerts } from '../../src/domain/mail/alert.ts';
import { reportedAsOf } from '../../src/domain/period/calendar.ts';
import { toText } from '../../src/paper/to-text.ts';
import { sayCountLines } from '../../src/words/host/local.ts';
import { TODAY_LINKS } from '../../src/words/pages/sidebar.ts';
import { sayBrief } from '../../src/words/report/papers/brief.ts';
import { sayReport } from '../../src/words/report/report.ts';
import type { RawTab } from '../../src/workbook/core/cell.ts';
import { readBook } from '../../src/workbook/read/read-book.ts';
import { officeOf, sampleTabs } from '../helpers/sample-office.ts';

const PERIOD = '6 tháng đầu năm 2026';
const PROPOSED = 'Đề xuất, chờ xác nhận';
/** The plan of the year first: it is the one that reports are asked about. */
const PLANS = [
  ['KH2026', 'Kế hoạch CCHC năm 2026'],
  ['KH2630', 'Kế hoạch CCHC nhà nước giai đoạn 2026 - 2030'],
] as const;

type Printed = { readonly missed: number; readonly overdue: number };

let tabs: readonly RawTab[];
beforeAll(() => {
  tabs = sampleTabs('2026');
}, 300_000);

function officeOn(today: string) {
  const { environment, ports } = officeOf(
    tabs.map((tab) => (tab.name === 'Thư đã gửi' ? { ...tab, values: tab.values.slice(0, 1) } : tab)),
  );
  environment.environment.today = day(today);
  refresh(ports);
  return { environment, ports };
}
type Office = ReturnType<typeof officeOn>;

const said = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? 0);
const inText = (text: string): Printed => ({
  missed: said(text, /(\d+) chỉ tiêu chưa đạt/u) || said(text, /chưa đạt (\d+) chỉ tiêu/u),
  overdue: said(text, /(\d+) nhiệm vụ quá hạn/u),
});

/** The words in the grey cells, of the rows of one plan that are not only proposed. */
function sheetPrints({ environment }: Office, plan: string): Printed {
  const words = (name: string, header: string): string[] => {
    const { values } = environment.tab(name);
    const top = values.findIndex((row) => row.includes('Mã'));
    const at = (wanted: string): number => values[top]?.indexOf(wanted) ?? -1;
    const rows = values.slice(top + 1).filter((row) => row[at('Mã')] !== '' && row[at('Kế hoạch')] === plan);
    return rows.filter((row) => row[at('Nguồn gốc')] !== PROPOSED).map((row) => String(row[at(header)]));
  };
  const verdicts = words('Kế hoạch - Chỉ tiêu', 'Đánh giá');
  return {
    missed: verdicts.filter((word) => word === 'Chưa đạt' || word === 'Gần đạt').length,
    overdue: words('Kế hoạch - Nhiệm vụ', 'Tình trạng').filter((word) => word === 'Quá hạn chưa hoàn thành').length,
  };
}

function overviewPrints({ environment }: Office, title: string): Printed {
  const { values } = environment.tab('Tổng quan');
  const total = (table: string, header: string): number => {
    const at = values.findIndex(([first]) => first === table);
    const end = values.findIndex(([first], row) => row > at && first === `Cộng – ${title}`);
    return Number(values[end]?.[(values[at + 1] ?? []).indexOf(header)]);
  };
  const verdicts = 'Chỉ tiêu theo lĩnh vực';
  return {
    missed: total(verdicts, 'Chưa đạt') + total(verdicts, 'Gần đạt'),
    overdue: total('Nhiệm vụ theo lĩnh vực', 'Quá hạn chưa hoàn thành'),
  };
}

function sidebarPrints({ ports }: Office, plan: string): Printed {
  const of = todayView(ports).counts.plans.find((each) => each.plan === plan);
  if (of === undefined) throw new Error(`no counts of ${plan}`);
  return inText(`${TODAY_LINKS.notMet(notMet(of), of.verdicts['nearly-met'])}. ${TODAY_LINKS.overdue(of.statuses.overdue)}`);
}

function papersOf({ environment, ports }: Office) {
  const book = readBook(ports.workbook.read('all'));
  const { today } = environment.environment;
  const period = book.plan.periods.find(({ name }) => name === PERIOD);
  if (period === undefined) throw new Error(`no ${PERIOD}`);
  const asOf = reportedAsOf(period, today);
  const report = composedReport(book, { period, asOf, madeOn: today, version: 1, draft: false });
  const evaluation = evaluate(book, { period, asOf });
  return {
    asOf,
    report: toText(sayReport(report)),
    brief: toText(sayBrief(report, openAlerts([{ period, evaluation }], book, today), today)),
  };
}

/** What a report says from the name of a plan on to the name of the next one; its two sentences stand together. */
function reportPrints(text: string, title: string): Printed {
  const from = text.indexOf(`Theo ${title}, trong kỳ có`);
  return from < 0 ? { missed: 0, overdue: 0 } : inText(text.slice(from).split('\n').slice(0, 2).join('\n'));
}

const briefPrints = (text: string, title: string): Printed =>
  inText(
    text
      .split('\n')
      .filter((line) => line.startsWith(`${title}: `))
      .join('\n'),
  );

function mailPrints({ ports }: Office, title: string): Printed {
  const text = (sendMail(ports, { preview: true }).mails.find(({ about }) => about.includes('digest'))?.text ?? '').replaceAll(
    / \(trong đó[^)]*\)/gu,
    '',
  );
  const [before = ''] = text.split(` (${title})`);
  const own = before === text ? '' : before.slice(Math.max(before.lastIndexOf('có '), before.lastIndexOf('), ')));
  return inText(own);
}

/** What the subject says of the plan of the year, and behind «kế hoạch khác» of the other one. */
function subjectPrints({ ports }: Office): readonly Printed[] {
  const { subject = '' } = sendMail(ports, { preview: true }).mails.find(({ about }) => about.includes('digest')) ?? {};
  const [first = '', other = ''] = subject.replace(/\d+ nhiệm vụ quá hạn kéo dài/u, '').split('kế hoạch khác');
  return [inText(first), inText(other)];
}

describe.each(['2026-06-20', '2026-06-14', '2026-06-05', '2026-07-10'])('on %s, with two plans in force,', (today) => {
  it('each plan has its own counts, the same in the sheet, the overview, the sidebar, the report, the brief and the mail', () => {
    const office = officeOn(today);
    const { asOf, report, brief } = papersOf(office);
    let missed = 0;
    for (const [plan, title] of PLANS) {
      const sheet = sheetPrints(office, plan);
      missed += sheet.missed;
      expect(overviewPrints(office, title), plan).toEqual(sheet);
      expect(sidebarPrints(office, plan), plan).toEqual(sheet);
      // A report speaks as of its cut-off: figures are the same, what fell due since is not.
      const comparable = { ...sheet, overdue: asOf === today ? sheet.overdue : expect.any(Number) };
      expect(reportPrints(report, title), plan).toEqual(comparable);
      expect(briefPrints(brief, title), plan).toEqual(comparable);
      expect(mailPrints(office, title), plan).toEqual(sheet);
      expect(subjectPrints(office)[PLANS.findIndex(([id]) => id === plan)], plan).toEqual(sheet);
    }
    expect(missed).toBeGreaterThan(0);
  });

  it('no place prints the sum of the two', () => {
    const office = officeOn(today);
    const overview = office.environment.tab('Tổng quan').values.map(([first]) => first);
    expect(overview.filter((first) => first === 'Cộng')).toHaveLength(1);
    const { counts } = todayView(office.ports);
    expect(sayCountLines(counts).filter((line) => line.startsWith('Chỉ tiêu'))).toEqual(
      PLANS.map(([, title]) => expect.stringContaining(`Chỉ tiêu (${title}):`)),
    );
  });
});
