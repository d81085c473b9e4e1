import { letters, place } from './address.ts';
import type { SheetModel } from './model.ts';
import type { ListLookup } from './validations.ts';

/** The sheet, hidden from everyone, that keeps lists a validation cannot hold in its own text; one list a column. */
export const LIST_SHEET = '_cchc_lists';
/** Its `sheetId`: far above those a new tab is given, and below the format's limit. */
export const LIST_SHEET_ID = 65_000;

/** The most a validation's own text may hold, in characters. */
const LITERAL_LIMIT = 255;

/** A list as a validation's own text; null when it is too long or a choice has a comma, quotes or spaces around it. */
export function literalList(choices: readonly string[]): string | null {
  const text = choices.join(',');
  const simple = choices.every(
    (choice) => choice !== '' && choice === choice.trim() && !/[",\n\r\t]|_x[0-9A-Fa-f]{4}_/u.test(choice),
  );
  return simple && choices.length > 0 && text.length <= LITERAL_LIMIT ? `"${text}"` : null;
}

const OUR_REFERENCE = new RegExp(`^'?${LIST_SHEET}'?!\\$([A-Z]+)\\$1:\\$[A-Z]+\\$(\\d+)$`, 'u');

/** Reads references to that sheet. */
export function listLookup(lists: SheetModel | null): ListLookup {
  // Thousands of rules may lean on one list.
  const kept = new Map<string, readonly string[]>();
  return (formula) => {
    const found = OUR_REFERENCE.exec(formula);
    if (lists === null || found === null) return null;
    const { column } = place(found[1] ?? '');
    const known = kept.get(formula);
    if (known !== undefined) return known;
    const length = Math.min(Number(found[2]), lists.maxRows);
    const choices = Array.from({ length }, (_, i) => String(lists.cells.get(i + 1)?.get(column)?.value ?? ''));
    kept.set(formula, choices);
    return choices;
  };
}

/** The reference to a list on that sheet, which is put there unless it is there already. */
export function keptList(lists: SheetModel, choices: readonly string[]): string {
  const columns = Math.max(0, ...[...lists.cells.values()].flatMap((line) => [...line.keys()]));
  const same = (column: number): boolean =>
    choices.every((choice, i) => lists.cells.get(i + 1)?.get(column)?.value === choice) &&
    (lists.cells.get(choices.length + 1)?.get(column)?.value ?? '') === '';
  let column = 1;
  while (column <= columns && !same(column)) column += 1;
  if (column > columns) for (const [i, choice] of choices.entries()) putChoice(lists, { row: i + 1, column }, choice);
  return `${LIST_SHEET}!$${letters(column)}$1:$${letters(column)}$${Math.max(1, choices.length)}`;
}

function putChoice(lists: SheetModel, at: { row: number; column: number }, value: string): void {
  const line = lists.cells.get(at.row) ?? new Map();
  lists.cells.set(at.row, line);
  line.set(at.column, {
    value,
    formula: null,
    style: { numberFormat: '@', background: null, fontColor: null, bold: false, wrap: false, horizontal: null, vertical: null },
  });
}
