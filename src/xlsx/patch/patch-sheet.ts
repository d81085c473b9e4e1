import { letters, place, type Rect, reference } from '../address.ts';
import { without } from '../areas.ts';
import { type ColChange, changedCols, columnXf, writeCols } from '../columns.ts';
import {
  childEdit,
  childrenOf,
  type Edit,
  type Element,
  parsed,
  placeFor,
  prefixOf,
  rawOf,
  retagged,
  rewritten,
  SHEET_ORDER,
  spliced,
  tagNames,
} from '../elements.ts';
import type { FormulaPaint, ListValidation, SheetModel } from '../model.ts';
import type { ReadSheet } from '../read.ts';
import { keptList, literalList, type ReadPaint } from '../rules.ts';
import { argb, lookKey, PLAIN_LOOK, read, type StyleTable } from '../styles.ts';
import { encode } from '../xml.ts';
import type { PatchedRuns } from './patch-blank-rows.ts';
import { cellEdits, type Writing } from './patch-cells.ts';

/** A sheet part brought to the model: its text (the very same when nothing differs), and whether a formula of the file went. */
export type PatchedSheet = { readonly xml: string; readonly formulaGone: boolean };

/** Brings a sheet part to the model, changing nothing else in it. `lists` takes the lists too long for a validation's own text. */
export function patchSheet(
  sheet: ReadSheet,
  wanted: SheetModel,
  writing: Writing & { readonly lists: SheetModel; readonly runs: Pick<PatchedRuns, 'lastRow' | 'lastColumn'> },
): PatchedSheet {
  const cells = cellEdits(sheet, wanted, writing);
  // In the order of the format: what goes in at one place keeps it.
  const edits = [
    ...cells.edits,
    ...dimensionEdit(sheet, cells, writing.runs),
    ...tabColorEdit(sheet, wanted),
    ...paneEdit(sheet, wanted),
    ...columnEdit(sheet, wanted, writing),
    ...paintEdits(sheet, wanted, writing.styles),
    ...validationEdits(sheet, wanted, writing.lists),
  ];
  return { xml: edits.length === 0 ? sheet.scan.xml : spliced(sheet.scan.xml, edits), formulaGone: cells.formulaGone };
}

const child = (sheet: ReadSheet, name: string): Element | undefined => sheet.scan.children.find((found) => found.name === name);

const put = (sheet: ReadSheet, name: string, text: string): Edit =>
  childEdit({ root: sheet.scan.root, children: sheet.scan.children, order: SHEET_ORDER }, name, text);

/** The used area a file claims grows with its cells. */
function dimensionEdit(sheet: ReadSheet, ...written: readonly { lastRow: number; lastColumn: number }[]): Edit[] {
  const dimension = child(sheet, 'dimension');
  const lastRow = Math.max(...written.map((one) => one.lastRow));
  const lastColumn = Math.max(...written.map((one) => one.lastColumn));
  if (dimension === undefined || lastRow === 0) return [];
  const to = place((read(dimension, 'ref') ?? 'A1').split(':').at(-1) ?? 'A1');
  if (lastRow <= to.row && lastColumn <= to.column) return [];
  const ref = `A1:${letters(Math.max(to.column, lastColumn))}${Math.max(to.row, lastRow)}`;
  return [{ from: dimension.start, to: dimension.end, text: rewritten(dimension, { ref }) }];
}

function tabColorEdit(sheet: ReadSheet, { tabColor }: SheetModel): Edit[] {
  if ((tabColor?.toLowerCase() ?? null) === sheet.model.tabColor) return [];
  const held = child(sheet, 'sheetPr');
  const tag = tagNames(sheet.scan.root);
  const color = tabColor === null ? '' : `<${tag('tabColor')} rgb="${argb(tabColor)}"/>`;
  const properties = held ?? parsed(`<${tag('sheetPr')}/>`);
  const others = childrenOf(properties)
    .filter(({ name }) => name !== 'tabColor')
    .map(rawOf);
  const open = retagged(properties, {}).replace(/\s*\/>$/u, '>');
  return [put(sheet, 'sheetPr', `${open}${color}${others.join('')}</${tag('sheetPr')}>`)];
}

function paneEdit(sheet: ReadSheet, { frozenRows, frozenColumns }: SheetModel): Edit[] {
  if (frozenRows === sheet.model.frozenRows && frozenColumns === sheet.model.frozenColumns) return [];
  const tag = tagNames(sheet.scan.root);
  const held = child(sheet, 'sheetViews');
  const views = held ?? parsed(`<${tag('sheetViews')}><${tag('sheetView')} workbookViewId="0"/></${tag('sheetViews')}>`);
  const [view, ...otherViews] = childrenOf(views);
  if (view === undefined) return [];
  // Selections belong to panes that are no more.
  const others = childrenOf(view).filter(({ name }) => name !== 'pane' && name !== 'selection');
  const pane = paneXml({ frozenRows, frozenColumns }, tag);
  const open = retagged(view, {}).replace(/\s*\/>$/u, '>');
  const text = `${open}${pane}${others.map(rawOf).join('')}</${tag('sheetView')}>`;
  const all = `${retagged(views, {})}${text}${otherViews.map(rawOf).join('')}</${tag('sheetViews')}>`;
  return [put(sheet, 'sheetViews', all)];
}

function paneXml(
  { frozenRows, frozenColumns }: Pick<SheetModel, 'frozenRows' | 'frozenColumns'>,
  tag: (name: string) => string,
): string {
  if (frozenRows === 0 && frozenColumns === 0) return '';
  const corner = frozenRows > 0 && frozenColumns > 0 ? 'bottomRight' : 'topRight';
  const active = frozenColumns === 0 ? 'bottomLeft' : corner;
  const x = frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : '';
  const y = frozenRows > 0 ? ` ySplit="${frozenRows}"` : '';
  const topLeft = `${letters(frozenColumns + 1)}${frozenRows + 1}`;
  const selection = `<${tag('selection')} pane="${active}" activeCell="${topLeft}" sqref="${topLeft}"/>`;
  return `<${tag('pane')}${x}${y} topLeftCell="${topLeft}" activePane="${active}" state="frozen"/>${selection}`;
}

function columnEdit(sheet: ReadSheet, wanted: SheetModel, { styles }: Writing): Edit[] {
  const changes = new Map<number, ColChange>();
  const { columnStyles, columnWidths } = sheet.model;
  for (const column of new Set([...columnStyles.keys(), ...wanted.columnStyles.keys()])) {
    const style = wanted.columnStyles.get(column) ?? PLAIN_LOOK;
    if (lookKey(style) === lookKey(columnStyles.get(column) ?? PLAIN_LOOK)) continue;
    changes.set(column, { xf: styles.xfFor(columnXf(sheet.cols, column), style) });
  }
  for (const [column, width] of wanted.columnWidths) {
    if (width !== columnWidths.get(column)) changes.set(column, { ...changes.get(column), width });
  }
  if (changes.size === 0) return [];
  return [put(sheet, 'cols', writeCols(changedCols(sheet.cols, changes), prefixOf(sheet.scan.root)))];
}

/** The longest help a validation may show, in characters. */
const PROMPT_LIMIT = 255;

const ruleKey = (rule: ListValidation): string =>
  JSON.stringify([rule.row, rule.column, rule.rows, rule.columns, rule.choices, rule.allowInvalid, promptOf(rule)]);

const promptOf = ({ help }: ListValidation): string | null =>
  help === null || help.length <= PROMPT_LIMIT ? help : `${help.slice(0, PROMPT_LIMIT - 1)}…`;

/** Brings the lists of a sheet to the model; validations of other kinds stay as they are, cut where a new list now rules. */
function validationEdits(sheet: ReadSheet, wanted: SheetModel, lists: SheetModel): Edit[] {
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
    // What only warns asks before it takes another text; Excel and LibreOffice say the help with it.
    rule.allowInvalid
      ? `errorStyle="warning" showErrorMessage="1"${prompt === null ? '' : ` error="${encode(prompt)}"`}`
      : 'showErrorMessage="1"',
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
function paintEdits(sheet: ReadSheet, wanted: SheetModel, styles: StyleTable): Edit[] {
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
