import { PLAIN } from '../../../xlsx/areas.ts';
import type { CellStyle } from '../../../xlsx/model.ts';
import type { Look } from '../../protocol.ts';
import type { Painted } from './paint-now.ts';

/** Every look used so far, each once; a place, once given, stays. The first is a plain cell. */
export type Looks = {
  readonly all: readonly Look[];
  /** The place of what a cell looks like; the rules that paint it come above its own style. */
  placeOf(style: CellStyle, painted?: Painted): number;
};

/** A list of looks that holds only the plain one. */
export function newLooks(): Looks {
  const all: Look[] = [];
  const places = new Map<string, number>();
  // Cells of a file share their styles, and thousands of them one.
  const unpainted = new WeakMap<CellStyle, number>();
  const kept = (look: Look): number => {
    const key = JSON.stringify(look);
    const known = places.get(key) ?? all.push(look) - 1;
    places.set(key, known);
    return known;
  };
  kept(lookOf(PLAIN));
  return {
    all,
    placeOf: (style, painted) => {
      if (painted !== undefined) return kept(lookOf(style, painted));
      const known = unpainted.get(style) ?? kept(lookOf(style));
      unpainted.set(style, known);
      return known;
    },
  };
}

function lookOf({ background, fontColor, bold, wrap, horizontal }: CellStyle, painted?: Painted): Look {
  return {
    background: painted?.background ?? background,
    color: painted?.fontColor ?? fontColor,
    bold: painted?.bold === true || bold,
    wrap,
    align: horizontal,
  };
}
