import { childOf, childrenOf, type Element } from './elements.ts';
import type { FormulaPaint } from './model.ts';
import { countedRects, type Tally } from './sheet-scan.ts';
import { read, type Styles } from './styles.ts';
import { textOf } from './xml.ts';

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
