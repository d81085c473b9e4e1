import { colorOf } from './colors.ts';
import { childOf, childrenOf, type Element, rootOf } from './elements.ts';
import { demandWithin } from './limits.ts';
import type { CellStyle } from './model.ts';
import { builtInFormat } from './number-formats.ts';
import { attributeOf } from './xml.ts';

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
