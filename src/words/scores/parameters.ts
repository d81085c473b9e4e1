import { fold } from '../../domain/core/word.ts';
import type { GivenValue, ScoreParameters, Step } from '../../domain/scores/criterion.ts';
import { NO, YES } from '../core/labels.ts';
import { readNumber } from '../core/number.ts';

const NONE: ScoreParameters = {
  ...{ steps: [], counts: false, least: null, floor: null, weights: [], allowed: [], each: null, nothingIsFull: false },
  ...{ byOthers: false, excludedYears: [], leastForms: null, unread: [] },
};

/**
 * `Tham số`: «100: 2; 80: 1; 0: 0» are steps, «>100: 3» one that is reached only above; «đếm», «tối thiểu: 4», «sàn: 70», «trọng số: 1 / 0,5»,
 * «giá trị: 0 / 0,5», «mỗi: 0,25», «không phát sinh: tối đa», «không tự chấm», «loại năm: 2025», «phiếu tối thiểu: 50».
 */
export function readParameters(text: string): ScoreParameters {
  const parts = text.split(/[;\n]/u).map((part) => part.trim());
  return parts.filter((part) => part !== '').reduce(withPart, NONE);
}

function withPart(known: ScoreParameters, part: string): ScoreParameters {
  const [name = '', ...rest] = part.split(':');
  const value = rest.join(':').trim();
  const step = stepOf(name.trim(), value);
  if (step !== null) return { ...known, steps: [...known.steps, step] };
  const read = PARTS[fold(name)]?.(value) ?? null;
  return read === null ? { ...known, unread: [...known.unread, part] } : { ...known, ...read };
}

function stepOf(name: string, value: string): Step | null {
  const strict = name.startsWith('>');
  const [from, points] = [numberIn(name.replace(/^>\s*/u, '')), numberIn(value)];
  return from === null || points === null ? null : { from, strict, points };
}

type Read = (value: string) => Partial<ScoreParameters> | null;
const number =
  (key: keyof ScoreParameters): Read =>
  (value) => {
    const read = numberIn(value);
    return read === null ? null : { [key]: read };
  };
const list =
  (key: keyof ScoreParameters): Read =>
  (value) => {
    const all = value.split('/').map(numberIn);
    return all.some((each) => each === null) ? null : { [key]: all };
  };

const PARTS: Readonly<Record<string, Read>> = {
  đếm: () => ({ counts: true }),
  'tối thiểu': number('least'),
  sàn: number('floor'),
  'trọng số': list('weights'),
  'giá trị': list('allowed'),
  mỗi: number('each'),
  'không phát sinh': (value) => (fold(value) === 'tối đa' ? { nothingIsFull: true } : null),
  'không tự chấm': () => ({ byOthers: true }),
  'loại năm': list('excludedYears'),
  'phiếu tối thiểu': number('leastForms'),
};

function numberIn(text: string): number | null {
  const read = readNumber(text.trim(), 'vi');
  return read.ok ? read.value : null;
}

/** `Kết quả`: «có», «không», a number, or numbers between `;` (one for each weight, or parts of one score). */
export function readGiven(text: string): GivenValue | null {
  const said = fold(text);
  if (said === '') return null;
  if (said === YES || said === 'đạt') return { is: 'yes' };
  if (said === NO || said === 'không đạt') return { is: 'no' };
  const numbers = text.split(/[;+]/u).map((part) => numberIn(part));
  return numbers.some((each) => each === null) ? { is: 'unreadable', text } : { is: 'numbers', numbers: numbers as number[] };
}
