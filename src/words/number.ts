/** A number in Vietnamese writing: comma decimals, dot thousands, at most `decimals` places, none when exact («97,28», «57.689»). */
export function sayNumber(value: number, decimals = 2): string {
  const rounded = Number(value.toFixed(decimals));
  const exact = Number.isInteger(rounded);
  const [whole = '0', fraction] = Math.abs(rounded)
    .toFixed(exact ? 0 : decimals)
    .split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, '.');
  return `${rounded < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** A small count as reports print it: 0–9 with a leading zero («06 hồ sơ»). */
export function sayCount(value: number): string {
  return Number.isInteger(value) && value >= 0 && value < 10 ? `0${value}` : sayNumber(value);
}

/** A percentage: no space before %, no decimals when exact, else two («62%», «97,30%»). */
export function sayPercent(value: number): string {
  return `${sayNumber(value)}%`;
}

export type ReadNumber =
  | { readonly ok: true; readonly value: number; readonly percent: boolean }
  | { readonly ok: false; readonly reason: 'not-a-number' | 'ambiguous' };
