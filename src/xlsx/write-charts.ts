import { reference } from './address.ts';
import { BLANK_RELS, OFFICE_RELS_NAMESPACE } from './blank.ts';
import { chartXml, DRAWING_NAMESPACES, frameXml } from './chart-xml.ts';
import { chartReference, partsOfTable, type ReadChart, SERIES_ROLES } from './charts.ts';
import { childrenOf, rootOf, spliced } from './elements.ts';
import type { ChartLook, ChartModel, SheetModel } from './model.ts';
import { NotAWorkbook } from './not-a-workbook.ts';
import { type Package, partText, relationships, relsPartOf } from './package.ts';
import { firstFree, type NewRel, patchRels } from './patch-list.ts';
import { childEdit, SHEET_ORDER, tagNames } from './place-child.ts';
import type { ReadSheet } from './read.ts';
import { encode } from './xml.ts';

const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';

/** The sheet part, and what else the charts change: parts (null = left out) and the types of new ones. */
type PatchedCharts = {
  readonly xml: string;
  readonly parts: ReadonlyMap<string, string | null>;
  readonly types: ReadonlyMap<string, string>;
};
type Writing = { readonly xml: string; readonly pkg: Package; readonly isTaken: (part: string) => boolean };

/**
 * Brings the charts of a sheet to the model: new ones are added, one over other cells is told so, one that went is left out. A
 * chart that came with another file is, like its pictures and notes, no part of this one.
 */
export function patchCharts(sheet: ReadSheet, wanted: SheetModel, writing: Writing): PatchedCharts {
  const held = sheet.drawing?.charts ?? [];
  const isHeld = ({ id }: ChartModel): boolean => held.some(({ model }) => model.id === id);
  const patch = new Patch(sheet, wanted.name, writing);
  for (const chart of held) {
    const wish = wanted.charts.find(({ id }) => id === chart.model.id);
    if (wish === undefined) patch.drop(chart);
    else patch.move(chart, wish);
  }
  for (const chart of wanted.charts) if (chart.look !== null && !isHeld(chart)) patch.add(chart, chart.look);
  return patch.done();
}

class Patch {
  readonly #sheet: ReadSheet;
  readonly #name: string;
  readonly #writing: Writing;
  readonly #parts = new Map<string, string | null>();
  readonly #types = new Map<string, string>();
  readonly #edits: { from: number; to: number; text: string }[] = [];
  readonly #fresh: ((rel: string) => string)[] = [];
  readonly #rels: string[] = [];
  readonly #gone = new Set<string>();

  constructor(sheet: ReadSheet, name: string, writing: Writing) {
    this.#sheet = sheet;
    this.#name = name;
    this.#writing = writing;
  }

  drop({ anchor, part }: ReadChart): void {
    this.#edits.push({ from: anchor.start, to: anchor.end, text: '' });
    this.#gone.add(part);
    for (const one of [part, relsPartOf(part)]) if (this.#writing.pkg.zip.entries.has(one)) this.#parts.set(one, null);
  }

  /** A chart over one table draws another; what it remembered of the old cells goes, so that no program shows that. */
  move({ model, part, xml, series }: ReadChart, { ranges: [table, ...more] }: ChartModel): void {
    const [before, ...others] = model.ranges;
    if (table === undefined || before === undefined || more.length + others.length > 0 || series.length + 1 !== table.columns)
      return;
    const edits = series.flatMap((one, at) =>
      SERIES_ROLES.flatMap((role) => {
        const taken = one[role];
        const area = partsOfTable(table, at)[role];
        if (taken === null || (taken.sheet === this.#name && reference(taken.area) === reference(area))) return [];
        const text = encode(chartReference(this.#name, area));
        const cache = taken.cache === null ? [] : [{ from: taken.cache.start, to: taken.cache.end, text: '' }];
        return [{ from: taken.element.tagEnd, to: taken.element.insideEnd, text }, ...cache];
      }),
    );
    if (edits.length > 0) this.#parts.set(part, spliced(xml, edits));
  }

  add(chart: ChartModel, look: ChartLook): void {
    const part = this.#free((n) => `charts/chart${n}.xml`);
    this.#parts.set(part, chartXml(chart, look, this.#name));
    this.#types.set(part, CHART_TYPE);
    this.#rels.push(part);
    this.#fresh.push((rel) => frameXml(chart, look, rel));
  }

  done(): PatchedCharts {
    const changed = this.#edits.length > 0 || this.#fresh.length > 0;
    const xml = changed ? this.#drawn() : this.#writing.xml;
    return { xml, parts: this.#parts, types: this.#types };
  }

  /** Writes the drawing, and gives the sheet part that shows it. */
  #drawn(): string {
    const { drawing, scan } = this.#sheet;
    if (drawing === null && scan.children.some(({ name }) => name === 'drawing'))
      throw new NotAWorkbook('damaged', this.#sheet.place.part);
    const part = drawing?.part ?? this.#free((n) => `drawings/drawing${n}.xml`);
    const ids = this.#addRels(part, { type: 'chart', targets: this.#rels, gone: this.#gone });
    const frames = this.#fresh.map((frame, at) => frame(ids[at] ?? '')).join('');
    const before =
      drawing?.xml ?? `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr ${DRAWING_NAMESPACES}></xdr:wsDr>`;
    const end = rootOf(before).insideEnd;
    this.#parts.set(part, spliced(before, [...this.#edits, { from: end, to: end, text: frames }]));
    return drawing === null ? this.#shown(part) : this.#writing.xml;
  }

  #shown(part: string): string {
    this.#types.set(part, DRAWING_TYPE);
    const [id = ''] = this.#addRels(this.#sheet.place.part, { type: 'drawing', targets: [part], gone: new Set() });
    const { xml } = this.#writing;
    const root = rootOf(xml);
    const text = `<${tagNames(root)('drawing')} xmlns:r="${OFFICE_RELS_NAMESPACE}" r:id="${id}"/>`;
    return spliced(xml, [childEdit({ root, children: childrenOf(root), order: SHEET_ORDER }, 'drawing', text)]);
  }

  #addRels(
    part: string,
    { type, targets, gone }: { type: string; targets: readonly string[]; gone: ReadonlySet<string> },
  ): string[] {
    const { zip } = this.#writing.pkg;
    const name = relsPartOf(part);
    const held = relationships(zip, part);
    const taken = new Set(held.map(({ id }) => id));
    const rels = targets.map((target): NewRel => {
      const id = firstFree(
        (n) => `rId${n}`,
        (one) => taken.has(one),
      );
      taken.add(id);
      return { id, type: `${OFFICE_RELS_NAMESPACE}/${type}`, target: `/${target}` };
    });
    const lost = new Set(held.flatMap(({ id, target }) => (gone.has(target) ? [id] : [])));
    this.#parts.set(name, patchRels(zip.entries.has(name) ? partText(zip, name) : BLANK_RELS, lost, rels));
    return rels.map(({ id }) => id);
  }

  /** A part that is not there yet, in the workbook's folder. */
  #free(name: (n: number) => string): string {
    const { workbookPart, zip } = this.#writing.pkg;
    const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
    return firstFree(
      (n) => folder + name(n),
      (part) => zip.entries.has(part) || this.#parts.has(part) || this.#writing.isTaken(part),
    );
  }
}
