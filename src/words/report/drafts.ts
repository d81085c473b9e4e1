import { fold, tidy } from '../../domain/core/word.ts';
import { type DraftKind, type DraftLine, type Drafts, leadOf } from '../../domain/report/report-drafts.ts';
import { sayDayPadded } from '../core/day.ts';
import { sayCount } from '../core/number.ts';
import { withoutDash } from '../paper/runs.ts';
import { midSentence, upperFirst } from './sentence.ts';

/** Words of a heading that tell what the part under it is about. */
const HEADINGS: Readonly<Record<DraftKind, readonly string[]>> = {
  achievements: ['kết quả nổi bật', 'mặt tích cực', 'ưu điểm', 'kết quả đạt được'],
  shortcomings: ['tồn tại', 'hạn chế', 'khó khăn'],
  causes: ['nguyên nhân'],
  proposals: ['kiến nghị', 'đề xuất'],
  next: ['phương hướng', 'nhiệm vụ trọng tâm', 'nhiệm vụ thời gian tới'],
};

/** What the part under this heading is about; none where the workbook has nothing to say to it. */
export function draftKindsOf(heading: string): DraftKind[] {
  const said = fold(heading);
  const kinds = Object.entries(HEADINGS) as [DraftKind, readonly string[]][];
  return kinds.filter(([, words]) => words.some((word) => said.includes(word))).map(([kind]) => kind);
}

type Draft = { readonly text: string; readonly roles: readonly string[] };

/**
 * The draft of one part, line by line, and whose rows it is made of; '' where there is nothing to say. `withCauses`: no other
 * part of the report is about causes, so they stand with what falls short.
 */
export function sayDraft(kinds: readonly DraftKind[], drafts: Drafts, withCauses: boolean): Draft {
  const said = kinds.filter((kind) => kind !== 'causes' || !withCauses);
  const lines = said.flatMap((kind) => SAY[kind](drafts[kind], withCauses));
  const roles = said.flatMap((kind) => drafts[kind].map(leadOf)).filter((role) => role !== '');
  return { text: [...new Set(lines)].join('\n'), roles: [...new Set(roles)] };
}

const MOST_ACHIEVEMENTS = 5;

const SAY: Readonly<Record<DraftKind, (lines: readonly DraftLine[], withCauses: boolean) => string[]>> = {
  achievements: (lines) =>
    lines.length === 0
      ? []
      : [
          `- Vượt chỉ tiêu Kế hoạch ${sayCount(lines.length)} chỉ tiêu, trong đó có: ${listed(lines.slice(0, MOST_ACHIEVEMENTS))}.`,
        ],
  shortcomings: (lines, withCauses) => [
    ...lines.map((line) => {
      const cause = withCauses && line.text !== '' ? `; nguyên nhân: ${bare(midSentence(line.text))}` : '';
      return `- ${upperFirst(nameOf(line))} ${sayShort(line)}${cause}.`;
    }),
  ],
  causes: (lines) => lines.map((line) => `- Về ${nameOf(line)}: ${bare(midSentence(line.text))}.`),
  proposals: (lines) => lines.map((line) => `- ${upperFirst(bare(line.text))} (về ${nameOf(line)}).`),
  next: (lines) => {
    const missed = lines.filter(({ about }) => about.is === 'indicator');
    const [overdue, ahead] = [true, false].map((late) =>
      lines.filter(({ about }) => about.is === 'task' && (about.standing.status === 'overdue') === late),
    );
    return [
      missed.length === 0 ? '' : `- Tập trung khắc phục các chỉ tiêu chưa đạt: ${listed(missed)}.`,
      (overdue ?? []).length === 0 ? '' : `- Hoàn thành nhiệm vụ quá hạn: ${listed(overdue ?? [])}.`,
      (ahead ?? []).length === 0 ? '' : `- Hoàn thành đúng hạn: ${(ahead ?? []).map(withDay).join('; ')}.`,
    ].filter((line) => line !== '');
  },
};

function nameOf({ about }: DraftLine): string {
  return midSentence(withoutDash(tidy(about.is === 'indicator' ? about.indicator.title : about.task.title)));
}

const listed = (lines: readonly DraftLine[]): string => lines.map(nameOf).join('; ');

function withDay(line: DraftLine): string {
  const day = line.about.is === 'task' ? line.about.standing.lastDay : null;
  return day === null ? nameOf(line) : `${nameOf(line)} (thời hạn ${sayDayPadded(day)})`;
}

function sayShort({ about }: DraftLine): string {
  if (about.is === 'task') return 'quá hạn chưa hoàn thành';
  return about.judgement.verdict === 'nearly-met' ? 'gần đạt, chưa đạt chỉ tiêu Kế hoạch' : 'chưa đạt chỉ tiêu Kế hoạch';
}

const bare = (text: string): string =>
  tidy(text)
    .replace(/^[-–+•]\s+/u, '')
    .replace(/[.;\s]+$/u, '');

export const DRAFT_WORDS = {
  note: 'Sổ soạn từ nguyên nhân, đề xuất, nội dung chưa đạt và quá hạn đã nhập',
  button: 'Soạn dự thảo các mục còn trống',
  hint: 'Soạn từ nguyên nhân, đề xuất, nội dung chưa đạt, quá hạn đã nhập; không ghi đè nội dung đã viết. Đọc lại, sửa xong thì ghi tên vào cột Người soạn.',
  closed: (name: string): string =>
    `Kỳ «${name}» không ở trạng thái đang nhập nên không soạn dự thảo. Đề nghị mở kỳ, hoặc viết trực tiếp vào trang Nội dung báo cáo.`,
} as const;

/** The answer after drafting. */
export function sayDrafted(places: readonly string[]): string {
  if (places.length === 0) return 'Không có mục nào còn trống mà sổ soạn được; chưa ghi gì.';
  return `Đã soạn dự thảo ${sayCount(places.length)} mục: ${places.join(', ')}. Đề nghị đọc lại ở trang Nội dung báo cáo và ghi tên vào cột Người soạn khi đồng ý.`;
}
