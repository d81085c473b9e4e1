import { folded } from './fold-text.ts';

/** Words in front of a post's own name. */
const GENERAL = /^(?:công chức|cán bộ|bộ phận|phòng|ban|ủy ban nhân dân|ubnd) /u;
const LIKE = 0.6;

/** The office's post that a document most likely means by a name («Phòng VH-XH»), or `null`; a guess to be confirmed, never written. */
export function closestRole(name: string, known: readonly string[]): string | null {
  const scored = known
    .map((role) => ({ role, like: likeness(bare(name), bare(role)) }))
    .sort((one, other) => other.like - one.like);
  const [first, second] = scored;
  return first === undefined || first.like < LIKE || first.like === second?.like ? null : first.role;
}

function bare(name: string): string {
  return folded(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(GENERAL, '');
}

/** 1: the same words, or one is made of the initials of the other; else the share of words that both have. */
function likeness(one: string, other: string): number {
  if (one === other || initials(one) === initials(other)) return 1;
  const [left, right] = [new Set(one.split(' ')), new Set(other.split(' '))];
  const both = [...left].filter((word) => right.has(word)).length;
  return (2 * both) / (left.size + right.size);
}

/** «văn hóa xã hội», «vh xh» → «vhxh»: a word of consonants alone is initials already. */
function initials(text: string): string {
  return text
    .split(' ')
    .map((word) => (/^(?:[bcdđghklmnpqrstvx]{2,}|ubnd)$/u.test(word) ? word : word.charAt(0)))
    .join('');
}
