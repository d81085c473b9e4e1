import { sameWord } from '../../domain/core/word.ts';
import type { Fate, FateFault } from '../../domain/plan/roll-over.ts';
import { sayCount } from '../core/number.ts';

/** What becomes of a row of the last plan, as the screen and the command line offer it. */
export const FATE_LABELS: Readonly<Record<Fate, string>> = {
  keep: 'Giữ',
  rename: 'Đổi tên',
  merge: 'Gộp vào',
  become: 'Là dòng đã có',
  drop: 'Bỏ',
};

export const ROLL_OVER_WORDS = {
  /** `Ghi chú` of `Nhật ký`: the reason of each new row of a plan that is kept. */
  reason: 'Sang kế hoạch mới',
  from: 'Kế hoạch đang có',
  id: 'Ký hiệu kế hoạch mới',
  idHint: 'Ghi ở cột Kế hoạch của từng dòng. Trùng ký hiệu đã có thì nối tiếp vào kế hoạch đó.',
  title: 'Tên kế hoạch mới',
  kind: 'Loại kế hoạch',
  first: 'Từ năm',
  last: 'Đến năm',
  number: 'Số, ký hiệu',
  issuedOn: 'Ngày ban hành',
  issuedHint: 'Chưa ban hành thì để trống. Ví dụ: 15/01/2026.',
  calendar: 'Kỳ báo cáo của các năm mới',
  levels: 'Lấy mức năm cuối làm mức đề xuất cho các năm mới (chờ xác nhận)',
  baselines: 'Lấy kết quả năm cuối làm số liệu gốc',
  plan: 'Kế hoạch mới',
  rows: 'Từng dòng của kế hoạch đang có',
  rowsHint:
    'Dòng giữ, đổi tên, gộp vẫn xem được kết quả các năm trước và so với cùng kỳ. Kế hoạch đang có giữ nguyên trong sổ. Mức, thời hạn của kế hoạch mới nhập sau.',
  wholeGroup: 'Cả nhóm',
  asProposed: 'Như đề xuất',
  fateOf: (id: string): string => `Dòng ${id}`,
  newTitle: (id: string): string => `Tên mới của ${id}`,
  into: (id: string): string => `${id} gộp vào dòng`,
  becomes: (id: string): string => `${id} là dòng`,
  choose: '(chọn dòng)',
  nothing: 'Mọi dòng của kế hoạch đang có đã được chuyển.',
  kinds: { indicator: 'chỉ tiêu', statistic: 'số liệu thống kê', task: 'nhiệm vụ' },
  do: 'Sang kế hoạch mới',
} as const;

/** «Giữ 80, đổi tên 02, gộp 01, bỏ 11»: what was chosen so far. */
export function sayFates(counts: Readonly<Record<Fate, number>>): string {
  const said = (Object.keys(FATE_LABELS) as Fate[])
    .filter((fate) => counts[fate] > 0)
    .map((fate) => `${FATE_LABELS[fate].toLowerCase()} ${sayCount(counts[fate])}`);
  return said.length === 0 ? '' : `Đang chọn: ${said.join(', ')}.`;
}

/** «Cải cách thể chế – nhiệm vụ (05 dòng)». */
export const sayGroup = (name: string, rows: number): string => `${name} (${sayCount(rows)} dòng)`;

type Row = { readonly id: string; readonly title: string; readonly proposed: { readonly fate: Fate; readonly with: string } };
type Chosen = { readonly id: string; readonly fate: Fate; readonly with: string };

/** What becomes of each row, a line each; what was not chosen is marked as proposed. */
export function sayRowFates(rows: readonly Row[], chosen: readonly Chosen[]): string[] {
  if (rows.length === 0) return [ROLL_OVER_WORDS.nothing];
  return rows.map(({ id, title, proposed }) => {
    const said = chosen.find((each) => sameWord(each.id, id));
    const { fate, with: into } = said ?? proposed;
    return `${id}: ${[FATE_LABELS[fate].toLowerCase(), into].join(' ').trim()}${said === undefined ? ' (đề xuất)' : ''} – ${title}`;
  });
}

/** `Ghi chú` of the new row of `Kế hoạch`. */
export const sayFollowsPlan = (id: string): string => `Tiếp theo ${id}`;

/** `Ghi chú` of a row whose baseline was taken over. */
export const sayBaseline = (period: string): string => `Số liệu gốc: kết quả ${period}`;

/** A row that will have no figures, because what it takes them from ends. */
export const sayLostLinks = (id: string, links: readonly string[]): string =>
  `${id}: Cách tính lấy từ ${links.join(', ')} nhưng các dòng đó không sang kế hoạch mới. Đề nghị sửa Cách tính`;

export const ROLL_OVER_REFUSALS = {
  older: 'Sổ theo phiên bản cũ. Đề nghị Nâng cấp sổ trước rồi làm lại; chưa ghi gì.',
  noPlan: 'Sổ chưa có kế hoạch nào để chuyển tiếp. Đề nghị nhập một dòng ở trang Kế hoạch; chưa ghi gì.',
  unknownPlan: (id: string, known: readonly string[]): string =>
    `Không có kế hoạch ký hiệu «${id}». Các ký hiệu hiện có: ${known.filter((each) => each !== '').join('; ') || 'chưa có'}. Chưa ghi gì.`,
  samePlan: (id: string): string => `Kế hoạch mới phải có ký hiệu khác «${id}». Chưa ghi gì.`,
  years: (first: number, last: number): string => `Năm cuối (${last}) đứng trước năm đầu (${first}). Chưa ghi gì.`,
  badDay: (text: string): string => `«${text}» không phải là ngày. Đề nghị ghi như 15/01/2026. Chưa ghi gì.`,
  map: (text: string): string =>
    `Không hiểu «${text}». Đề nghị ghi từng dòng, cách nhau dấu ;: Mã=giữ, Mã=bỏ, Mã=đổi tên Tên mới, Mã=gộp Mã khác, Mã=là Mã đã có.`,
} as const;

/** Why a row cannot have what was chosen for it, with the mend. */
export function sayFateFault({ id, why, with: said }: FateFault): string {
  switch (why) {
    case 'not-there':
      return `Không có dòng ${id} trong kế hoạch đang có. Chưa ghi gì.`;
    case 'no-words':
      return `Dòng ${id}: chưa có tên mới. Chưa ghi gì.`;
    case 'not-merged-into':
      return `Dòng ${id}: không gộp được vào «${said}» vì dòng đó không có, bị bỏ hoặc lại gộp vào dòng khác. Chưa ghi gì.`;
    case 'not-of-next':
      return `Dòng ${id}: kế hoạch mới không có dòng «${said}». Chưa ghi gì.`;
    case 'other-kind':
      return `Dòng ${id}: chỉ tiêu không nối với nhiệm vụ («${said}»). Chưa ghi gì.`;
  }
}

/** What became of a roll-over: how many rows of each kind came, and what needs a person. */
export type RolledOver = {
  readonly plan: string;
  readonly from: string;
  readonly indicators: number;
  readonly statistics: number;
  readonly tasks: number;
  readonly renamed: number;
  readonly merged: number;
  /** Rows that the next plan had already, and that now go on from one of the last. */
  readonly joined: number;
  readonly periods: readonly string[];
  readonly columns: readonly string[];
  /** Rows whose figures come from rows that end, each as a sentence. */
  readonly lost: readonly string[];
  /** Periods being entered: nothing of them changed. */
  readonly open: readonly string[];
};

/** What was done, as lines. */
export function sayRolledOver(done: RolledOver): string[] {
  const { plan, indicators, statistics, tasks, renamed, merged, joined, periods, columns, lost, open } = done;
  const isNothing = indicators + statistics + tasks + joined + periods.length + columns.length === 0;
  if (isNothing) return ['Không còn gì để chuyển; sổ giữ nguyên.'];
  const parts = [
    ...(renamed > 0 ? [`${sayCount(renamed)} dòng đổi tên`] : []),
    ...(merged > 0 ? [`${sayCount(merged)} dòng gộp`] : []),
    ...(joined > 0 ? [`${sayCount(joined)} dòng đã có được nối với kế hoạch trước`] : []),
  ];
  return [
    `Đã chuyển sang kế hoạch «${plan}»: ${sayCount(indicators)} chỉ tiêu, ${sayCount(tasks)} nhiệm vụ, ${sayCount(statistics)} số liệu thống kê${parts.length === 0 ? '' : ` (${parts.join('; ')})`}.`,
    ...(periods.length === 0 ? [] : [`Đã thêm ${sayCount(periods.length)} kỳ: ${periods[0]} … ${periods[periods.length - 1]}.`]),
    ...(columns.length === 0 ? [] : [`Đã thêm cột: ${columns.join('; ')}.`]),
    'Mức, thời hạn của kế hoạch mới nhập ở trang Kế hoạch - Chỉ tiêu, Kế hoạch - Nhiệm vụ. Muốn trả lại như trước: Hoàn tác.',
    ...lost.map((line) => `– ${line}.`),
    ...(open.length === 0 ? [] : [`Kỳ đang nhập (${open.join('; ')}) không đổi.`]),
  ];
}
