import type { NarrativeItem, PublishedItem, Report, ReportSection } from '../../domain/report/report-model.ts';
import { sayDayPadded, withDaysWrittenOut } from '../core/day.ts';
import type { Annex, Block, Paper, Paragraph } from '../paper/paper.ts';
import { withRuns } from '../paper/paper-lines.ts';
import { blank, figure, isDashed, linesOf, paragraph, plain, typedOrBlank } from '../paper/runs.ts';
import { saySurvey } from '../surveys/survey.ts';
import { annexesOf } from './report-annexes.ts';
import { countsParagraphs } from './report-counts.ts';
import { figureParagraphs } from './report-figures.ts';
import { planCitation, reportFrame, shortUnit, yearPlanCitation } from './report-frame.ts';
import { indicatorSentence } from './report-indicator.ts';
import { moneyParagraph } from './report-money.ts';
import { inspectionsParagraph } from './report-recommendations.ts';
import { sayPeriod, sayPeriodAndOutlook, saySubject } from './report-titles.ts';
import { workParagraphs } from './report-work.ts';
import { inTermsOf } from './terms.ts';

/** On every page of every paper while the figures are invented. */
export const SAMPLE_BANNER = 'SỐ LIỆU MINH HỌA';

/** Says a report as a document: the official text with its annexes. */
export function sayReport(report: Report): Paper {
  const annexes = annexesOf(report);
  const sections = report.sections.map((section) => sectionBlocks(section, report));
  const paper: Paper = {
    title: saySubject(report.period),
    frame: reportFrame(report),
    banner: report.sample ? SAMPLE_BANNER : null,
    blocks: [opening(report), ...sections.flat(), closing(report, annexes)],
    annexes,
  };
  return withRuns(paper, (run) => (run.source === undefined ? { ...run, text: inTermsOf(report.asOf, run.text) } : run));
}

function opening({ names, period, asOf }: Report): Paragraph {
  const unit = shortUnit(names.unit);
  return paragraph(
    'body',
    plain('Thực hiện '),
    ...planCitation(names.planNumber, names.planIssuedOn),
    plain(` của ${sayIssuer(names)} về thực hiện cải cách hành chính nhà nước giai đoạn `),
    typedOrBlank(names.planYears),
    plain('; '),
    ...yearPlanCitation(period.yearPlanReference, names),
    plain(` về cải cách hành chính năm ${period.year} và `),
    typedOrBlank(withDaysWrittenOut(period.requestedBy)),
    plain(`, ${unit} báo cáo kết quả công tác cải cách hành chính ${sayPeriod(period)} `),
    plain(`(số liệu từ ngày ${sayDayPadded(period.start)} đến ngày ${sayDayPadded(asOf)}) như sau:`),
  );
}

/** Who issued the plan, and its name since, where the unit was renamed: «UBND xã Gia Lương (nay là UBND xã Gia Tiến)». */
function sayIssuer({ unit, planIssuer }: Report['names']): string {
  const [then, now] = [planIssuer ?? unit, unit].map(shortUnit);
  return then === now ? `${now}` : `${then} (nay là ${now})`;
}

const HEADING_STYLES = { 1: 'part', 2: 'section', 3: 'clause' } as const;

function sectionBlocks(section: ReportSection, report: Report): Block[] {
  return [headingOf(section), ...itemBlocks(section, report)];
}

/** «I. KẾT QUẢ …», «1. Công tác chỉ đạo», «a) Kiểm soát …»: the last part of its place numbers it. */
function headingOf({ place, level, title }: ReportSection): Paragraph {
  const number = place.split('.').pop() ?? place;
  const said = level === 3 ? `${number}) ${title}` : `${number}. ${level === 1 ? title.toUpperCase() : title}`;
  return paragraph(HEADING_STYLES[level], plain(said));
}

/** What the office wrote, the counts, the figures in paragraphs, then what was done. */
function itemBlocks({ items, figures }: ReportSection, report: Report): Block[] {
  const typed = items.flatMap((item) => (item.is === 'indicator' ? item.spoken : item.is === 'task' ? item.result : []));
  return [
    ...items.flatMap((item) => (item.is === 'narrative' ? narrativeBlocks(item) : [])),
    ...items.flatMap((item) => (item.is === 'counts' ? countsParagraphs(item, report.names.planYears) : [])),
    ...items.flatMap((item) => (item.is === 'published' ? publishedBlocks(item) : [])),
    ...figures.flatMap((each) => figureParagraphs(each, typed)),
    ...items.flatMap((item) => (item.is === 'money' ? item.tables.map(moneyParagraph) : [])),
    ...items.flatMap((item) => (item.is === 'inspections' ? [inspectionsParagraph(item.counts)] : [])),
    ...items.flatMap((item) =>
      item.is === 'surveys' ? item.surveys.map((survey) => paragraph('body', plain(saySurvey(survey)))) : [],
    ),
    ...workParagraphs(items, report),
  ];
}

/** «Kết quả năm 2024 công bố ngày 10/02/2025: …»: of an earlier period, told in the report of the time when it came out. */
function publishedBlocks({ of, on, items }: PublishedItem): Paragraph[] {
  const said = items.map((item) => indicatorSentence(item));
  const lead = plain(`Kết quả ${sayPeriod(of)} công bố ngày ${sayDayPadded(on)}: `);
  return [paragraph('body', lead, ...said.flatMap((runs, at) => [...(at === 0 ? [] : [plain(' ')]), ...runs]))];
}

/** A draft that nobody has accepted stands on yellow, as whatever is to be looked at. */
function narrativeBlocks({ text, source, isDraft }: NarrativeItem): Paragraph[] {
  const lines = linesOf(text);
  if (lines.length === 0) return [paragraph('body', blank())];
  return lines.map((line) => paragraph(styleOf(line), { ...figure(line, source), ...(isDraft ? { missing: true } : {}) }));
}

const styleOf = (line: string): 'point' | 'body' => (isDashed(line) ? 'point' : 'body');

/** The text must refer to each annex (R18). */
function closing({ period, names }: Report, annexes: readonly Annex[]): Paragraph {
  const what = `kết quả công tác cải cách hành chính ${sayPeriodAndOutlook(period)}`;
  const labels = annexes.map(({ label }) => label).join(', ');
  const details = labels === '' ? '' : ` (số liệu chi tiết tại ${labels} kèm theo)`;
  return paragraph('body', plain(`Trên đây là báo cáo ${what} của ${shortUnit(names.unit)}${details}./.`));
}
