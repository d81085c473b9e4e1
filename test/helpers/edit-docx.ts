import type { Source } from '../../src/domain/core/source.ts';
import { readSources } from '../../src/paper/finished/read-sources.ts';
import { readZip } from '../../src/paper/zip/read-zip.ts';
import { writeZip } from '../../src/paper/zip/write-zip.ts';

const DOCUMENT = 'word/document.xml';
const SOURCES = 'customXml/item1.xml';

/** A .docx of ours taken apart, for a hand to edit. */
export type OpenDocx = {
  readonly xml: string;
  readonly sources: ReadonlyMap<string, Source>;
  /** The file again with another text; `bare` = without content controls and their sources, as a copy pasted elsewhere. */
  save(xml: string, bare?: boolean): Uint8Array;
};

export function openDocx(bytes: Uint8Array): OpenDocx {
  const parts = new Map(readZip(bytes, { bytes: 50_000_000, parts: 1000 }, () => true));
  const text = (name: string): string => Buffer.from(parts.get(name) ?? new Uint8Array()).toString('utf8');
  return {
    xml: text(DOCUMENT),
    sources: readSources(text(SOURCES)),
    save: (xml, bare = false) => {
      const body = bare ? xml.replace(/<w:sdt>.*?<w:sdtContent>|<\/w:sdtContent><\/w:sdt>/gu, '') : xml;
      const changed = new Map<string, string | Uint8Array>([...parts, [DOCUMENT, body]]);
      if (bare) changed.set(SOURCES, '<none/>');
      return writeZip(changed);
    },
  };
}

/** A paragraph as it stands in the XML; `row` is the table row around it. */
export type Paragraph = { readonly from: number; readonly to: number; readonly style: string };
export type Spot = {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly source: Source | null;
  readonly style: string;
  readonly isLast: boolean;
};

export function paragraphsIn({ xml }: Pick<OpenDocx, 'xml'>): Paragraph[] {
  return [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gsu)].map(({ 0: whole, index }) => ({
    from: index,
    to: index + whole.length,
    style: /<w:pStyle w:val="(\w+)"/u.exec(whole)?.[1] ?? '',
  }));
}

/** Every stretch of text with its source. */
export function spotsIn(docx: Pick<OpenDocx, 'xml' | 'sources'>): Spot[] {
  return paragraphsIn(docx).flatMap(({ from, to, style }) => {
    const inner = docx.xml.slice(from, to);
    const texts = [...inner.matchAll(/<w:t(?: xml:space="preserve")?>([^<]*)<\/w:t>/gu)];
    return texts.map((match, at) => {
      const start = from + match.index + match[0].indexOf('>') + 1;
      const before = inner.slice(0, match.index);
      const inside = before.lastIndexOf('<w:sdtContent>') > before.lastIndexOf('</w:sdtContent>');
      const key = inside ? /.*<w:tag w:val="(\w+)"/su.exec(before)?.[1] : undefined;
      const source = key === undefined ? null : (docx.sources.get(key) ?? null);
      return {
        from: start,
        to: start + (match[1] ?? '').length,
        text: match[1] ?? '',
        source,
        style,
        isLast: at === texts.length - 1,
      };
    });
  });
}

export function rowsIn({
  xml,
}: Pick<OpenDocx, 'xml'>): { readonly from: number; readonly to: number; readonly isHead: boolean }[] {
  return [...xml.matchAll(/<w:tr>(?:(?!<\/w:tr>).)*<\/w:tr>/gsu)].map(({ 0: whole, index }) => ({
    from: index,
    to: index + whole.length,
    isHead: whole.includes('<w:tblHeader/>'),
  }));
}

export function spliced(xml: string, { from, to }: { readonly from: number; readonly to: number }, text: string): string {
  return xml.slice(0, from) + text + xml.slice(to);
}
