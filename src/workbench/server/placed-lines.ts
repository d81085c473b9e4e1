import { Unusable } from '../../host/core/unusable.ts';
import { LINE_REFUSALS, type LineThen, sayLineKey } from '../../words/pages/workbench-server.ts';
import type { SheetModel } from '../../xlsx/model.ts';
import type { SeenLines } from '../protocol.ts';
import { type LineKeys, lineKeysOf } from './lines/line-keys.ts';
import type { FoundLine } from './lines/line-log.ts';
import { readingOf } from './lines/type-block.ts';
import type { WorkbookSession } from './session-state.ts';

/** A line that somebody meant is not there any more; `row`: where it would be now, where that is known. */
export class Misplaced extends Unusable {
  readonly row: number | null;
  constructor(sentence: string, row: number | null) {
    super(sentence);
    this.row = row;
  }
}

export type Meant = { readonly window: string; readonly sheet: SheetModel; readonly row: number; readonly seen: SeenLines };

/** Where lines are now that a person at a window meant, as seen then. Throws `Misplaced`, naming the old and the new place. */
export function placedLines(session: WorkbookSession, { window, sheet, row, seen }: Meant): number[] {
  const keys = lineKeysOf(sheet, readingOf(session.book.host));
  return seen.keys.map((key, down) => {
    const then = { window, version: seen.version, row: row + down, key };
    const found = session.book.lines.find(sheet.id, then, keys);
    if (found.is === 'found') return found.row;
    throw new Misplaced(sentenceOf(found, { row: row + down, name: sayLineKey(key) }, keys), found.row);
  });
}

function sentenceOf(found: Exclude<FoundLine, { is: 'found' }>, then: LineThen, keys: LineKeys): string {
  if (found.is === 'several') return LINE_REFUSALS.several(then, found.rows);
  if (found.is === 'renamed')
    return LINE_REFUSALS.renamed(then, { row: found.row ?? 0, name: sayLineKey(keys.of(found.row ?? 0)) });
  if (found.is === 'gone' || found.is === 'unnamed') return LINE_REFUSALS[found.is](then);
  return LINE_REFUSALS[found.is];
}
