import type { Annex, Paper } from '../../words/paper/paper.ts';
import { blocksXml, paragraphXml, textRun } from './body.ts';
import type { SourceKeys } from './keys.ts';

/** Nghị định 30/2020: A4, margins 20, 15, 20 and 30 mm in twentieths of a point; text as wide as what they leave. */
const SHORT_SIDE = 11_906;
const LONG_SIDE = 16_838;
const MARGIN = { top: 1134, right: 1134, bottom: 1134, left: 1701, header: 397, footer: 567 } as const;

export function textWidth(landscape: boolean): number {
  return (landscape ? LONG_SIDE : SHORT_SIDE) - MARGIN.left - MARGIN.right;
}

/** Section properties: its paper, and its pages numbered from 1 with none on the first. */
function sectionXml(landscape: boolean): string {
  const [width, height] = landscape ? [LONG_SIDE, SHORT_SIDE] : [SHORT_SIDE, LONG_SIDE];
  const margins = Object.entries(MARGIN).map(([side, twips]) => `w:${side}="${twips}"`);
  return [
    '<w:sectPr>',
    '<w:headerReference w:type="default" r:id="rIdNext"/><w:headerReference w:type="first" r:id="rIdFirst"/>',
    '<w:type w:val="nextPage"/>',
    `<w:pgSz w:w="${width}" w:h="${height}"${landscape ? ' w:orient="landscape"' : ''}/>`,
    `<w:pgMar ${margins.join(' ')} w:gutter="0"/>`,
    '<w:pgNumType w:start="1"/><w:titlePg/>',
    '</w:sectPr>',
  ].join('');
}

/** How sections look: ours, or those of an office's template. */
export type SectionLook = { readonly xml: (landscape: boolean) => string; readonly width: (landscape: boolean) => number };
export const OWN_SECTIONS: SectionLook = { xml: sectionXml, width: textWidth };

/** Everything after the signature: the break that ends the body's section, the annexes, the last section's properties. */
export function sectionsXml({ annexes, landscape: lying }: Paper, keys: SourceKeys, look = OWN_SECTIONS): string {
  const sections = [lying === true, ...annexes.map(({ landscape }) => landscape)];
  const ends = sections.map((landscape, index) =>
    index === sections.length - 1
      ? look.xml(landscape)
      : `<w:p><w:pPr><w:pStyle w:val="Nho"/>${look.xml(landscape)}</w:pPr></w:p>`,
  );
  return ends.map((end, index) => `${annexXml(annexes[index - 1], keys, look)}${end}`).join('');
}

function annexXml(annex: Annex | undefined, keys: SourceKeys, look: SectionLook): string {
  if (annex === undefined) return '';
  const { label, title, reference, landscape, blocks } = annex;
  return [
    paragraphXml('PhuLuc', textRun({ text: label })),
    paragraphXml('TenPhuLuc', textRun({ text: title })),
    paragraphXml('KemTheo', textRun({ text: reference })),
    blocksXml(blocks, { width: look.width(landscape), keepLast: false, keys }),
  ].join('');
}
