import { describe, expect, it } from 'vitest';
import { vietnameseEncodings, vietnameseLetters } from '../fixtures/corpus/vietnamese.ts';
import { corpus, countsByKind } from '../fixtures/corpus.ts';

describe('the corpus of hostile and odd texts', () => {
  it('has at least 1,250 of them, each once, and so many of each kind', () => {
    const texts = corpus();
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
    expect(texts.length).toBeGreaterThanOrEqual(1_250);
    expect(countsByKind(texts)).toEqual({
      naughty: 176,
      value: 83,
      formula: 208,
      html: 126,
      mail: 113,
      xml: 82,
      template: 101,
      path: 130,
      unicode: 506,
      length: 39,
    });
  });

  it('has the 134 letters of Vietnamese in 326 encodings', () => {
    expect(new Set(vietnameseLetters()).size).toBe(134);
    expect(new Set(vietnameseEncodings()).size).toBe(326);
    expect(new Set(vietnameseEncodings().map((text) => text.normalize('NFC'))).size).toBe(134);
  });

  it('has what the public lists leave out: NUL, both line ends, texts that are not NFC, halves of pairs', () => {
    const texts = corpus().map(({ text }) => text);
    const holding = [...['\u0000', '\r\n', '\u2028'].map((sign) => texts.filter((text) => text.includes(sign)).length)];
    const broken = texts.filter((text) => /[\ud800-\udfff]/u.test(text)).length;
    const composable = texts.filter((text) => text !== text.normalize('NFC')).length;
    for (const count of [...holding, broken, composable]) expect(count).toBeGreaterThan(4);
  });
});
