import type { Severity } from '../../../domain/checks/finding.ts';
import { parseDay } from '../../../domain/core/day.ts';
import type { Source } from '../../../domain/core/source.ts';
import { tidy } from '../../../domain/core/word.ts';
import type { Reconciliation } from '../../../domain/history/journal.ts';
import type { Missing, Report } from '../../../domain/report/report-model.ts';
import { sayDayPadded } from '../../core/day.ts';
import { PROGRESS_LABELS, SETTING_LABELS, SEVERITY_LABELS, STATUS_LABELS, VERDICT_LABELS } from '../../core/labels.ts';
import { sayCount, sayNumber } from '../../core/number.ts';
import type { Block, Paper, Run, Table, TableCell } from '../../paper/paper.ts';
import { paperRuns } from '../../paper/paper-lines.ts';
import { paragraph, plain, shorten, strong, withoutDash } from '../../paper/runs.ts';
import { SAMPLE_BANNER } from '../report.ts';
import { changeRows, FIELD_WORDS, type PaperChange } from '../report-changes.ts';
import { shortUnit } from '../report-frame.ts';
import { earlyNotes, sayPeriod } from '../report-titles.ts';

/** A problem as it is already said, with its cell. */
export type ReviewProblem = { readonly severity: Severity; readonly text: string; readonly at: { readonly a1: string } | null };
/** A figure changed after its period was closed, ready to print. */
export type ReviewChange = {
  readonly period: string;
  readonly id: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
};

export type ReviewFacts = {
  /** The official text whose figures are listed. */
  readonly paper: Paper;
  readonly problems: readonly ReviewProblem[];
  readonly changes: readonly ReviewChange[];
  /** The version before and what it printed: its number, and what differs since; `null` = this is the first, or it was not kept. */
  readonly since: { readonly version: number; readonly changes: readonly PaperChange[] } | null;
  /** What was compared with the workbook before, and the clerk kept. */
  readonly reconciled: readonly Reconciliation[];
  /** What the checks of the finished file found wrong, ready to print. */
  readonly layout: readonly string[];
  /** The cell of a source («Nhập số liệu!K12»), or `null` when it cannot be found. */
  readonly cellOf: (source: Source) => string | null;
};

const PLAIN_WORDS: Readonly<Record<Missing['kind'], string>> = {
  indicator: 'Chỉ tiêu',
  baseline: 'Số liệu gốc của chỉ tiêu',
  statistic: 'Số liệu thống kê',
  narrative: 'Nội dung mục',
  draft: 'Dự thảo chờ duyệt, mục',
  task: 'Tiến độ nhiệm vụ',
  setting: 'Thông tin chung',
  period: 'Kỳ báo cáo',
};

const PERIOD_WORDS: Readonly<Record<string, string>> = {
  yearPlanReference: 'Kế hoạch CCHC năm (số, ngày)',
  requestedBy: 'Văn bản yêu cầu báo cáo',
};

/** Says the «Phiếu rà soát dự thảo», for the clerk and the chairman only: what is missing and whose, what to look at, where figures come from. */
export function sayReview(report: Report, facts: ReviewFacts): Paper {
  return {
    title: 'PHIẾU RÀ SOÁT DỰ THẢO',
    frame: null,
    banner: report.sample ? SAMPLE_BANNER : null,
    blocks: [
      paragraph('centred', strong('PHIẾU RÀ SOÁT DỰ THẢO')),
      paragraph('centred', plain(`Báo cáo cải cách hành chính ${sayPeriod(report.period)}, bản ${report.version}`)),
      paragraph(
        'plain',
        plain(
          `Số liệu tính đến hết ngày ${sayDayPadded(report.asOf)}; lập ngày ${sayDayPadded(report.madeOn)}. Tài liệu nội bộ, không gửi kèm báo cáo.`,
        ),
      ),
      ...earlyNotes(report).map(note),
      ...part('1. Số liệu còn thiếu và công chức phụ trách', missingBlocks(report.missing, facts.cellOf)),
      ...part('2. Nội dung cần xem lại', problemBlocks(facts, report)),
      ...part('3. Số liệu sửa sau khi chốt', changeBlocks(facts.changes)),
      ...part('4. Nguồn số liệu', sourceBlocks(facts)),
      ...part('5. Kết quả đối chiếu', reconciledBlocks(facts.reconciled)),
      ...sinceBlocks(facts),
    ],
    annexes: [],
  };
}

function part(title: string, blocks: readonly Block[]): Block[] {
  return [paragraph('section', plain(title)), ...blocks];
}

const note = (text: string): Block => paragraph('plain', plain(text));
const cell = (text: string, align: TableCell['align'] = 'left'): TableCell => ({
  runs: text === '' ? [] : [plain(tidy(text))],
  align,
});

function table(widths: readonly number[], titles: readonly string[], rows: readonly (readonly string[])[]): Table {
  return {
    is: 'table',
    widths,
    head: [titles.map((title) => ({ runs: [strong(title)], align: 'center' }))],
    rows: rows.map((row, index) => [cell(String(index + 1), 'center'), ...row.map((text) => cell(text))]),
  };
}

function reconciledBlocks(reconciled: readonly Reconciliation[]): Block[] {
  if (reconciled.length === 0) return [note('Chưa lưu kết quả đối chiếu nào với văn bản báo cáo của các bản trước.')];
  return reconciled.map(({ day, summary }) => note(`Ngày ${sayDayPadded(day)}: ${tidy(summary)}`));
}

function missingBlocks(missing: readonly Missing[], cellOf: ReviewFacts['cellOf']): Block[] {
  if (missing.length === 0) return [note('Không còn số liệu, nội dung nào thiếu.')];
  const rows = missing.map((item) => [
    sayMissing(item),
    item.role === '' ? 'Chưa phân công' : item.role,
    cellOf(item.at) ?? 'Không tìm thấy ô',
  ]);
  return [
    note(`Còn thiếu ${sayCount(missing.length)} nội dung, dự thảo đang để trống «……».`),
    table([8, 50, 24, 20], ['STT', 'Nội dung còn thiếu', 'Phụ trách', 'Ô cần nhập'], rows),
  ];
}

/** What is missing, as one line: «Chỉ tiêu T3.4: Hồ sơ trả đúng hạn». */
export function sayMissing({ kind, id, title }: Missing): string {
  if (kind === 'setting') return `${PLAIN_WORDS.setting}: ${settingName(id)}`;
  if (kind === 'period') return `${PLAIN_WORDS.period}: ${PERIOD_WORDS[id] ?? id}`;
  return `${PLAIN_WORDS[kind]} ${id}: ${withoutDash(tidy(title))}`;
}

function settingName(id: string): string {
  const labels: Readonly<Record<string, string>> = SETTING_LABELS;
  return id === 'signer-role' ? 'Họ và tên người ký (trang Phân công)' : (labels[id] ?? id);
}

function problemBlocks({ problems, layout }: ReviewFacts, { annexes, names }: Report): Block[] {
  const rows = problems.map(({ severity, text, at }) => [SEVERITY_LABELS[severity], text, at?.a1 ?? '']);
  const proposed = annexes.indicators.flatMap(({ items }) => items).filter(({ indicator }) => indicator.origin === 'proposed');
  const doubted = problems.some(({ severity }) => severity !== 'note');
  return [
    ...(doubted ? [note('Số liệu cần sửa, cần xem lại mà dự thảo đã in thì được tô vàng.')] : []),
    ...(rows.length === 0
      ? [note('Không có nội dung nào.')]
      : [table([8, 14, 60, 20], ['STT', 'Mức độ', 'Nội dung', 'Ô'], rows)]),
    ...proposed.map(({ indicator }) =>
      note(
        `- Mức của chỉ tiêu ${indicator.id} là đề xuất, chờ ${shortUnit(names.unit)} xác nhận: báo cáo chỉ nêu kết quả, không đánh giá đạt hay chưa đạt.`,
      ),
    ),
    ...layout.map((finding) => note(`- Thể thức: ${finding}`)),
  ];
}

/** A frozen value as people read it: a code by its label, a number in Vietnamese writing. */
function sayRaw(raw: string): string {
  const labels: Readonly<Record<string, string>> = { ...PROGRESS_LABELS, ...VERDICT_LABELS, ...STATUS_LABELS };
  if (raw === '') return '(trống)';
  const day = parseDay(raw);
  if (day !== null) return sayDayPadded(day);
  return labels[raw] ?? (/^-?\d+(?:\.\d+)?$/u.test(raw) ? sayNumber(Number(raw)) : raw);
}

function changeBlocks(changes: readonly ReviewChange[]): Block[] {
  if (changes.length === 0) return [note('Không có số liệu nào sửa sau khi chốt.')];
  const rows = changes.map(({ period, id, field, before, after }) => [
    period,
    `${id}, ${FIELD_WORDS[field] ?? field}`,
    sayRaw(before),
    sayRaw(after),
  ]);
  return [table([8, 26, 28, 20, 20], ['STT', 'Kỳ', 'Số liệu', 'Khi chốt', 'Hiện nay'], rows)];
}

const LONGEST_SHOWN = 120;

/** Figures first, old and new with their cell; then sentences, the part that differs. */
function sinceBlocks({ since, cellOf }: ReviewFacts): Block[] {
  if (since === null) return [];
  const title = `6. Thay đổi so với bản ${since.version}`;
  if (since.changes.length === 0) return part(title, [note('Nội dung, số liệu in ra không thay đổi.')]);
  return part(title, [
    table([7, 24, 26, 26, 19], ['STT', 'Nội dung', `Bản ${since.version}`, 'Bản này', 'Ô'], changeRows(since.changes, cellOf)),
  ]);
}

/** Each printed figure once, in the order of its first printing. */
function sourceBlocks({ paper, cellOf }: ReviewFacts): Block[] {
  const seen = new Map<string, { readonly run: Run; readonly source: Source }>();
  for (const run of paperRuns(paper)) {
    const { source } = run;
    if (source === undefined || source.of === 'narrative') continue;
    const key = [source.of, source.id, source.period, source.field].join('|');
    if (!seen.has(key)) seen.set(key, { run, source });
  }
  if (seen.size === 0) return [note('Báo cáo không in số liệu nào.')];
  const rows = [...seen.values()].map(({ run, source }) => [
    source.id,
    shorten(run.text, LONGEST_SHOWN),
    cellOf(source) ?? 'Không tìm thấy ô',
  ]);
  return [
    note('Các số đếm chỉ tiêu, nhiệm vụ được tính từ các dòng trong phụ lục.'),
    table([8, 12, 58, 24], ['STT', 'Mã', 'Số liệu, nội dung đã in', 'Nguồn (ô)'], rows),
  ];
}
