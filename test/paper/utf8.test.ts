import fc from 'fast-check';
import { strFromU8 } from 'fflate';
import { expect, it } from 'vitest';
import { textOfUtf8, utf8Of } from '../../src/paper/zip/utf8.ts';
import { corpus } from '../fixtures/corpus.ts';

it('a text as UTF-8 is what the encoder of the host makes of it', () => {
  const texts = [
    '',
    'a',
    'é',
    'ữ',
    '\uffff',
    '😀',
    'a😀b',
    '\u{10ffff}',
    '\ud83d',
    '\ude00\ud83d',
    ...corpus().map(({ text }) => text),
  ];
  const encoder = new TextEncoder();
  const other = texts.filter((text) => Buffer.compare(utf8Of(text), encoder.encode(text)) !== 0);
  expect(other).toEqual([]);
});

it('UTF-8 as a text is what fflate makes of it, of any bytes', () => {
  const withoutMark = (text: string): string => text.replace(/^\ufeff/u, '');
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 12 }).map(utf8Of),
    fc.constantFrom(...corpus().map(({ text }) => utf8Of(text))),
  );
  fc.assert(
    fc.property(bytes, (some) => withoutMark(textOfUtf8(some)) === withoutMark(strFromU8(some))),
    { numRuns: 5000 },
  );
});

it('a text of many letters goes there and back', () => {
  const long = 'Chỉ tiêu 😀 '.repeat(10_000);
  expect(textOfUtf8(utf8Of(long)) === long).toBe(true);
});
