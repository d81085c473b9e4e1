import type { Source } from '../../domain/core/source.ts';
import { MOTTO, NATION, RECIPIENTS_LABEL } from '../../words/report/report-frame.ts';
import { holdsSources, readSources } from '../finished/read-sources.ts';
import { attribute, child, descendants, elements, readXml, type XmlNode } from '../xml/read-xml.ts';
import { isOn, readStyles, type Styles } from './styles.ts';

/** One run as it really looks: its own marks, its style's and the defaults resolved. Sizes in points. */
export type SeenRun = {
  readonly text: string;
  readonly font: string;
  readonly color: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** The tag of the content control around it. */
  readonly key: string | null;
};

/** One paragraph as it really looks; indents and spacings in twentieths of a point, `line` in 240ths of a line. */
export type SeenParagraph = {
  readonly style: string;
  readonly text: string;
  readonly runs: readonly SeenRun[];
  readonly align: string;
  readonly firstLine: number;
  readonly spacing: number;
  readonly line: number;
};

export type SeenHeader = { readonly paragraphs: readonly SeenParagraph[]; readonly pageNumber: SeenParagraph | null };
export type SeenSection = {
  readonly width: number;
  readonly height: number;
  readonly margins: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>;
  readonly ownFirstPage: boolean;
  readonly first: SeenHeader | null;
  readonly next: SeenHeader | null;
};

/** A finished .docx read back, as the checks see it. */
export type SeenDocument = {
  readonly paragraphs: readonly SeenParagraph[];
  readonly sections: readonly SeenSection[];
  readonly sources: ReadonlyMap<string, Source>;
};

/** The text of a .docx file's XML parts by name, as the engine unzips them. */
export type DocxParts = Readonly<Record<string, string>>;

/** Reads a .docx back from its parts. */
export function readDocx(parts: DocxParts): SeenDocument {
  const part = (name: string): XmlNode => readXml(parts[name] ?? '');
  const styles = readStyles(part('word/styles.xml'));
  const document = part('word/document.xml');
  const headers = readHeaders(part('word/_rels/document.xml.rels'), (name) => part(`word/${name}`), styles);
  return {
    paragraphs: framed(descendants(document, 'w:p').map((node) => seenParagraph(node, styles))),
    sections: descendants(document, 'w:sectPr').map((node) => seenSection(node, headers)),
    sources: readSources(sourcesIn(parts)),
  };
}

/** Ours among the custom parts, whatever its name in an office's template. */
function sourcesIn(parts: DocxParts): string {
  return Object.entries(parts).find(([name, part]) => name.startsWith('customXml/') && holdsSources(part))?.[1] ?? '';
}

function readHeaders(relations: XmlNode, part: (name: string) => XmlNode, styles: Styles): ReadonlyMap<string, SeenHeader> {
  const all = descendants(relations, 'Relationship').filter((node) => attribute(node, 'Type')?.endsWith('/header'));
  return new Map(all.map((node) => [attribute(node, 'Id') ?? '', seenHeader(part(attribute(node, 'Target') ?? ''), styles)]));
}

function seenHeader(root: XmlNode, styles: Styles): SeenHeader {
  const nodes = descendants(root, 'w:p');
  const numbered = nodes.find((node) => /\bPAGE\b/u.test(descendants(node, 'w:instrText').map(textOf).join('')));
  return {
    paragraphs: nodes.map((node) => seenParagraph(node, styles)),
    pageNumber: numbered === undefined ? null : seenParagraph(numbered, styles),
  };
}

function seenSection(node: XmlNode, headers: ReadonlyMap<string, SeenHeader>): SeenSection {
  const twips = (name: string, side: string): number => Number(attribute(child(node, name), `w:${side}`) ?? Number.NaN);
  const header = (type: string): SeenHeader | null => {
    const reference = elements(node).find((one) => one.name === 'w:headerReference' && attribute(one, 'w:type') === type);
    return headers.get(attribute(reference, 'r:id') ?? '') ?? null;
  };
  return {
    width: twips('w:pgSz', 'w'),
    height: twips('w:pgSz', 'h'),
    margins: {
      top: twips('w:pgMar', 'top'),
      bottom: twips('w:pgMar', 'bottom'),
      left: twips('w:pgMar', 'left'),
      right: twips('w:pgMar', 'right'),
    },
    ownFirstPage: isOn(child(node, 'w:titlePg')),
    first: header('first'),
    next: header('default'),
  };
}

function seenParagraph(node: XmlNode, styles: Styles): SeenParagraph {
  const own = child(node, 'w:pPr');
  const style = attribute(child(own, 'w:pStyle'), 'w:val') ?? '';
  const runs = seenRuns(node, { style, styles, key: null });
  const spacing = styles.paragraph(style, own, 'w:spacing');
  return {
    style,
    text: runs.map(({ text }) => text).join(''),
    runs,
    align: attribute(styles.paragraph(style, own, 'w:jc'), 'w:val') ?? 'left',
    firstLine: Number(attribute(styles.paragraph(style, own, 'w:ind'), 'w:firstLine') ?? 0),
    spacing: Number(attribute(spacing, 'w:before') ?? 0) + Number(attribute(spacing, 'w:after') ?? 0),
    line: Number(attribute(spacing, 'w:line') ?? 240),
  };
}

type RunContext = { readonly style: string; readonly styles: Styles; readonly key: string | null };

/** Runs lie in the paragraph or in a content control within it. */
function seenRuns(node: XmlNode, around: RunContext): SeenRun[] {
  return elements(node).flatMap((element) => {
    if (element.name === 'w:r') return [seenRun(element, around)];
    if (element.name !== 'w:sdt') return [];
    const key = attribute(child(child(element, 'w:sdtPr'), 'w:tag'), 'w:val') ?? null;
    const content = child(element, 'w:sdtContent');
    return content === undefined ? [] : seenRuns(content, { ...around, key });
  });
}

function seenRun(node: XmlNode, { style, styles, key }: RunContext): SeenRun {
  const own = child(node, 'w:rPr');
  const find = (property: string): XmlNode | undefined => styles.run(style, own, property);
  return {
    text: elements(node)
      .filter(({ name }) => name === 'w:t')
      .map(textOf)
      .join(''),
    font: attribute(find('w:rFonts'), 'w:ascii') ?? '',
    color: attribute(find('w:color'), 'w:val') ?? 'auto',
    size: Number(attribute(find('w:sz'), 'w:val') ?? 20) / 2,
    bold: isOn(find('w:b')),
    italic: isOn(find('w:i')),
    key,
  };
}

function textOf({ children }: XmlNode): string {
  return children.filter((one): one is string => typeof one === 'string').join('');
}

type Styled = { readonly style: string; readonly text: string };

/** Lines of the frame that are known by what they say. */
const SAYS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^${NATION}$`, 'iu'), 'QuocHieu'],
  [new RegExp(`^${MOTTO}$`, 'iu'), 'TieuNgu'],
  [/^Số:/u, 'SoKyHieu'],
  [/^[^,;.]{1,60}, ngày\s.*tháng\s.*năm \d{4}$/u, 'DiaDanh'],
  [/^BÁO CÁO$/iu, 'TenLoai'],
  [/^Kính gửi:/u, 'KinhGui'],
  [new RegExp(`^${RECIPIENTS_LABEL}$`, 'iu'), 'NoiNhan'],
  [/^(?:TM|KT|TL|TUQ|Q)\.\s/u, 'QuyenHan'],
  [/^(?:CHỦ TỊCH|PHÓ CHỦ TỊCH)$/u, 'QuyenHan'],
  [/^ỦY BAN NHÂN DÂN$/u, 'CoQuan'],
];

/** What a line is by the line before it: the place under the office's name, the subject under the type, the recipients under their label. */
const FOLLOWS: Readonly<Record<string, { readonly style: string; readonly says: RegExp }>> = {
  CoQuan: { style: 'CoQuan', says: /^(?:XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s/u },
  TenLoai: { style: 'TrichYeu', says: /\S/u },
  NoiNhan: { style: 'NoiNhanMuc', says: /^[-–] / },
  NoiNhanMuc: { style: 'NoiNhanMuc', says: /^[-–] / },
};

/** An office's own template has styles of its own names: its frame is told by what it says, so that the same rules hold for it. */
export function framed<Paragraph extends Styled>(paragraphs: readonly Paragraph[]): Paragraph[] {
  if (paragraphs.some(({ style }) => style === 'QuocHieu')) return [...paragraphs];
  let before = '';
  return paragraphs.map((paragraph) => {
    const text = paragraph.text.trim();
    if (text === '') return paragraph;
    const follows = FOLLOWS[before];
    const style = follows?.says.test(text) === true ? follows.style : SAYS.find(([says]) => says.test(text))?.[1];
    before = style ?? paragraph.style;
    return style === undefined ? paragraph : { ...paragraph, style };
  });
}
