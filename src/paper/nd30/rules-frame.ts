import { MOTTO, NATION, RECIPIENTS_LABEL } from '../../words/report/report-frame.ts';
import type { SeenDocument, SeenParagraph } from './read-docx.ts';
import type { Rule } from './rules-page.ts';

type Look = { readonly bold?: boolean; readonly italic?: boolean; readonly sizes: readonly [number, number] };

const of = ({ paragraphs }: SeenDocument, style: string): SeenParagraph[] => paragraphs.filter((one) => one.style === style);

function looks({ runs }: SeenParagraph, { bold, italic, sizes: [least, most] }: Look): boolean {
  return runs.every(
    (run) =>
      (bold === undefined || run.bold === bold) &&
      (italic === undefined || run.italic === italic) &&
      run.size >= least &&
      run.size <= most,
  );
}

const isCapital = (text: string): boolean => text === text.toUpperCase();

/** The component must be there, and each of its lines must hold. */
function each(style: string, holds: (paragraph: SeenParagraph) => boolean): Rule {
  return (document) => {
    const found = of(document, style);
    if (found.length === 0) return [''];
    return found.filter((paragraph) => !holds(paragraph)).map(({ text }) => text);
  };
}

const NUMBER = /^Số:\s+(\d{2,})?\s*\/BC-UBND$/u;
/** A letter has no type in its symbol, but the office that drafted it. */
const LETTER_NUMBER = /^Số:\s+(\d{2,})?\s*\/UBND-\p{Lu}[\p{Lu}&]*$/u;
const PLACE_AND_DAY = /^[^,]+, ngày (?:(?:0[1-9]|[12]\d|3[01]) tháng (?:01|02|[3-9]|1[0-2])|\s+tháng\s+) năm \d{4}$/u;
const BLANK_DAY = /^[^,]+, ngày\s+tháng\s+năm \d{4}$/u;

export const nation = each(
  'QuocHieu',
  (one) => one.text === NATION && looks(one, { bold: true, italic: false, sizes: [12, 13] }),
);
export const motto = each('TieuNgu', (one) => one.text === MOTTO && looks(one, { bold: true, italic: false, sizes: [13, 14] }));
export const issuer = each('CoQuan', (one) => isCapital(one.text) && looks(one, { bold: true, italic: false, sizes: [12, 13] }));
/** A letter (công văn) says «V/v …» under its number. */
const isLetter = (document: SeenDocument): boolean => of(document, 'VeViec').length > 0;
export const number: Rule = (document) => {
  const shape = isLetter(document) ? LETTER_NUMBER : NUMBER;
  return each('SoKyHieu', (one) => shape.test(one.text) && looks(one, { sizes: [13, 13] }))(document);
};
export const placeAndDay = each(
  'DiaDanh',
  (one) => (PLACE_AND_DAY.test(one.text) || BLANK_DAY.test(one.text)) && looks(one, { italic: true, sizes: [13, 14] }),
);
const typed = each(
  'TenLoai',
  (one) => one.text === 'BÁO CÁO' && one.align === 'center' && looks(one, { bold: true, sizes: [13, 14] }),
);
const titled = each(
  'TrichYeu',
  (one) =>
    one.align === 'center' && !one.text.endsWith('.') && !isCapital(one.text) && looks(one, { bold: true, sizes: [13, 14] }),
);
const about = each(
  'VeViec',
  (one) =>
    one.align === 'center' && /^V\/v \p{L}.*[^.]$/u.test(one.text) && looks(one, { bold: false, italic: false, sizes: [12, 13] }),
);
/** R10: a report names its type, a letter has none. */
export const docType: Rule = (document) =>
  isLetter(document) ? of(document, 'TenLoai').map(({ text }) => text) : typed(document);
/** R11: what it is about, under the type of a report and under the number of a letter. */
export const subject: Rule = (document) => (isLetter(document) ? about : titled)(document);
export const signature = each(
  'QuyenHan',
  (one) => isCapital(one.text) && looks(one, { bold: true, italic: false, sizes: [13, 14] }),
);

/** R15: label, then dashed lines, the last one the archive. */
export const recipients: Rule = (document) => {
  const label = each(
    'NoiNhan',
    (one) => one.text === RECIPIENTS_LABEL && looks(one, { bold: true, italic: true, sizes: [12, 12] }),
  );
  const lines = of(document, 'NoiNhanMuc');
  const last = lines.length - 1;
  const wrong = lines.filter((one, index) => {
    const shape = index === last ? /^- Lưu: VT.*\.$/u : /^- .*;$/u;
    return !shape.test(one.text) || !looks(one, { sizes: [11, 11] });
  });
  return [...label(document), ...(lines.length === 0 ? [''] : []), ...wrong.map(({ text }) => text)];
};

/** R17: whom the report is addressed to receives it «như trên». */
export const asAbove: Rule = (document) => {
  const first = of(document, 'NoiNhanMuc')[0]?.text ?? '';
  return of(document, 'KinhGui').length > 0 && first !== '- Như trên;' ? [first] : [];
};

/** R19: zeros before small numbers where the decree wants them, and nowhere else. */
export const padding: Rule = (document) => {
  const lines = [...of(document, 'SoKyHieu'), ...of(document, 'DiaDanh')].map(({ text }) => text);
  return lines.filter((text) => /(?:Số: |ngày )\d(?!\d)/u.test(text) || /tháng (?:0[3-9]|[12](?!\d))/u.test(text));
};
