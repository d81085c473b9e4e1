import { docxOf, type MadeList } from './docx.ts';
import type { Known } from './score.ts';

/** A document with what real ones do to a reader, and the rows that it holds. */
export type Oddity = { readonly name: string; readonly bytes: Uint8Array; readonly known: readonly Known[] };

export const NOTHING = {
  ...{ field: null, op: null, target_from: null, target_to: null, unit: null, years: null, mood: null, exception: null },
  ...{ deadline: null, deadline_kind: null, due: null, lead: null, with: null, product: null },
} as const;
type Values = Partial<Known>;
export const indicator = (field: string, text: string, values: Values): Known => ({
  ...NOTHING,
  kind: 'indicator',
  field,
  text,
  ...values,
});
export const share = (field: string, text: string, [op, low]: readonly [Known['op'], number], values: Values = {}): Known =>
  indicator(field, text, { op, target_from: low, unit: '%', ...values });
export const task = (field: string, text: string, values: Values = {}): Known => ({
  ...{ ...NOTHING, kind: 'task', field, text, deadline_kind: 'none' },
  ...values,
});

export const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
export const t = (text: string): string => `<w:t xml:space="preserve">${escaped(text)}</w:t>`;
/** A run; a tab or a break in its words is the element of it. */
export const r = (text: string, look = ''): string =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${text
    .split(/([\n\t])/u)
    .map((part) => (part === '\n' ? '<w:br/>' : part === '\t' ? '<w:tab/>' : t(part)))
    .join('')}</w:r>`;
export const BOLD = '<w:b/>';
export const px = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`;
export const p = (text: string): string => px(r(text));
export const b = (text: string): string => px(r(text, BOLD));
export const lines = (...texts: readonly string[]): string => texts.map(p).join('');
/** A cell of words: `2:…` reaches over two columns, `v:…` begins a merged one, `^` goes on with it. */
export function tc(cell: string): string {
  const [, span, words = cell] = /^(\d):([\s\S]*)$/u.exec(cell) ?? [];
  const merge = cell === '^' ? '<w:vMerge/>' : cell.startsWith('v:') ? '<w:vMerge w:val="restart"/>' : '';
  const text = cell === '^' ? '' : cell.startsWith('v:') ? cell.slice(2) : words;
  const properties = `<w:tcPr>${span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`}${merge}</w:tcPr>`;
  return `<w:tc>${properties}${text.split('\n').map(p).join('')}</w:tc>`;
}
export const tr = (...cells: readonly string[]): string => `<w:tr>${cells.map(tc).join('')}</w:tr>`;
export const tbl = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
export const LANDSCAPE = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr></w:p>';

export const head = (title: string): string =>
  tbl(
    tr('ỦY BAN NHÂN DÂN\nXÃ MẪU', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc'),
    tr('Số:        /KH-UBND', 'Xã Mẫu, ngày     tháng     năm 2026'),
  ) +
  b('KẾ HOẠCH') +
  b(title) +
  p('Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;');
export const foot =
  p('Trên đây là Kế hoạch cải cách hành chính của xã./.') +
  tbl(tr('Nơi nhận:\n- Như trên;\n- Lưu: VT.', 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'));
export const AUTOMATIC: MadeList = [
  ['upperRoman', '%1.'],
  ['decimal', '%2.'],
  ['lowerLetter', '%3)'],
  ['bullet', '-'],
];
export const made = (name: string, title: string, body: string, known: readonly Known[]): Oddity => ({
  ...{ name, known },
  bytes: docxOf({ body: head(title) + body + foot, lists: [AUTOMATIC] }),
});
