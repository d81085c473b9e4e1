import { expect, it } from 'vitest';
import { utf8Of } from '../../src/paper/zip/utf8.ts';
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
