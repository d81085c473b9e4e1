import { childOf, childrenOf, type Element, rootOf } from './elements.ts';
import { attributeOf } from './xml.ts';

/** The sixty-four colours of the old palette that files still name by number (0–7 repeat 8–15). */
const PALETTE =
  '000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  );

/** The colours a theme names by number, in the order cells use (which swaps light and dark of the theme's own order). */
export function themeColors(xml: string | null): string[] {
  if (xml === null) return [];
  const scheme = childOf(childOf(rootOf(xml), 'themeElements'), 'clrScheme');
  const listed = (scheme === null ? [] : childrenOf(scheme)).map((slot) => {
    const color = childrenOf(slot)[0];
    if (color === undefined) return '000000';
    const tag = { start: color.start, end: color.tagEnd };
    return (attributeOf(xml, tag, 'lastClr') ?? attributeOf(xml, tag, 'val') ?? '000000').toLowerCase();
  });
  const [dark1 = '000000', light1 = 'ffffff', dark2 = '000000', light2 = 'ffffff', ...accents] = listed;
  return [light1, dark1, light2, dark2, ...accents];
}

/** `#rrggbb` of a colour element; null when it is absent or left to the system. */
export function colorOf(element: Element | null, theme: readonly string[]): string | null {
  if (element === null) return null;
  const read = (name: string): string | null => attributeOf(element.xml, { start: element.start, end: element.tagEnd }, name);
  const rgb = read('rgb');
  if (rgb !== null && /^[0-9a-f]{6,8}$/iu.test(rgb)) return `#${rgb.slice(-6).toLowerCase()}`;
  const indexed = read('indexed');
  if (indexed !== null) {
    const found = PALETTE[Number(indexed) < 8 ? Number(indexed) : Number(indexed) - 8];
    return found === undefined ? null : `#${found}`;
  }
  const slot = read('theme');
  const base = slot === null ? undefined : theme[Number(slot)];
  return base === undefined ? null : `#${tinted(base, Number(read('tint') ?? 0))}`;
}

/** A tint moves each channel towards white (positive) or black (negative): near enough to what Excel does in HSL. */
function tinted(hex: string, tint: number): string {
  const channel = (at: number): string => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16);
    const moved = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
    return Math.round(moved).toString(16).padStart(2, '0');
  };
  return channel(0) + channel(2) + channel(4);
}
