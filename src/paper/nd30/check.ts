import type { Source } from '../../domain/core/source.ts';
import { tidy } from '../../domain/core/word.ts';
import { LAYOUT_RULE_IDS, type LayoutRule } from '../../words/report/nd30.ts';
import { type DocxParts, readDocx, type SeenDocument } from './read-docx.ts';
import * as frame from './rules-frame.ts';
import * as page from './rules-page.ts';
import * as text from './rules-text.ts';
/** `where` is the text that breaks the rule, or the number of the section; '' when a component is not there. */
export type LayoutFinding = { readonly rule: LayoutRule; readonly ok: boolean; readonly where: string };

/** The value behind a source: a number, or the text as typed; `null` when there is none. */
export type ValueOf = (source: Source) => number | string | null;

const RULES: Readonly<Record<Exclude<LayoutRule, 'R22'>, page.Rule>> = {
  R1: page.pageSize,
  R2: page.margins,
  R3: page.font,
  R4: page.pageNumber,
  R5: frame.nation,
  R6: frame.motto,
  R7: frame.issuer,
  R8: frame.number,
  R9: frame.placeAndDay,
  R10: frame.docType,
  R11: frame.subject,
  R12: text.bodyLook,
  R13: text.headings,
  R14: text.ending,
  R15: frame.recipients,
  R16: frame.signature,
  R17: frame.asAbove,
  R18: text.annexesNamed,
  R19: frame.padding,
  R20: text.slips,
  R21: text.composed,
};

/**
 * Checks a finished .docx against the rules of docs/rules.md#the-form-of-documents: one finding per rule that holds, one per
 * place that breaks one.
 */
export function checkLayout(parts: DocxParts, wanted: ValueOf): LayoutFinding[] {
  const document = readDocx(parts);
  return LAYOUT_RULE_IDS.flatMap((rule): LayoutFinding[] => {
    const places = rule === 'R22' ? untraced(document, wanted) : RULES[rule](document);
    return places.length === 0 ? [{ rule, ok: true, where: '' }] : places.map((where) => ({ rule, ok: false, where }));
  });
}

/** R22: each figure in a content control equals the value at its source. */
function untraced({ paragraphs, sources }: SeenDocument, wanted: ValueOf): string[] {
  return paragraphs
    .flatMap(({ runs }) => runs)
    .filter(({ key, text: printed }) => {
      if (key === null) return false;
      const source = sources.get(key);
      return source === undefined || !tracesTo(printed, wanted(source));
    })
    .map(({ text: printed }) => printed);
}

/** Print shows two decimals at most. */
const PRINTED_STEP = 0.0051;

/** Whether a printed figure or text says this value: numbers as far as print shows them, texts line by line. */
export function tracesTo(printed: string, value: number | string | null): boolean {
  if (value === null) return false;
  if (typeof value === 'string') return tidied(value).includes(tidied(printed));
  const read = Number(printed.replace(/%$/u, '').replace(/\./gu, '').replace(',', '.'));
  return printed.trim() !== '' && Math.abs(read - value) < PRINTED_STEP;
}

/** A text's lines are looked for one after another, so the last text is kept: a long one has a hundred. */
let last = { text: '', tidied: '' };

function tidied(text: string): string {
  if (text.length < LONG) return tidy(text);
  if (last.text !== text) last = { text, tidied: tidy(text) };
  return last.tidied;
}

const LONG = 1000;
