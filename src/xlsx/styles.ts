import {
  childEdit,
  childOf,
  childrenOf,
  type Edit,
  type Element,
  parsed,
  rawOf,
  retagged,
  rewritten,
  rootOf,
  STYLE_ORDER,
  spliced,
  tagNames,
} from './elements.ts';
import { demandWithin } from './limits.ts';
import type { CellStyle } from './model.ts';
import { attributeOf, encode } from './xml.ts';

/** What a paint of ours can say about a differential format; `exact` when the format says nothing else. */
export type PaintLook = {
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean;
  readonly exact: boolean;
};

/** The style tables of a workbook: `looks` follows `cellXfs`, `paints` follows `dxfs`. */
export type Styles = {
  readonly xml: string;
  readonly looks: readonly CellStyle[];
  readonly paints: readonly PaintLook[];
  /** Custom number formats by their text. */
  readonly formats: ReadonlyMap<string, number>;
  readonly theme: readonly string[];
};

export const PLAIN_LOOK: CellStyle = {
  numberFormat: 'General',
  background: null,
  fontColor: null,
  bold: false,
  wrap: false,
  horizontal: null,
  vertical: null,
};

/** Two styles with the same key look the same. */
export function lookKey(style: CellStyle): string {
  const known = KEYS.get(style);
  if (known !== undefined) return known;
  const key = keyOf(style);
  KEYS.set(style, key);
  return key;
}

const KEYS = new WeakMap<CellStyle, string>();

function keyOf(style: CellStyle): string {
  const { numberFormat, background, fontColor, bold, wrap, horizontal, vertical } = style;
  return [background?.toLowerCase(), fontColor?.toLowerCase(), bold, wrap, horizontal, vertical, numberFormat].join('|');
}

/** An attribute of an element's opening tag. */
export function read(element: Element, name: string): string | null {
  return attributeOf(element.xml, { start: element.start, end: element.tagEnd }, name);
}

const isOn = (value: string | null): boolean => value !== null && value !== '0' && value !== 'false';

/** True when a flag element such as `<b/>` is there and not switched off. */
const flag = (element: Element | null): boolean => element !== null && isOn(read(element, 'val') ?? '1');

/** Reads the style tables. */
export function readStyles(xml: string, theme: readonly string[]): Styles {
  const tables = new Map(childrenOf(rootOf(xml)).map((table) => [table.name, childrenOf(table)]));
  const rows = (name: string): Element[] => tables.get(name) ?? [];
  const codes = rows('numFmts').map((format) => {
    const code = read(format, 'formatCode') ?? 'General';
    demandWithin('numberFormat', code.length, code.slice(0, SHOWN));
    return [Number(read(format, 'numFmtId')), code] as const;
  });
  const formatById = new Map(codes);
  const fonts = rows('fonts').map((font) => ({ color: colorOf(childOf(font, 'color'), theme), bold: flag(childOf(font, 'b')) }));
  const fills = rows('fills').map((fill) => fillOf(fill, theme));
  const looks = rows('cellXfs').map((xf): CellStyle => {
    const font = fonts[Number(read(xf, 'fontId') ?? 0)];
    const formatId = Number(read(xf, 'numFmtId') ?? 0);
    return {
      numberFormat: formatById.get(formatId) ?? builtInFormat(formatId),
      background: fills[Number(read(xf, 'fillId') ?? 0)] ?? null,
      fontColor: font?.color ?? null,
      bold: font?.bold ?? false,
      ...alignmentOf(childOf(xf, 'alignment')),
    };
  });
  const formats = new Map(codes.map(([id, code]) => [code, id]));
  return { xml, looks, paints: rows('dxfs').map((dxf) => paintLook(dxf, theme)), formats, theme };
}

/** So much of a format that is too long is told. */
const SHOWN = 20;

function fillOf(fill: Element, theme: readonly string[]): string | null {
  const pattern = childOf(fill, 'patternFill');
  if (pattern === null || read(pattern, 'patternType') !== 'solid') return null;
  return colorOf(childOf(pattern, 'fgColor'), theme);
}

const HORIZONTAL: Readonly<Record<string, CellStyle['horizontal']>> = { left: 'left', center: 'center', right: 'right' };
const VERTICAL: Readonly<Record<string, CellStyle['vertical']>> = { top: 'top', center: 'middle', bottom: 'bottom' };

function alignmentOf(alignment: Element | null): Pick<CellStyle, 'wrap' | 'horizontal' | 'vertical'> {
  if (alignment === null) return { wrap: false, horizontal: null, vertical: null };
  return {
    wrap: isOn(read(alignment, 'wrapText')),
    horizontal: HORIZONTAL[read(alignment, 'horizontal') ?? ''] ?? null,
    vertical: VERTICAL[read(alignment, 'vertical') ?? ''] ?? null,
  };
}

function paintLook(dxf: Element, theme: readonly string[]): PaintLook {
  const font = childOf(dxf, 'font');
  const fill = childOf(childOf(dxf, 'fill'), 'patternFill');
  const parts = childrenOf(dxf).map(({ name }) => name);
  const fontParts = font === null ? [] : childrenOf(font).map(({ name }) => name);
  return {
    // A differential fill keeps its colour in the background slot, whatever a cell's fill does.
    background: colorOf(childOf(fill, 'bgColor') ?? childOf(fill, 'fgColor'), theme),
    fontColor: colorOf(childOf(font, 'color'), theme),
    bold: flag(childOf(font, 'b')),
    exact:
      parts.every((name) => name === 'font' || name === 'fill') && fontParts.every((name) => name === 'b' || name === 'color'),
  };
}

/** Formats every workbook knows by number and does not write out. 14 and 22 show as the reader's own system does. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'm/d/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yyyy h:mm'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);

const NUMBER_OF = new Map([...BUILT_IN].map(([id, format]) => [format, id]));

/** The text of a built-in number format. */
function builtInFormat(id: number): string {
  return BUILT_IN.get(id) ?? 'General';
}

/** The number of a built-in format; null when the file must write it out. */
function builtInId(format: string): number | null {
  return NUMBER_OF.get(format) ?? null;
}

/** The sixty-four colours of the old palette that files still name by number (0–7 repeat 8–15). */
const PALETTE =
  '000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  );

/** The colours a theme names by number, in the order cells use (which swaps light and dark of the theme's own order). */
export function themeColors(xml: string | null): string[] {
  if (xml === null) return [];
  const scheme = childOf(childOf(rootOf(xml), 'themeElements'), 'clrScheme');
  const listed = (scheme === null ? [] : childrenOf(scheme)).map((slot) => {
    const color = childrenOf(slot)[0];
    if (color === undefined) return '000000';
    const tag = { start: color.start, end: color.tagEnd };
    return (attributeOf(xml, tag, 'lastClr') ?? attributeOf(xml, tag, 'val') ?? '000000').toLowerCase();
  });
  const [dark1 = '000000', light1 = 'ffffff', dark2 = '000000', light2 = 'ffffff', ...accents] = listed;
  return [light1, dark1, light2, dark2, ...accents];
}

/** `#rrggbb` of a colour element; null when it is absent or left to the system. */
export function colorOf(element: Element | null, theme: readonly string[]): string | null {
  if (element === null) return null;
  const read = (name: string): string | null => attributeOf(element.xml, { start: element.start, end: element.tagEnd }, name);
  const rgb = read('rgb');
  if (rgb !== null && /^[0-9a-f]{6,8}$/iu.test(rgb)) return `#${rgb.slice(-6).toLowerCase()}`;
  const indexed = read('indexed');
  if (indexed !== null) {
    const found = PALETTE[Number(indexed) < 8 ? Number(indexed) : Number(indexed) - 8];
    return found === undefined ? null : `#${found}`;
  }
  const slot = read('theme');
  const base = slot === null ? undefined : theme[Number(slot)];
  return base === undefined ? null : `#${tinted(base, Number(read('tint') ?? 0))}`;
}

/** A tint moves each channel towards white (positive) or black (negative): near enough to what Excel does in HSL. */
function tinted(hex: string, tint: number): string {
  const channel = (at: number): string => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16);
    const moved = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
    return Math.round(moved).toString(16).padStart(2, '0');
  };
  return channel(0) + channel(2) + channel(4);
}

type Table = 'numFmts' | 'fonts' | 'fills' | 'cellXfs' | 'dxfs';

const FIRST_CUSTOM_FORMAT = 164;

/** The style tables of a workbook as they grow: entries are only ever appended, so that no number in the file changes its meaning. */
export class StyleTable {
  readonly #styles: Styles;
  readonly #root: Element;
  readonly #rows = new Map<string, Element[]>();
  readonly #added = new Map<Table, string[]>();
  readonly #xfs = new Map<string, number>();
  readonly #formats: Map<string, number>;
  readonly #tag: (name: string) => string;

  constructor(styles: Styles) {
    this.#styles = styles;
    this.#root = rootOf(styles.xml);
    this.#formats = new Map(styles.formats);
    this.#tag = tagNames(this.#root);
    for (const table of childrenOf(this.#root)) this.#rows.set(table.name, childrenOf(table));
  }

  /** The style a format number stands for in the file as it was read. */
  lookOf(xf: number | null): CellStyle {
    return this.#styles.looks[xf ?? 0] ?? PLAIN_LOOK;
  }

  /** The number of a format that looks like `style` and for the rest (borders, font, protection) is like `base`. */
  xfFor(base: number | null, style: CellStyle): number {
    const from = base ?? 0;
    if (lookKey(this.lookOf(from)) === lookKey(style)) return from;
    const key = `${from}|${lookKey(style)}`;
    const number = this.#xfs.get(key) ?? this.#append('cellXfs', this.#cloned(from, style));
    this.#xfs.set(key, number);
    return number;
  }

  /** The number of a differential format that paints so. */
  dxfFor({ background, fontColor, bold }: Omit<PaintLook, 'exact'>): number {
    const same = this.#styles.paints.findIndex(
      (look) => look.exact && look.background === background && look.fontColor === fontColor && look.bold === bold,
    );
    if (same >= 0) return same;
    const t = this.#tag;
    const color = fontColor === null ? '' : `<${t('color')} rgb="${argb(fontColor)}"/>`;
    const font = bold || color !== '' ? `<${t('font')}>${bold ? `<${t('b')}/>` : ''}${color}</${t('font')}>` : '';
    const pattern = (rgb: string): string =>
      `<${t('fill')}><${t('patternFill')} patternType="solid"><${t('fgColor')} rgb="${rgb}"/><${t('bgColor')} rgb="${rgb}"/></${t('patternFill')}></${t('fill')}>`;
    const fill = background === null ? '' : pattern(argb(background));
    return this.#append('dxfs', `<${t('dxf')}>${font}${fill}</${t('dxf')}>`);
  }

  /** The style part as it must be written; null when nothing was added. */
  text(): string | null {
    if (this.#added.size === 0) return null;
    const parent = { root: this.#root, children: childrenOf(this.#root), order: STYLE_ORDER };
    const edits: Edit[] = [...this.#added].map(([name, rows]) => {
      const held = parent.children.find((child) => child.name === name);
      const before = this.#rows.get(name) ?? [];
      const inside = [...before.map(rawOf), ...rows].join('');
      const open = held === undefined ? `<${this.#tag(name)}>` : retagged(held, {}).replace(/\/>$/u, '>');
      const counted = open.replace(/\scount="[^"]*"/u, '').replace(/>$/u, ` count="${before.length + rows.length}">`);
      return childEdit(parent, name, `${counted}${inside}</${this.#tag(name)}>`);
    });
    return spliced(this.#styles.xml, edits);
  }

  #append(table: Table, xml: string): number {
    const rows = this.#added.get(table) ?? [];
    this.#added.set(table, rows);
    const same = rows.indexOf(xml);
    if (same < 0) rows.push(xml);
    return (this.#rows.get(table)?.length ?? 0) + (same < 0 ? rows.length - 1 : same);
  }

  #cloned(from: number, style: CellStyle): string {
    const base =
      this.#rows.get('cellXfs')?.[from] ?? parsed(`<${this.#tag('xf')} numFmtId="0" fontId="0" fillId="0" borderId="0"/>`);
    const look = this.lookOf(from);
    const changes: Record<string, string> = {};
    if (style.numberFormat !== look.numberFormat) {
      Object.assign(changes, { numFmtId: String(this.#formatId(style.numberFormat)), applyNumberFormat: '1' });
    }
    if (style.background !== look.background) {
      Object.assign(changes, { fillId: String(this.#fill(style.background)), applyFill: '1' });
    }
    if (style.bold !== look.bold || style.fontColor !== look.fontColor) {
      Object.assign(changes, { fontId: String(this.#font(Number(read(base, 'fontId') ?? 0), style)), applyFont: '1' });
    }
    const aligned = style.wrap !== look.wrap || style.horizontal !== look.horizontal || style.vertical !== look.vertical;
    if (!aligned) return rewritten(base, changes);
    const tag = retagged(base, { ...changes, applyAlignment: '1' }).replace(/\/?>$/u, '>');
    const children = childrenOf(base);
    const alignment = this.#alignment(children.find(({ name }) => name === 'alignment') ?? null, { style, look });
    const others = children.filter(({ name }) => name !== 'alignment').map(rawOf);
    return `${tag}${alignment}${others.join('')}</${this.#tag('xf')}>`;
  }

  #alignment(held: Element | null, { style, look }: { style: CellStyle; look: CellStyle }): string {
    const changes: Record<string, string | null> = {};
    if (style.wrap !== look.wrap) changes['wrapText'] = style.wrap ? '1' : null;
    if (style.horizontal !== look.horizontal) changes['horizontal'] = style.horizontal;
    if (style.vertical !== look.vertical) changes['vertical'] = style.vertical === 'middle' ? 'center' : style.vertical;
    return rewritten(held ?? parsed(`<${this.#tag('alignment')}/>`), changes);
  }

  #formatId(format: string): number {
    const known = builtInId(format) ?? this.#formats.get(format);
    if (known !== undefined) return known;
    const id = Math.max(FIRST_CUSTOM_FORMAT - 1, ...this.#formats.values()) + 1;
    this.#formats.set(format, id);
    this.#append('numFmts', `<${this.#tag('numFmt')} numFmtId="${id}" formatCode="${encode(format)}"/>`);
    return id;
  }

  #fill(background: string | null): number {
    if (background === null) return 0;
    const t = this.#tag;
    const color = `<${t('fgColor')} rgb="${argb(background)}"/><${t('bgColor')} indexed="64"/>`;
    return this.#append(
      'fills',
      `<${t('fill')}><${t('patternFill')} patternType="solid">${color}</${t('patternFill')}></${t('fill')}>`,
    );
  }

  #font(from: number, style: CellStyle): string | number {
    const t = this.#tag;
    const base = this.#rows.get('fonts')?.[from];
    const kept = (base === undefined ? [] : childrenOf(base)).filter(({ name }) => name !== 'b' && name !== 'color');
    const color = style.fontColor === null ? '' : `<${t('color')} rgb="${argb(style.fontColor)}"/>`;
    const size = kept.findIndex(({ name }) => name === 'sz');
    const pieces = kept.map(rawOf);
    pieces.splice(size + 1, 0, color);
    return this.#append('fonts', `<${t('font')}>${style.bold ? `<${t('b')}/>` : ''}${pieces.join('')}</${t('font')}>`);
  }
}

/** `FFRRGGBB` of `#rrggbb` (or of the short `#rgb`). */
export function argb(color: string): string {
  const hex = color.replace(/^#/u, '');
  return `FF${(hex.length === 3 ? hex.replace(/./gu, '$&$&') : hex).toUpperCase()}`;
}
