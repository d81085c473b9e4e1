import { reference } from './address.ts';
import { BLANK_RELS, OFFICE_RELS_NAMESPACE } from './blank.ts';
import { chartReference, partsOfTable, type ReadChart, SERIES_ROLES } from './charts.ts';
import { childEdit, childrenOf, rootOf, SHEET_ORDER, spliced, tagNames } from './elements.ts';
import type { ChartLook, ChartModel, SheetModel } from './model.ts';
import { NotAWorkbook } from './not-a-workbook.ts';
import { firstFree, type NewRel, type Package, partText, patchRels, relationships, relsPartOf } from './package.ts';
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

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
/** What the root of a drawing of ours says, and each frame that goes into another's. */
const DRAWING_NAMESPACES = `xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"`;

const EMU_PER_PIXEL = 9525;
const INK = '212121';
const QUIET = 'B0BEC5';
const SIZES = { title: 1200, text: 900 } as const;
/** Frames are this much darker than the bars, so that bars of like brightness stay apart in print. */
const FRAME_SHADE = 0.6;

/** A chart as the drawing of its sheet shows it: one frame, moved with the cell under its upper left corner. */
function frameXml({ id, title }: ChartModel, { row, column, width, height }: ChartLook, rel: string): string {
  const name = encode(title);
  const size = `cx="${width * EMU_PER_PIXEL}" cy="${height * EMU_PER_PIXEL}"`;
  const from = `<xdr:col>${column - 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;
  return (
    `<xdr:oneCellAnchor ${DRAWING_NAMESPACES}><xdr:from>${from}</xdr:from><xdr:ext ${size}/>` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="${name}" descr="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE_RELS_NAMESPACE}" r:id="${rel}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>'
  );
}

/** The part of a chart of stacked bars that lie down, first bar on top. Values are left to the cells, which no cache can contradict. */
function chartXml({ title, ranges }: ChartModel, { colors, labels }: ChartLook, sheet: string): string {
  const [table] = ranges;
  if (table === undefined) throw new Error('Bug: a chart draws something');
  const series = Array.from({ length: table.columns - 1 }, (_, at) => {
    const { tx, cat, val } = partsOfTable(table, at);
    const color = (colors[at] ?? `#${QUIET}`).slice(1).toUpperCase();
    return (
      `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx>${stringsFrom(sheet, tx)}</c:tx>` +
      `<c:spPr>${filled(color)}<a:ln w="6350">${filled(darker(color))}</a:ln></c:spPr><c:invertIfNegative val="0"/>` +
      `${labels[at] === true ? LABELS : ''}<c:cat>${stringsFrom(sheet, cat)}</c:cat><c:val><c:numRef>${formula(sheet, val)}</c:numRef></c:val></c:ser>`
    );
  });
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE_RELS_NAMESPACE}">` +
    `<c:roundedCorners val="0"/><c:chart>${titleXml(title)}<c:autoTitleDeleted val="0"/><c:plotArea>${ROOM}` +
    `<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>${series.join('')}` +
    `<c:gapWidth val="45"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>${AXES}</c:plotArea>` +
    `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textLook(SIZES.text)}</c:legend>` +
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:spPr>${filled('FFFFFF')}<a:ln w="6350">${filled(QUIET)}</a:ln></c:spPr></c:chartSpace>`
  );
}

/** A third of the width for the names of the bars, which are long; title above, names of the series below. */
const ROOM =
  '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>' +
  '<c:x val="0.34"/><c:y val="0.12"/><c:w val="0.63"/><c:h val="0.76"/></c:manualLayout></c:layout>';

type Rect = ReturnType<typeof partsOfTable>['tx'];

const filled = (color: string): string => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;

const formula = (sheet: string, area: Rect): string => `<c:f>${encode(chartReference(sheet, area))}</c:f>`;

const stringsFrom = (sheet: string, area: Rect): string => `<c:strRef>${formula(sheet, area)}</c:strRef>`;

const textLook = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="0">${filled(INK)}</a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;

function darker(color: string): string {
  return color.replace(/../gu, (pair) =>
    Math.round(Number.parseInt(pair, 16) * FRAME_SHADE)
      .toString(16)
      .padStart(2, '0')
      .toUpperCase(),
  );
}

function titleXml(title: string): string {
  const look = `sz="${SIZES.title}" b="1"`;
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${look}/></a:pPr>` +
    `<a:r><a:rPr lang="vi-VN" ${look}>${filled(INK)}</a:rPr><a:t>${encode(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}

/** A nought has no bar, so it gets no number either. */
const LABELS =
  `<c:dLbls><c:numFmt formatCode="0;-0;" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textLook(SIZES.text)}` +
  '<c:dLblPos val="ctr"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>' +
  '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>';

/** Names on the left, every one of them; the numbers stand in the bars, so the other axis is not shown. */
const AXES =
  '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>' +
  '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
  `<c:spPr><a:ln w="6350">${filled(QUIET)}</a:ln></c:spPr>${textLook(SIZES.text)}<c:crossAx val="2"/><c:crosses val="autoZero"/>` +
  '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>' +
  '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="b"/>' +
  '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
  '<c:crossAx val="1"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>';
