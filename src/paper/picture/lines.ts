import type { Run } from '../../words/paper/paper.ts';
import { widthOf } from './letter-widths.ts';

/** Words that look alike and stand beside each other. */
export type Stretch = Pick<Run, 'bold' | 'italic'> & { readonly text: string };
export type Line = readonly Stretch[];

type Word = { readonly text: string; readonly run: Run; readonly isNew: boolean };

/** Runs as lines that fit the width; a word that is wider than a line is cut. */
export function linesOf(runs: readonly Run[], width: number, size: number): Line[] {
  const lines: Word[][] = [];
  let line: Word[] = [];
  let filled = 0;
  const end = (): void => {
    if (line.length > 0) lines.push(line);
    [line, filled] = [[], 0];
  };
  for (const word of wordsOf(runs, width, size)) {
    const isBold = word.run.bold === true;
    const gap = line.length > 0 && word.isNew ? widthOf(' ', size, isBold) : 0;
    const wide = widthOf(word.text, size, isBold);
    if (line.length > 0 && filled + gap + wide > width) end();
    filled += (line.length === 0 ? 0 : gap) + wide;
    line.push(word);
  }
  end();
  return lines.map(stretches);
}

/** `isNew`: white space stands before it; a run may end within a word. */
function wordsOf(runs: readonly Run[], width: number, size: number): Word[] {
  let isNew = false;
  return runs.flatMap((run) =>
    run.text.split(/([ \t\r\n]+)/u).flatMap((piece): Word[] => {
      if (piece === '') return [];
      if (/^[ \t\r\n]/u.test(piece)) {
        isNew = true;
        return [];
      }
      const cut = cutTo(piece, width, { size, isBold: run.bold === true });
      const words = cut.map((text, at) => ({ text, run, isNew: at === 0 && isNew }));
      isNew = false;
      return words;
    }),
  );
}

function cutTo(word: string, width: number, { size, isBold }: { readonly size: number; readonly isBold: boolean }): string[] {
  if (widthOf(word, size, isBold) <= width) return [word];
  const pieces = [''];
  for (const letter of word) {
    const longer = `${pieces[pieces.length - 1] ?? ''}${letter}`;
    if (widthOf(longer, size, isBold) > width && longer !== letter) pieces.push(letter);
    else pieces[pieces.length - 1] = longer;
  }
  return pieces;
}

function stretches(words: readonly Word[]): Line {
  const line: { text: string; bold?: boolean; italic?: boolean }[] = [];
  words.forEach(({ text, run, isNew }, at) => {
    const spaced = at > 0 && isNew ? ` ${text}` : text;
    const last = line[line.length - 1];
    const { bold = false, italic = false } = run;
    if (last !== undefined && last.bold === bold && last.italic === italic) last.text += spaced;
    else line.push({ text: spaced, bold, italic });
  });
  return line;
}
