import { tidy } from '../../domain/core/word.ts';
import { isBrief } from '../../domain/period/period.ts';
import type {
  IndicatorItem,
  PublishedItem,
  Report,
  ReportSection,
  SectionItem,
  TaskItem,
} from '../../domain/report/report-model.ts';
import { sayDay } from '../core/day.ts';
import type { Annex, Block, Paper, Paragraph, Run } from '../paper/paper.ts';
import { blank, figure, isDashed, linesOf, paragraph, plain, stop, typedOrBlank, withoutDash } from '../paper/runs.ts';
import { annexesOf } from './report-annexes.ts';
import { countsParagraphs } from './report-counts.ts';
import { planCitation, reportFrame, shortUnit, yearPlanCitation } from './report-frame.ts';
import { indicatorPoint } from './report-indicator.ts';
import { sayPeriod, sayPeriodAndOutlook, saySubject } from './report-titles.ts';

/** On every page of every paper while the figures are invented. */
export const SAMPLE_BANNER = 'SỐ LIỆU MINH HỌA';

/** Says a report as a document: the official text with its annexes. */
export function sayReport(report: Report): Paper {
  const annexes = annexesOf(report);
  const sections = report.sections.map((section) => sectionBlocks(section, report));
  return {
    title: saySubject(report.period),
    frame: reportFrame(report),
    banner: report.sample ? SAMPLE_BANNER : null,
    blocks: [opening(report), ...sections.flat(), closing(report, annexes)],
    annexes,
  };
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
    ...yearPlanCitation(period.yearPlanReference),
    plain(` về cải cách hành chính năm ${period.year} và `),
    typedOrBlank(period.requestedBy),
    plain(`, ${unit} báo cáo kết quả công tác cải cách hành chính ${sayPeriod(period)} `),
    plain(`(số liệu từ ngày ${sayDay(period.start)} đến ngày ${sayDay(asOf)}) như sau:`),
  );
}

/** Who issued the plan, and its name since, where the unit was renamed: «UBND xã Gia Lương (nay là UBND xã Gia Tiến)». */
function sayIssuer({ unit, planIssuer }: Report['names']): string {
  const [then, now] = [planIssuer ?? unit, unit].map(shortUnit);
  return then === now ? `${now}` : `${then} (nay là ${now})`;
}

const HEADING_STYLES = { 1: 'part', 2: 'section', 3: 'clause' } as const;

function sectionBlocks(section: ReportSection, report: Report): Block[] {
  return [headingOf(section), ...itemBlocks(section.items, report)];
}

/** «I. KẾT QUẢ …», «1. Công tác chỉ đạo», «a) Kiểm soát …»: the last part of its place numbers it. */
function headingOf({ place, level, title }: ReportSection): Paragraph {
  const number = place.split('.').pop() ?? place;
  const said = level === 3 ? `${number}) ${title}` : `${number}. ${level === 1 ? title.toUpperCase() : title}`;
  return paragraph(HEADING_STYLES[level], plain(said));
}

/** Narrative and counts in their place; the points on indicators and on tasks each under one line that names them. */
function itemBlocks(items: readonly SectionItem[], report: Report): Block[] {
  const points = items.filter((item): item is IndicatorItem => item.is === 'indicator');
  const results = items.filter((item): item is TaskItem => item.is === 'task');
  const before = items.flatMap((item) => (item.is === 'narrative' ? narrativeBlocks(item.text, item.source) : []));
  const counts = items.flatMap((item) => (item.is === 'counts' ? countsParagraphs(item) : []));
  const published = items.flatMap((item) => (item.is === 'published' ? publishedBlocks(item) : []));
  const whole = items.some((item) => item.is === 'counts' && item.of === 'plan');
  const done = isBrief(report.period)
    ? briefResults(results, report.period)
    : headed(
        'Kết quả thực hiện các nhiệm vụ:',
        results.flatMap((item) => taskPoints(item, report)),
      );
  return [
    ...before,
    ...(whole ? counts : []),
    ...published,
    ...headed('Kết quả thực hiện các chỉ tiêu:', points.map(indicatorPoint)),
    ...done,
    ...(whole ? [] : counts),
  ];
}

/** «Kết quả năm 2024 công bố ngày 10/2/2025:» and each result: of an earlier period, told in the report of the time when it came out. */
function publishedBlocks({ of, on, items }: PublishedItem): Block[] {
  return headed(`Kết quả ${sayPeriod(of)} công bố ngày ${sayDay(on)}:`, items.map(indicatorPoint));
}

/** In a quarter's report the results typed follow each other as sentences of one paragraph. */
function briefResults(items: readonly TaskItem[], of: Report['period']): Block[] {
  const lines = items.flatMap(({ result, source }) => linesOf(result).map((line) => ({ line: withoutDash(line), source })));
  if (lines.length === 0) return [];
  const said = lines.flatMap(({ line, source }) => [plain(' '), figure(line, source), ...stop(line)]);
  return [paragraph('body', plain(`Kết quả thực hiện nhiệm vụ trong ${of.type === 'month' ? 'tháng' : 'quý'}:`), ...said)];
}

function headed(title: string, points: readonly Paragraph[]): Block[] {
  return points.length === 0 ? [] : [paragraph('body', plain(title)), ...points];
}

function narrativeBlocks(text: string, source: IndicatorItem['spokenSource']): Paragraph[] {
  const lines = linesOf(text);
  return lines.length === 0 ? [paragraph('body', blank())] : lines.map((line) => paragraph(styleOf(line), figure(line, source)));
}

const styleOf = (line: string): 'point' | 'body' => (isDashed(line) ? 'point' : 'body');

/** The task and what the official typed of it, several lines under it; in the report of a year also what is expected by 31/12. */
function taskPoints(item: TaskItem, { period }: Report): Paragraph[] {
  const title = `- ${tidy(item.task.title)}:`;
  const said = linesOf(item.result).map((line) => [figure(withoutDash(line), item.source), ...stop(line)]);
  const [only, ...more] = [...said, ...expectedRuns(item, period.year)];
  if (only === undefined) return [];
  if (more.length === 0) return [paragraph('point', plain(`${title} `), ...only)];
  return [paragraph('point', plain(title)), ...[only, ...more].map((runs) => paragraph('point', plain('+ '), ...runs))];
}

function expectedRuns({ estimate }: TaskItem, year: number): Run[][] {
  if (estimate === null) return [];
  const text = linesOf(estimate.text).join(' ');
  return [[plain(`Ước thực hiện đến 31/12/${year}: `), figure(text, estimate.source), ...stop(text)]];
}

/** The text must refer to each annex (R18). */
function closing({ period, names }: Report, annexes: readonly Annex[]): Paragraph {
  const what = `kết quả công tác cải cách hành chính ${sayPeriodAndOutlook(period)}`;
  const labels = annexes.map(({ label }) => label).join(', ');
  const details = labels === '' ? '' : ` (số liệu chi tiết tại ${labels} kèm theo)`;
  return paragraph('body', plain(`Trên đây là báo cáo ${what} của ${shortUnit(names.unit)}${details}./.`));
}
