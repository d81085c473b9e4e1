import { LAST_COLUMN, LAST_ROW, type Rect, rects, reference } from './address.ts';
import { childOf, childrenOf, type Element, rootOf } from './elements.ts';
import { demandWithin } from './limits.ts';
import type { ChartModel } from './model.ts';
import { NotAWorkbook } from './not-a-workbook.ts';
import { partText, relationships } from './package.ts';
import { read } from './styles.ts';
import { textOf } from './xml.ts';
import type { Zip } from './zip.ts';

/** A cell reference of a chart: where it and the values it had stand in the part, and what it says. */
type Reference = { readonly element: Element; readonly cache: Element | null; readonly sheet: string; readonly area: Rect };
/** What a series takes from cells: its name, the names of its bars, their numbers. */
export const SERIES_ROLES = ['tx', 'cat', 'val'] as const;
type Series = Readonly<Record<(typeof SERIES_ROLES)[number], Reference | null>>;

/** A chart of the file: its model, and the places of its parts that patching needs. */
export type ReadChart = {
  readonly model: ChartModel;
  /** Of the chart, or of a wrapper that only newer programs read. */
  readonly anchor: Element;
  readonly part: string;
  readonly xml: string;
  readonly series: readonly Series[];
};

/** The drawing that floats over a sheet. */
export type ReadDrawing = { readonly part: string; readonly xml: string; readonly charts: readonly ReadChart[] };

type Sheet = { readonly part: string; readonly name: string };

/** Reads the charts of a sheet's drawing; null when the sheet has none, or one that cannot be read and is carried along as it is. */
export function readDrawing(zip: Zip, sheet: Sheet, drawing: Element | undefined): ReadDrawing | null {
  try {
    return drawing === undefined ? null : drawingOf(zip, sheet, drawing);
  } catch (error) {
    if (error instanceof NotAWorkbook && error.limit === null && error.code !== 'too-large') return null;
    throw error;
  }
}

function drawingOf(zip: Zip, sheet: Sheet, drawing: Element): ReadDrawing | null {
  const id = read(drawing, 'id');
  const part = relationships(zip, sheet.part).find((rel) => rel.id === id)?.target;
  if (part === undefined || !zip.entries.has(part)) return null;
  const xml = partText(zip, part);
  const rels = new Map(relationships(zip, part).map((rel) => [rel.id, rel.target]));
  let count = 0;
  const charts = childrenOf(rootOf(xml)).flatMap((anchor) => {
    const frame = childOf(anchor, 'graphicFrame');
    const place = rels.get(chartRel(frame) ?? '');
    if (frame === null || place === undefined || !zip.entries.has(place)) return [];
    count += 1;
    demandWithin('charts', count, sheet.name);
    return readChart({ anchor, frame }, { part: place, xml: partText(zip, place) }, sheet.name);
  });
  return { part, xml, charts: charts.map((chart) => ({ ...chart, model: { ...chart.model, id: idOf(chart, charts) } })) };
}

/** LibreOffice numbers every object 0: then a chart's part, which nobody renames, gives it a number below all others. */
function idOf({ model: { id }, part }: ReadChart, all: readonly ReadChart[]): number {
  const isAlone = id > 0 && all.filter((other) => other.model.id === id).length === 1;
  return isAlone ? id : -1 - Number(/(\d*)\.xml$/u.exec(part)?.[1] ?? 0);
}

function chartRel(frame: Element | null): string | null {
  const data = childOf(childOf(frame, 'graphic'), 'graphicData');
  const chart = childOf(data, 'chart');
  return chart === null ? null : read(chart, 'id');
}

type Framed = { readonly anchor: Element; readonly frame: Element };
type Part = { readonly part: string; readonly xml: string };

function readChart({ anchor, frame }: Framed, { part, xml }: Part, sheet: string): ReadChart[] {
  const properties = childOf(childOf(frame, 'nvGraphicFramePr'), 'cNvPr');
  const chart = childOf(rootOf(xml), 'chart');
  const id = Number(properties === null ? 0 : read(properties, 'id')) || 0;
  if (chart === null) return [];
  const series = within(childOf(chart, 'plotArea'), 'ser').map(seriesOf);
  const own = series.flatMap(({ tx, cat, val }) => [tx, cat, val]).filter((one) => one !== null && one.sheet === sheet);
  const table = tableOf(series, sheet);
  const ranges = table === null ? own.flatMap((one) => one?.area ?? []) : [table];
  const title = within(childOf(chart, 'title'), 't').map((run) => textOf(xml, run.tagEnd, run.insideEnd));
  return [{ model: { id, title: title.join(''), ranges, look: null }, anchor, part, xml, series }];
}

/** What is wanted of a chart lies no deeper; a hostile file may be nested without end. */
const DEEPEST = 8;

/** The elements of that name inside another. */
function within(parent: Element | null, name: string, depth = DEEPEST): Element[] {
  if (parent === null || depth === 0) return [];
  return childrenOf(parent).flatMap((child) => (child.name === name ? [child] : within(child, name, depth - 1)));
}

function seriesOf(series: Element): Series {
  const taken = (name: string): Reference | null => {
    const [formula] = within(childOf(series, name), 'f');
    const [cache] = ['strCache', 'numCache'].flatMap((kind) => within(childOf(series, name), kind));
    return formula === undefined ? null : referenceOf(formula, cache ?? null);
  };
  return { tx: taken('tx'), cat: taken('cat'), val: taken('val') };
}

/** `'Tổng quan'!$F$9:$F$15`; null for what is no single rectangle. */
function referenceOf(element: Element, cache: Element | null): Reference | null {
  const text = textOf(element.xml, element.tagEnd, element.insideEnd).trim();
  const [, quoted, plain, cells = ''] =
    /^(?:'((?:[^']|'')+)'|([^'!(),]+))!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$/u.exec(text) ?? [];
  const [area] = rects(cells);
  if (area === undefined || area.row + area.rows - 1 > LAST_ROW || area.column + area.columns - 1 > LAST_COLUMN) return null;
  return { element, cache, sheet: quoted?.replaceAll("''", "'") ?? plain ?? '', area };
}

/** The three places of the series in the n-th column of a table. */
export function partsOfTable(table: Rect, at: number): { readonly tx: Rect; readonly cat: Rect; readonly val: Rect } {
  const { row, column } = table;
  const rows = table.rows - 1;
  return {
    tx: { row, column: column + 1 + at, rows: 1, columns: 1 },
    cat: { row: row + 1, column, rows, columns: 1 },
    val: { row: row + 1, column: column + 1 + at, rows, columns: 1 },
  };
}

/** The table of which a chart draws every column, the first one naming its bars and the first row its series. */
function tableOf(series: readonly Series[], sheet: string): Rect | null {
  const first = series[0]?.cat?.area;
  if (first === undefined) return null;
  const table = { row: first.row - 1, column: first.column, rows: first.rows + 1, columns: 1 + series.length };
  const fits = series.every((one, at) =>
    SERIES_ROLES.every((role) => {
      const held = one[role];
      return held !== null && held.sheet === sheet && reference(held.area) === reference(partsOfTable(table, at)[role]);
    }),
  );
  return fits ? table : null;
}

/** A reference as a chart writes it, all of it absolute. */
export function chartReference(sheet: string, area: Rect): string {
  const cells = reference(area).replace(/([A-Z]+)(\d+)/gu, '$$$1$$$2');
  return `'${sheet.replaceAll("'", "''")}'!${cells}`;
}
