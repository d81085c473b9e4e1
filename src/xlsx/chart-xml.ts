import { OFFICE_RELS_NAMESPACE } from './blank.ts';
import { chartReference, partsOfTable } from './charts.ts';
import type { ChartLook, ChartModel } from './model.ts';
import { encode } from './xml.ts';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
/** What the root of a drawing of ours says, and each frame that goes into another's. */
export const DRAWING_NAMESPACES = `xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"`;

const EMU_PER_PIXEL = 9525;
const INK = '212121';
const QUIET = 'B0BEC5';
const SIZES = { title: 1200, text: 900 } as const;
/** Frames are this much darker than the bars, so that bars of like brightness stay apart in print. */
const FRAME_SHADE = 0.6;

/** A chart as the drawing of its sheet shows it: one frame, moved with the cell under its upper left corner. */
export function frameXml({ id, title }: ChartModel, { row, column, width, height }: ChartLook, rel: string): string {
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
export function chartXml({ title, ranges }: ChartModel, { colors, labels }: ChartLook, sheet: string): string {
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
