import { childrenOf, type Element, parsed, rawOf, retagged, rewritten, rootOf, spliced } from './elements.ts';
import type { CellStyle } from './model.ts';
import { builtInId } from './number-formats.ts';
import { childEdit, type Edit, STYLE_ORDER, tagNames } from './place-child.ts';
import { lookKey, type PaintLook, PLAIN_LOOK, read, type Styles } from './styles.ts';
import { encode } from './xml.ts';

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
