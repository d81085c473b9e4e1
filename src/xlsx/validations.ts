import type { Rect } from './address.ts';
import { childOf, childrenOf, type Element } from './elements.ts';
import type { ListValidation } from './model.ts';
import { countedRects, type Tally } from './sheet-scan.ts';
import { read } from './styles.ts';
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
