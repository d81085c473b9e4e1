/** Print shows two decimals at most. */
const PRINTED_STEP = 0.0051;

/** Whether a printed figure or text says this value: numbers as far as print shows them, texts line by line. */
export function tracesTo(printed: string, value: number | string | null): boolean {
  if (value === null) return false;
  if (typeof value === 'string') return tidied(value).includes(tidied(printed));
  const read = Number(printed.replace(/%$/u, '').replace(/\./gu, '').replace(',', '.'));
  return printed.trim() !== '' && Math.abs(read - value) < PRINTED_STEP;
}

function tidied(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b]+/gu, ' ')
    .trim();
}
