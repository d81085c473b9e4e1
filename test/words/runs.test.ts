import { describe, expect, it } from 'vitest';
import { MOST_LINES } from '../../src/domain/core/word.ts';
import { linesOf } from '../../src/words/paper/runs.ts';

const letters = (text: string): string => text.replace(/\s+/gu, '');

describe('the lines of a typed text', () => {
  it('are tidy, and none is empty', () => {
    expect(linesOf(' một \r\n\n  hai  ba\n')).toEqual(['một', 'hai ba']);
    expect(linesOf('')).toEqual([]);
    expect(linesOf('\n \n')).toEqual([]);
  });

  it('are as many as a cell may bring, with all words of a text that has more', () => {
    for (const lines of [MOST_LINES - 1, MOST_LINES, MOST_LINES + 1, 16_000]) {
      const text = Array.from({ length: lines }, (_, at) => `dòng ${at}`).join('\n');
      const found = linesOf(text);
      expect(found.length).toBe(Math.min(lines, MOST_LINES));
      expect(letters(found.join(''))).toBe(letters(text));
    }
  });
});
