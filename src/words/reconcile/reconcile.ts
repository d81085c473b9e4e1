import { tidy } from '../../domain/core/word.ts';
import type { ReconcileFinding } from '../../domain/reconcile/reconcile-model.ts';
import { sayCount } from '../core/number.ts';
import type { Paper } from '../paper/paper.ts';
import { paragraph, plain, strong } from '../paper/runs.ts';
import { safeInFileName } from '../report/report-titles.ts';

/** The comparison of a finished document with the workbook, in words. */

const LONGEST = 160;

function shorten(text: string): string {
  const tidied = tidy(text);
  return tidied.length <= LONGEST ? tidied : `${tidied.slice(0, LONGEST).replace(/\s\S*$/u, '')} …`;
}

const under = (at: string): string => (at === '' ? '' : `Tại «${shorten(at)}»: `);
const quoted = (text: string): string => (text === '' ? '(trống)' : `«${shorten(text)}»`);

type Said = { readonly [Code in ReconcileFinding['code']]: (finding: Extract<ReconcileFinding, { code: Code }>) => string };

const SENTENCES: Said = {
  'typed-over': ({ at, printed, found, source, line }) =>
    `${under(at)}văn bản ghi ${quoted(found)}, số liệu trong sổ là ${quoted(printed)}${source === null ? ' (số do máy tính từ các dòng trong phụ lục)' : ''}. Đề nghị sửa lại văn bản, hoặc sửa ô trong sổ rồi lập lại báo cáo. Dòng đang ghi: ${quoted(line)}.`,
  'source-changed': ({ before, after, places }) =>
    `Số liệu trong sổ đã đổi từ ${quoted(before)} thành ${quoted(after)} sau khi lập báo cáo; ${
      places.length === 0
        ? 'chữ in không đổi.'
        : `ảnh hưởng ${sayCount(places.length)} chỗ in trong văn bản. Đề nghị sửa các chỗ đó hoặc lập lại báo cáo.`
    }`,
  'changed-elsewhere': ({ places }) =>
    `Có ${sayCount(places.length)} chỗ nay sổ in khác lúc lập báo cáo, không quy được về một ô (số liệu kỳ khác, lịch làm việc hoặc bản chương trình đã đổi). Đề nghị lập lại báo cáo để so.`,
  'unsourced-number': ({ at, numbers, line }) =>
    `${under(at)}số ${numbers.join('; ')} không có nguồn trong sổ. Đề nghị nhập vào sổ rồi lập lại báo cáo, hoặc bỏ khỏi văn bản. Dòng đang ghi: ${quoted(line)}.`,
  reworded: ({ at, before, after, source }) =>
    `${under(at)}câu đã được sửa tay từ ${quoted(before)} thành ${quoted(after)}.${source === null ? ' Câu này do máy lập theo số liệu; nếu giữ câu sửa thì lần lập sau phải sửa lại.' : ''}`,
  added: ({ at, line, lines }) =>
    `${under(at)}có ${lines === 1 ? 'đoạn' : `${sayCount(lines)} đoạn`} được thêm vào văn bản: ${quoted(line)}.`,
  repeated: ({ at, line, lines }) =>
    `${under(at)}${lines === 1 ? 'dòng' : `${sayCount(lines)} dòng liền nhau, từ dòng`} ${quoted(line)} bị lặp lại trong văn bản. Đề nghị xóa phần lặp.`,
  removed: ({ at, line, lines }) =>
    `${under(at)}${lines === 1 ? 'dòng' : `${sayCount(lines)} dòng liền nhau, từ dòng`} ${quoted(line)} không còn trong văn bản.`,
};

/** What differs, why, and what to do. */
export function sayReconcileFinding<Code extends ReconcileFinding['code']>(
  finding: Extract<ReconcileFinding, { code: Code }>,
): string {
  const say = SENTENCES[finding.code] as (finding: Extract<ReconcileFinding, { code: Code }>) => string;
  const said = say(finding);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** Each printed place that a change in the workbook feeds, on its own line. */
export function sayPrintedChanges(finding: ReconcileFinding): string[] {
  if (finding.code !== 'source-changed' && finding.code !== 'changed-elsewhere') return [];
  return finding.places.map(
    ({ at, printed, now }) => `${at === '' ? '' : `${shorten(at)}: `}đã in ${quoted(printed)}, nay là ${quoted(now)}`,
  );
}

/** «Đã đối chiếu …»: what was compared with what. */
export function sayReconciled(reply: {
  readonly period: string;
  readonly version: number | null;
  readonly lines: number;
  readonly findings: number;
}): string {
  const against =
    reply.version === null ? 'số liệu hiện nay trong sổ' : `bản ${reply.version} đã lập và số liệu hiện nay trong sổ`;
  const result = reply.findings === 0 ? 'Văn bản khớp với số liệu trong sổ.' : `Có ${sayCount(reply.findings)} nội dung cần xem.`;
  return `Đã đối chiếu ${sayCount(reply.lines)} dòng của báo cáo kỳ ${reply.period} với ${against}. ${result}`;
}

export const RECONCILE = {
  unrecorded:
    'Sổ không còn giữ bản đã in của báo cáo này nên chỉ so được với số liệu hiện nay: chỗ khác nhau có thể do sửa văn bản, cũng có thể do sửa sổ.',
  otherBuild: 'Báo cáo do bản chương trình khác lập: câu chữ máy lập nay có thể khác, số liệu vẫn so được.',
  bringBack: 'Đưa về bảng',
  takenBack: 'Đưa về bảng từ văn bản báo cáo',
} as const;

export const RECONCILE_REFUSALS = {
  fileTooLong: 'Tệp lớn hơn 6 MB nên không nhận. Đề nghị bỏ bớt hình ảnh trong văn bản rồi lưu lại.',
  noPeriod: 'Không nhận ra văn bản là báo cáo của kỳ nào. Đề nghị chọn kỳ báo cáo rồi đối chiếu lại.',
  otherPaper: (period: string): string =>
    `Văn bản này không giống báo cáo kỳ «${period}» nên không đối chiếu được. Đề nghị chọn đúng tệp hoặc đúng kỳ.`,
  cellChanged: (cell: string): string =>
    `Ô ${cell} đã được sửa sau khi đối chiếu nên chưa đưa câu về bảng. Đề nghị đối chiếu lại.`,
  noReport: (period: string): string => `Kỳ «${period}» chưa có báo cáo nào. Đề nghị bấm Tạo báo cáo trước.`,
  noCell: 'Không tìm thấy ô để đưa câu về. Đề nghị chạy Kiểm tra số liệu và sửa trước.',
  cannotHold: 'Câu dài quá một ô của bảng tính nên không đưa về được. Đề nghị rút gọn.',
} as const;

/** The result as a paper of its own, the fifth section of the review sheet. */
export function sayReconciliation(
  title: string,
  findings: readonly { readonly text: string; readonly cell: string; readonly places: readonly string[] }[],
): Paper {
  const cell = (text: string, align: 'left' | 'center' = 'left') => ({ runs: text === '' ? [] : [plain(tidy(text))], align });
  const rows = findings.map(({ text, cell: at, places }, index) => [
    cell(String(index + 1), 'center'),
    cell([text, ...places.map((place) => `– ${place}`)].join(' ')),
    cell(at),
  ]);
  const head = [['STT', 'Nội dung', 'Ô'].map((word) => ({ runs: [strong(word)], align: 'center' as const }))];
  return {
    title: 'PHIẾU RÀ SOÁT',
    frame: null,
    banner: null,
    blocks: [
      paragraph('centred', strong('PHIẾU RÀ SOÁT')),
      paragraph('section', plain('5. Kết quả đối chiếu')),
      paragraph('plain', plain(`${title} Tài liệu nội bộ, không gửi kèm báo cáo.`)),
      ...(rows.length === 0 ? [] : [{ is: 'table' as const, widths: [8, 68, 24], head, rows }]),
    ],
    annexes: [],
  };
}

/** The file of that paper. */
export function reconciliationFileName(period: string, day: string): string {
  return `${safeInFileName(`Phiếu rà soát - đối chiếu báo cáo ${period} ngày ${day}`)}.docx`;
}
