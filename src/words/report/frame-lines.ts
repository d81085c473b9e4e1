import type { Frame } from '../paper/paper.ts';

/** The fixed words of an official document, and its lists as they print (Nghị định 30/2020, Phụ lục I). */

export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
export const RECIPIENTS_LABEL = 'Nơi nhận:';

/** One addressee stands on the same line; several each on their own, with dashes. */
export function addresseeLines({ addressees }: Frame): string[] {
  const [first, ...others] = addressees;
  if (first === undefined) return [];
  return others.length === 0 ? [`Kính gửi: ${first}.`] : ['Kính gửi:', ...dashed(addressees)];
}

export function recipientLines({ recipients }: Frame): string[] {
  return dashed(recipients);
}

function dashed(items: readonly string[]): string[] {
  return items.map((item, index) => `- ${item}${index === items.length - 1 ? '.' : ';'}`);
}
