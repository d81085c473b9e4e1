const INK = '#1f2933';
const WHITE = '#ffffff';
/** WCAG AA for text of this size. */
const ENOUGH = 4.5;

/** The colour to write with on this background: the cell's own where it can be read, else dark or white. */
export function readableInk(color: string | null, background: string | null): string {
  const under = luminance(background ?? WHITE);
  const own = color ?? INK;
  if (ratio(luminance(own), under) >= ENOUGH) return own;
  return ratio(luminance(INK), under) >= ratio(1, under) ? INK : WHITE;
}

function ratio(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function luminance(color: string): number {
  const hex = /^#?([0-9a-f]{6})$/iu.exec(color)?.[1];
  if (hex === undefined) return 1;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
