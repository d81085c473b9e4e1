import type { Day } from '../../../domain/core/day.ts';
import { tidy } from '../../../domain/core/word.ts';
import type { Alert } from '../../../domain/mail/alert.ts';
import type { IndicatorItem, Missing, Report } from '../../../domain/report/report-model.ts';
import { sayDayPadded } from '../../core/day.ts';
import { sayCount } from '../../core/number.ts';
import { sayLevel, sayMeasured } from '../../judging/verdict.ts';
import { sayAlert } from '../../mail/mail.ts';
import type { Block, Paper } from '../../paper/paper.ts';
import { paragraph, plain, shorten, strong, withoutDash } from '../../paper/runs.ts';
import { SAMPLE_BANNER } from '../report.ts';
import { sayIndicators, sayTasks } from '../report-counts.ts';
import { shortUnit } from '../report-frame.ts';
import { sayPeriod } from '../report-titles.ts';
import { byRole } from './preview.ts';

/** What fits one A4 page; the rest is counted. */
const MOST = { alerts: 5, proposals: 3, highlights: 3, focus: 5 } as const;
const LONGEST = { proposal: 150, title: 80, roles: 180 } as const;
/** All alerts together: few of them are told at length. */
const LETTERS = { all: 1_250, one: 320 } as const;

/** One A4 page for the chairman, for the office only: the counts, what is not met and whose, what he is asked, what is missing. */
export function sayBrief(report: Report, alerts: readonly Alert[], on: Day): Paper {
  const asked = alerts.filter(({ proposal }) => proposal.trim() !== '');
  return {
    title: 'Tóm tắt cải cách hành chính',
    frame: null,
    banner: report.sample ? SAMPLE_BANNER : null,
    blocks: [
      paragraph('centred', strong(`TÓM TẮT CẢI CÁCH HÀNH CHÍNH ${sayPeriod(report.period).toUpperCase()}`)),
      paragraph(
        'centred',
        plain(`${shortUnit(report.names.unit)}, số liệu đến ngày ${sayDayPadded(report.asOf)}; lập ngày ${sayDayPadded(on)}`),
      ),
      ...part('1. Kết quả chung', [...countsOf(report), ...highlights(report)]),
      ...part(
        `2. Chưa đạt, quá hạn: ${sayCount(alerts.length)} nội dung`,
        listed(
          alerts.map((alert) => sayAlert(alert)),
          { most: MOST.alerts, longest: lettersFor(alerts.length) },
        ),
      ),
      ...part(
        `3. Xin ý kiến đồng chí: ${sayCount(asked.length)} việc`,
        listed(
          asked.map(({ proposal, about }) => {
            const { id } = about.kind === 'indicator' ? about.indicator : about.task;
            return `${tidy(proposal).replace(/[.;]+$/u, '')} (${id})`;
          }),
          { most: MOST.proposals, longest: LONGEST.proposal },
        ),
      ),
      ...part(`4. Còn thiếu: ${sayCount(report.missing.length)} nội dung`, [note(missingByRole(report.missing))]),
      paragraph('plain', { text: 'Tài liệu nội bộ, không gửi kèm báo cáo.', italic: true }),
    ],
    annexes: [],
  };
}

/** A text for the office's group chat: counts and figures, no person and no unit named. */
export function sayShort(report: Report): string {
  const missed = itemsWith(report, ['not-met', 'nearly-met']);
  const lines = [
    `KẾT QUẢ CẢI CÁCH HÀNH CHÍNH ${sayPeriod(report.period).toUpperCase()}`,
    `${shortUnit(report.names.unit)}, số liệu đến ngày ${sayDayPadded(report.asOf)}${report.draft ? ' (số liệu chưa đầy đủ)' : ''}`,
    ...(report.sample ? [SAMPLE_BANNER] : []),
    '',
    ...countsOf(report).map((block) => (block.is === 'paragraph' ? block.runs.map(({ text }) => text).join('') : '')),
    ...headed('Nổi bật:', exceeded(report).slice(0, MOST.highlights).map(sayResult)),
    ...headed('Cần tập trung:', missed.slice(0, MOST.focus).map(sayResult)),
    ...(missed.length > MOST.focus ? [`và ${sayCount(missed.length - MOST.focus)} chỉ tiêu khác.`] : []),
  ];
  return lines.join('\n');
}

const note = (text: string): Block => paragraph('plain', plain(text));
const part = (title: string, blocks: readonly Block[]): Block[] => [paragraph('plain', strong(title)), ...blocks];
const lettersFor = (count: number): number =>
  Math.min(LETTERS.one, Math.floor(LETTERS.all / Math.min(Math.max(count, 1), MOST.alerts)));

function listed(lines: readonly string[], { most, longest }: { readonly most: number; readonly longest: number }): Block[] {
  const rest = lines.length - most;
  return [
    ...(lines.length === 0 ? [note('Không có nội dung nào.')] : []),
    ...lines.slice(0, most).map((line, index) => note(`${index + 1}) ${shorten(line, longest)}`)),
    ...(rest > 0 ? [note(`Còn ${sayCount(rest)} nội dung khác, xem phụ lục của báo cáo.`)] : []),
  ];
}

const headed = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [title, ...lines]);

/** Of each plan in force by itself: those of two are never added. */
function countsOf({ counts }: Report): Block[] {
  return counts.flatMap(({ plan, indicators, tasks }) => {
    const head = counts.length < 2 ? '' : `${tidy(plan)}: `;
    return [sayIndicators(indicators), sayTasks(tasks)].filter((said) => said !== '').map((said) => note(`${head}${said}`));
  });
}

function itemsWith({ annexes }: Report, verdicts: readonly IndicatorItem['judgement']['verdict'][]): IndicatorItem[] {
  return annexes.indicators.flatMap(({ items }) => items).filter(({ judgement }) => verdicts.includes(judgement.verdict));
}

/** The farthest above its level first; a rate above 100% is a slip to fix, no success. */
function exceeded(report: Report): IndicatorItem[] {
  return itemsWith(report, ['met'])
    .filter(({ beyond, judgement: { measured } }) => {
      const isSlip = measured?.kind === 'ratio' && measured.scale === 100 && measured.numerator > measured.denominator;
      return beyond !== null && beyond > 0 && !isSlip;
    })
    .sort((left, right) => (right.beyond ?? 0) - (left.beyond ?? 0));
}

function highlights(report: Report): Block[] {
  const best = exceeded(report).slice(0, MOST.highlights);
  return best.length === 0 ? [] : [note(`Vượt chỉ tiêu Kế hoạch: ${best.map(titleOf).join('; ')}.`)];
}

const titleOf = ({ indicator }: IndicatorItem): string => shorten(withoutDash(tidy(indicator.title)), LONGEST.title);

/** «- Số hóa kết quả giải quyết TTHC: 62% (310/500), chỉ tiêu từ 75% trở lên». */
function sayResult(item: IndicatorItem): string {
  const { judgement, indicator } = item;
  const isGrade = indicator.kind === 'grade-at-least';
  const place = indicator.kind === 'rank-at-most' ? 'xếp thứ ' : isGrade ? 'xếp loại ' : '';
  const reached = `${place}${sayMeasured(judgement.measured, indicator.unit)}`;
  return `- ${titleOf(item)}: ${reached}, chỉ tiêu ${sayLevel(judgement.target, indicator.unit, indicator.kind)}`;
}

/** «Tư pháp – Hộ tịch 03; …», most first. */
function missingByRole(missing: readonly Missing[]): string {
  const said = byRole(missing).map(({ role, items }) => `${role} ${sayCount(items.length)}`);
  return said.length === 0 ? 'Đã đủ số liệu, nội dung.' : `${shorten(said.join('; '), LONGEST.roles)}.`;
}
