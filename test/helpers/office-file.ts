import { writeZip } from '../../src/paper/zip/write-zip.ts';

export const run = (text: string, look = ''): string => `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`;
/** As Word leaves a tag in which somebody corrected a letter. */
const split = (tag: string): string =>
  `${run('{')}<w:proofErr w:type="spellStart"/>${run(tag.slice(0, 4))}<w:bookmarkStart w:id="1" w:name="_GoBack"/><w:bookmarkEnd w:id="1"/>${run(tag.slice(4), '<w:rPr><w:b/></w:rPr>')}<w:proofErr w:type="spellEnd"/>${run('}')}`;
export const paragraph = (inner: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
const centred = '<w:jc w:val="center"/>';

const FRAME = [
  paragraph(run('{#co_quan_ban_hanh}')),
  paragraph(run('{.}'), centred),
  paragraph(run('{/co_quan_ban_hanh}')),
  paragraph(split('quoc_hieu'), centred),
  paragraph(split('tieu_ngu'), centred),
  paragraph(split('so_ky_hieu'), centred),
  paragraph(run('{dia_danh_ngay}'), centred),
  paragraph(run('{ten_loai}'), centred),
  paragraph(run('{trich_yeu}'), centred),
  paragraph(run('{@noi_dung}')),
  paragraph(run('Nơi nhận:')),
  paragraph(run('{#noi_nhan}')),
  paragraph(run('{.}')),
  paragraph(run('{/noi_nhan}')),
  paragraph(run('{quyen_han}'), centred),
  paragraph(run('{ho_ten}'), centred),
];
const SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';

/** A Word file of an office: styles of its own names, Calibri by default, no style of ours, and a picture. */
export function officeFile(body = FRAME.join(''), more: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return writeZip(
    new Map<string, string | Uint8Array>([
      [
        '[Content_Types].xml',
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>',
      ],
      [
        '_rels/.rels',
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ],
      [
        'word/_rels/document.xml.rels',
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relations}/image" Target="media/image1.png"/></Relationships>`,
      ],
      [
        'word/document.xml',
        `<?xml version="1.0" encoding="UTF-8"?><w:document ${w}><w:body>${body}${SECTION}</w:body></w:document>`,
      ],
      [
        'word/styles.xml',
        `<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:customStyle="1" w:styleId="OBang"><w:name w:val="Ô bảng"/><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="24"/></w:rPr></w:style></w:styles>`,
      ],
      ['word/media/image1.png', new Uint8Array([137, 80, 78, 71, 0, 255])],
      ...Object.entries(more),
    ]),
  );
}
