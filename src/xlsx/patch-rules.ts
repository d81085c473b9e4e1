import { type Rect, reference } from './address.ts';
import { without } from './areas.ts';
import { rawOf, retagged, rewritten } from './elements.ts';
import { keptList, literalList } from './list-sheet.ts';
import type { FormulaPaint, ListValidation, SheetModel } from './model.ts';
import type { ReadPaint } from './paints.ts';
import { childEdit, type Edit, placeFor, SHEET_ORDER, tagNames } from './place-child.ts';
import type { ReadSheet } from './read.ts';
import type { StyleTable } from './style-table.ts';
import { read } from './styles.ts';
import { encode } from './xml.ts';

/** The longest help a validation may show, in characters. */
const PROMPT_LIMIT = 255;

const ruleKey = (rule: ListValidation): string =>
  JSON.stringify([rule.row, rule.column, rule.rows, rule.columns, rule.choices, rule.allowInvalid, promptOf(rule)]);

const promptOf = ({ help }: ListValidation): string | null =>
  help === null || help.length <= PROMPT_LIMIT ? help : `${help.slice(0, PROMPT_LIMIT - 1)}…`;

/** Brings the lists of a sheet to the model; validations of other kinds stay as they are, cut where a new list now rules. */
export function validationEdits(sheet: ReadSheet, wanted: SheetModel, lists: SheetModel): Edit[] {
  const wishes = new Set(wanted.validations.map(ruleKey));
  const stays = ({ rules }: ReadSheet['validations'][number]): boolean => rules.every((rule) => wishes.has(ruleKey(rule)));
  const kept = sheet.validations.filter(stays);
  const held = new Set(kept.flatMap(({ rules }) => rules.map(ruleKey)));
  const fresh = wanted.validations.filter((rule) => !held.has(ruleKey(rule)));
  if (fresh.length === 0 && kept.length === sheet.validations.length) return [];
  const root = sheet.scan.root;
  const parent = { root, children: sheet.scan.children, order: SHEET_ORDER };
  const tag = tagNames(root);
  const old = kept.flatMap(({ element, areas, rules }) => {
    const left =
      rules.length > 0
        ? [...areas]
        : fresh.reduce<Rect[]>((rest, hole) => rest.flatMap((area) => without(area, hole)), [...areas]);
    if (left.length === 0) return [];
    return [same(left, areas) ? rawOf(element) : rewritten(element, { sqref: left.map(reference).join(' ') })];
  });
  const pieces = [...old, ...fresh.map((rule) => validationXml(rule, { tag, lists }))];
  const element = parent.children.find(({ name }) => name === 'dataValidations');
  if (pieces.length === 0) return element === undefined ? [] : [{ from: element.start, to: element.end, text: '' }];
  const count = String(pieces.length);
  const open = element === undefined ? `<${tag('dataValidations')} count="${count}">` : retagged(element, { count });
  return [childEdit(parent, 'dataValidations', `${open}${pieces.join('')}</${tag('dataValidations')}>`)];
}

const same = (left: readonly Rect[], areas: readonly Rect[]): boolean =>
  left.length === areas.length && left.every((area, i) => area === areas[i]);

type ListWriting = { readonly tag: (name: string) => string; readonly lists: SheetModel };

function validationXml(rule: ListValidation, { tag, lists }: ListWriting): string {
  const literal = literalList(rule.choices);
  const formula = literal ?? keptList(lists, rule.choices);
  const prompt = promptOf(rule);
  const attributes = [
    'type="list" allowBlank="1"',
    rule.allowInvalid ? '' : 'showErrorMessage="1"',
    prompt === null ? '' : `showInputMessage="1" prompt="${encode(prompt)}"`,
    `sqref="${reference(rule)}"`,
  ];
  const inside = `<${tag('formula1')}>${encode(formula)}</${tag('formula1')}>`;
  return `<${tag('dataValidation')} ${attributes.filter(Boolean).join(' ')}>${inside}</${tag('dataValidation')}>`;
}

const paintKey = (rule: FormulaPaint): string => JSON.stringify([rule.row, rule.column, rule.rows, rule.columns, lookOnly(rule)]);

const lookOnly = ({ formula, background, fontColor, bold }: FormulaPaint): unknown => [
  formula,
  background?.toLowerCase() ?? null,
  fontColor?.toLowerCase() ?? null,
  bold,
];

/** Brings the formula paints of a sheet to the model; rules of every other kind stay as they are. */
export function paintEdits(sheet: ReadSheet, wanted: SheetModel, styles: StyleTable): Edit[] {
  const wishes = new Set(wanted.paints.map(paintKey));
  const kept = sheet.paints.filter(({ rules }) => rules.every((rule) => wishes.has(paintKey(rule))));
  const held = new Set(kept.flatMap(({ rules }) => rules.map(paintKey)));
  const fresh = wanted.paints.filter((rule) => !held.has(paintKey(rule)));
  const gone = sheet.paints.filter((one) => !kept.includes(one));
  return [...removals(gone, kept), ...additions(sheet, { fresh, styles })];
}

function removals(gone: readonly ReadPaint[], kept: readonly ReadPaint[]): Edit[] {
  const full = (one: ReadPaint): boolean => kept.some(({ parent }) => parent.start === one.parent.start);
  const spans = new Map(gone.map((one) => (full(one) ? one.element : one.parent)).map(({ start, end }) => [start, end]));
  return [...spans].map(([from, to]) => ({ from, to, text: '' }));
}

function additions(sheet: ReadSheet, { fresh, styles }: { fresh: readonly FormulaPaint[]; styles: StyleTable }): Edit[] {
  if (fresh.length === 0) return [];
  const tag = tagNames(sheet.scan.root);
  let priority = Math.max(0, ...sheet.paints.map(({ element }) => Number(read(element, 'priority') ?? 0)));
  const pieces = fresh.map((rule) => {
    priority += 1;
    const origin = rule.ours ? undefined : originOf(sheet.paints, rule);
    const text =
      origin === undefined ? ruleXml(rule, { tag, dxf: styles.dxfFor(lowered(rule)), priority }) : rawOf(origin.element);
    return `<${tag('conditionalFormatting')} sqref="${reference(rule)}">${text}</${tag('conditionalFormatting')}>`;
  });
  const last = sheet.scan.children.filter(({ name }) => name === 'conditionalFormatting').at(-1);
  const at =
    last?.end ?? placeFor({ root: sheet.scan.root, children: sheet.scan.children, order: SHEET_ORDER }, 'conditionalFormatting');
  return [{ from: at, to: at, text: pieces.join('') }];
}

const lowered = ({ background, fontColor, bold }: FormulaPaint): Parameters<StyleTable['dxfFor']>[0] => ({
  background: background?.toLowerCase() ?? null,
  fontColor: fontColor?.toLowerCase() ?? null,
  bold,
});

/** The rule of the file that a moved one was: written again whole, as it says more than the model. */
function originOf(paints: readonly ReadPaint[], rule: FormulaPaint): ReadPaint | undefined {
  const wanted = JSON.stringify(lookOnly(rule));
  return paints.find(({ rules }) => rules.some((held) => JSON.stringify(lookOnly(held)) === wanted));
}

type RuleWriting = { readonly tag: (name: string) => string; readonly dxf: number; readonly priority: number };

function ruleXml(rule: FormulaPaint, { tag, dxf, priority }: RuleWriting): string {
  const formula = `<${tag('formula')}>${encode(rule.formula)}</${tag('formula')}>`;
  return `<${tag('cfRule')} type="expression" dxfId="${dxf}" priority="${priority}">${formula}</${tag('cfRule')}>`;
}
