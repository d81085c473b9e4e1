import { MOTTO, NATION, RECIPIENTS_LABEL } from '../../words/report/frame-lines.ts';

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
