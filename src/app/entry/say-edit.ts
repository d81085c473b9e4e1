import { sayFinding } from '../../words/checks/findings.ts';
import { sayCellProblem } from '../../words/checks/problems.ts';
import { sayLateEdit, sayNotAsked } from '../../words/entry/edited.ts';
import { editWord, type Touched } from './edit-word.ts';
import type { Pasted } from './paste-summary.ts';

/** What a person is told of the one row just edited, in one text; `null` where nothing has to be said. */
export function sayEdit({ book, entry, today }: Pasted, touched: Touched): string | null {
  const word = editWord(book, entry, touched, today);
  if (word === null) return null;
  const { problems, findings, notAsked, closed } = word;
  return [
    ...problems.map(sayCellProblem).map(begun),
    ...findings.map(sayFinding),
    ...notAsked.map(sayNotAsked),
    ...(closed === null ? [] : [sayLateEdit(closed)]),
  ].join(' ');
}

function begun(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
