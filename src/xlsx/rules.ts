import { letters, place, type Rect } from './address.ts';
import { childOf, childrenOf, type Element } from './elements.ts';
import type { FormulaPaint, ListValidation, SheetModel } from './model.ts';
import { countedRects, type Tally } from './sheet-scan.ts';
import { read, type Styles } from './styles.ts';
import { textOf } from './xml.ts';

/** A validation of the file and, when it is a list we can say, what the model says of it: one rule for each of its areas. */
export type ReadValidation = {
  readonly element: Element;
  readonly areas: readonly Rect[];
  readonly rules: readonly ListValidation[];
};

/** Finds the choices behind a reference to the sheet where long lists are kept; null when it points elsewhere. */
export type ListLookup = (formula: string) => readonly string[] | null;

/** Reads the validations of a sheet. */
export function readValidations(
  element: Element | undefined,
  { lookup, tally }: { readonly lookup: ListLookup; readonly tally: Tally },
): ReadValidation[] {
  return (element === undefined ? [] : childrenOf(element)).map((one) => {
    const areas = countedRects(read(one, 'sqref') ?? '', tally);
    return { element: one, areas, rules: listRules(one, { areas, lookup }) };
  });
}

function listRules(one: Element, from: { areas: readonly Rect[]; lookup: ListLookup }): ListValidation[] {
  const formula = childOf(one, 'formula1');
  if (read(one, 'type') !== 'list' || formula === null) return [];
  const text = textOf(one.xml, formula.tagEnd, formula.insideEnd).trim();
  const choices = /^".*"$/su.test(text) ? literal(text) : from.lookup(text);
  if (choices === null) return [];
  const strict = read(one, 'showErrorMessage') === '1' && (read(one, 'errorStyle') ?? 'stop') === 'stop';
  const help = read(one, 'prompt');
  return from.areas.map((area) => ({ ...area, choices, allowInvalid: !strict, help }));
}

function literal(text: string): string[] {
  return text
    .slice(1, -1)
    .replaceAll('""', '"')
    .split(',')
    .map((choice) => choice.trim());
}

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

/** A conditional format rule of the file, inside its `conditionalFormatting`, and what the model says of it when it is a formula. */
export type ReadPaint = { readonly parent: Element; readonly element: Element; readonly rules: readonly FormulaPaint[] };

/** Reads the conditional formats of a sheet. */
export function readPaints(children: readonly Element[], from: PaintContext): ReadPaint[] {
  return children
    .filter(({ name }) => name === 'conditionalFormatting')
    .flatMap((parent) =>
      childrenOf(parent)
        .filter(({ name }) => name === 'cfRule')
        .map((element) => ({ parent, element, rules: formulaRules(parent, element, from) })),
    );
}

type PaintContext = { readonly styles: Styles; readonly tally: Tally };

function formulaRules(parent: Element, element: Element, { styles, tally }: PaintContext): FormulaPaint[] {
  const formula = childOf(element, 'formula');
  const dxf = read(element, 'dxfId');
  if (read(element, 'type') !== 'expression' || formula === null) return [];
  const look = dxf === null ? undefined : styles.paints[Number(dxf)];
  const areas = countedRects(read(parent, 'sqref') ?? '', tally);
  const stops = read(element, 'stopIfTrue');
  const text = textOf(element.xml, formula.tagEnd, formula.insideEnd);
  return areas.map((area) => ({
    ...area,
    formula: text,
    background: look?.background ?? null,
    fontColor: look?.fontColor ?? null,
    bold: look?.bold ?? false,
    // Ours are the rules we could write again without losing anything.
    ours: look?.exact === true && areas.length === 1 && stops === null,
  }));
}
