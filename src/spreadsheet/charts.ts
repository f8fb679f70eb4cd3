/**
 * Charts as the spreadsheet programs read them (ECMA-376, DrawingML charts). This file knows the XML of charts and
 * drawings and nothing else: what a chart shows is declared in `sheet.ts`, where it stands is worked out in `place.ts`,
 * and `finish.ts` puts the parts into the package.
 */
import type { ChartShape } from './sheet.ts';
import { bodyFont, bodySize } from './style.ts';
import { escaped, xmlHead } from './xml.ts';

/** Cells that a chart reads, with what they hold: programs that do not calculate draw from the copy. */
export interface DrawnCells {
  /** `'趋势'!$A$5:$A$8` */
  readonly address: string;
  readonly values: readonly (string | number | null)[];
}

export interface DrawnSeries {
  readonly name: string;
  /** The cell that holds the name; null where the name is the chart's own. */
  readonly nameCell: string | null;
  readonly colour: string;
  readonly values: DrawnCells;
}

export interface DrawnChart {
  readonly shape: ChartShape;
  readonly title: string;
  readonly categories: DrawnCells;
  readonly series: readonly DrawnSeries[];
  /** A number format of the value axis. */
  readonly format: string;
  readonly labels: boolean;
  /** The corners: it is drawn from cell to cell, since programs disagree on how wide a column is. */
  readonly from: Corner;
  readonly to: Corner;
}

/** A cell, both from 0, and pixels to the right of its edge. */
interface Corner {
  readonly row: number;
  readonly column: number;
  readonly offset: number;
}

interface Spec {
  readonly element: 'lineChart' | 'barChart';
  readonly direction: 'col' | 'bar' | null;
  readonly grouping: 'standard' | 'clustered' | 'stacked';
}

const shapes: Readonly<Record<ChartShape, Spec>> = {
  line: { element: 'lineChart', direction: null, grouping: 'standard' },
  column: { element: 'barChart', direction: 'col', grouping: 'clustered' },
  'stacked-column': { element: 'barChart', direction: 'col', grouping: 'stacked' },
  'stacked-bar': { element: 'barChart', direction: 'bar', grouping: 'stacked' },
};

/** Lines differ by their points as well as by their colours. */
const symbols = ['circle', 'square', 'triangle', 'diamond', 'x', 'star'] as const;

const ink = '3E4C59';
const grid = 'D9DFE6';
const emuPerPixel = 9_525;
// Any two numbers that differ: every chart has axes of its own.
const axes = { category: 111_111_111, value: 222_222_222 } as const;

const main = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const charting = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
const noLine = '<a:ln><a:noFill/></a:ln>';
const fonts = `<a:latin typeface="${bodyFont}"/><a:ea typeface="${bodyFont}"/>`;
const letters = (size: number, bold: boolean): string =>
  `<a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}">${solid(ink)}${fonts}</a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p>`;

const points = (values: DrawnCells['values']): string =>
  `<c:ptCount val="${values.length}"/>` +
  values
    .map((value, index) =>
      value === null ? '' : `<c:pt idx="${index}"><c:v>${escaped(String(value))}</c:v></c:pt>`,
    )
    .join('');

const words = ({ address, values }: DrawnCells): string =>
  `<c:strRef><c:f>${escaped(address)}</c:f><c:strCache>${points(values)}</c:strCache></c:strRef>`;

const numbers = ({ address, values }: DrawnCells, format: string): string => {
  const known = values.map((value) => (typeof value === 'number' ? value : null));
  return `<c:numRef><c:f>${escaped(address)}</c:f><c:numCache><c:formatCode>${escaped(format)}</c:formatCode>${points(known)}</c:numCache></c:numRef>`;
};

const labelled = (format: string, position: string): string =>
  `<c:dLbls><c:numFmt formatCode="${escaped(format)}" sourceLinked="0"/><c:spPr><a:noFill/>${noLine}</c:spPr><c:txPr>${letters(bodySize, false)}</c:txPr><c:dLblPos val="${position}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;

function seriesXml(
  { name, nameCell, colour, values }: DrawnSeries,
  index: number,
  { shape, categories, format, labels }: DrawnChart,
): string {
  const line = shapes[shape].element === 'lineChart';
  const stacked = shapes[shape].grouping === 'stacked';
  const title =
    nameCell === null
      ? `<c:v>${escaped(name)}</c:v>`
      : `<c:strRef><c:f>${escaped(nameCell)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escaped(name)}</c:v></c:pt></c:strCache></c:strRef>`;
  const look = line
    ? `<c:spPr><a:ln w="25400" cap="rnd">${solid(colour)}<a:round/></a:ln></c:spPr><c:marker><c:symbol val="${symbols[index % symbols.length]}"/><c:size val="7"/><c:spPr>${solid(colour)}<a:ln w="9525">${solid(colour)}</a:ln></c:spPr></c:marker>`
    : `<c:spPr>${solid(colour)}${noLine}</c:spPr><c:invertIfNegative val="0"/>`;
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${title}</c:tx>${look}${
    labels ? labelled(format, line ? 't' : stacked ? 'ctr' : 'outEnd') : ''
  }<c:cat>${words(categories)}</c:cat><c:val>${numbers(values, format)}</c:val>${
    // Without it Excel draws a curve through the points.
    line ? '<c:smooth val="0"/>' : ''
  }</c:ser>`;
}

const axisLine = `<c:spPr><a:ln w="9525">${solid(grid)}</a:ln></c:spPr>`;

/** Bars are compared by their lengths: their axis begins at nothing, or below it where a figure does. */
const fromZero = ({ shape, series }: DrawnChart): boolean =>
  shapes[shape].element === 'barChart' &&
  series.every(({ values }) => values.values.every((value) => typeof value !== 'number' || value >= 0));

function axesXml(chart: DrawnChart): string {
  const { shape, format } = chart;
  // In a lying chart the first category stands on top, and the values below.
  const lying = shapes[shape].direction === 'bar';
  return (
    `<c:catAx><c:axId val="${axes.category}"/><c:scaling><c:orientation val="${lying ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${lying ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${axisLine}<c:txPr>${letters(bodySize, false)}</c:txPr><c:crossAx val="${axes.value}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx><c:axId val="${axes.value}"/><c:scaling><c:orientation val="minMax"/>${fromZero(chart) ? '<c:min val="0"/>' : ''}</c:scaling><c:delete val="0"/><c:axPos val="${lying ? 'b' : 'l'}"/><c:majorGridlines><c:spPr><a:ln w="6350">${solid(grid)}</a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="${escaped(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>${noLine}</c:spPr><c:txPr>${letters(bodySize, false)}</c:txPr><c:crossAx val="${axes.category}"/><c:crosses val="${lying ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`
  );
}

/** `xl/charts/chart1.xml` */
export function chartXml(chart: DrawnChart): string {
  const { element, direction, grouping } = shapes[chart.shape];
  const series = chart.series.map((each, index) => seriesXml(each, index, chart)).join('');
  const stacked = grouping === 'stacked';
  const plot =
    element === 'lineChart'
      ? `<c:lineChart><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series}<c:marker val="1"/>`
      : `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ''}`;
  const title = `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1100" b="1">${solid(ink)}${fonts}</a:rPr><a:t>${escaped(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  const legend =
    chart.series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/><c:txPr>${letters(bodySize, false)}</c:txPr></c:legend>`
      : '';
  return `${xmlHead}<c:chartSpace xmlns:c="${charting}" xmlns:a="${main}" xmlns:r="${relations}"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>${title}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}<c:axId val="${axes.category}"/><c:axId val="${axes.value}"/></c:${element}>${axesXml(chart)}<c:spPr><a:noFill/></c:spPr></c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr>${solid('FFFFFF')}<a:ln w="9525">${solid(grid)}</a:ln></c:spPr><c:txPr>${letters(bodySize, false)}</c:txPr></c:chartSpace>`;
}

const spreadsheetDrawing = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';

const corner = ({ row, column, offset }: Corner): string =>
  `<xdr:col>${column}</xdr:col><xdr:colOff>${offset * emuPerPixel}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`;

/** `xl/drawings/drawing1.xml`: where the charts of one sheet stand; the n-th refers to the relationship `rIdn`. */
export const drawingXml = (charts: readonly DrawnChart[]): string =>
  `${xmlHead}<xdr:wsDr xmlns:xdr="${spreadsheetDrawing}" xmlns:a="${main}">${charts
    .map(
      ({ from, to, title }, index) =>
        `<xdr:twoCellAnchor editAs="oneCell"><xdr:from>${corner(from)}</xdr:from><xdr:to>${corner(to)}</xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="chart ${index + 1}" descr="${escaped(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${charting}"><c:chart xmlns:c="${charting}" xmlns:r="${relations}" r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
    )
    .join('')}</xdr:wsDr>`;

export const contentTypes = {
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
} as const;
