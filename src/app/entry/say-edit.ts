import { sayFinding } from '../../words/checks/findings.ts';
import { sayCellProblem } from '../../words/checks/problems.ts';
import { sayLateEdit, sayNotAsked } from '../../words/entry/edit.ts';
import type { EditWord } from './edit-word.ts';

/** What a person is told of the one row just edited, in one text. */
export function sayEdit({ problems, findings, notAsked, closed }: EditWord): string {
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
