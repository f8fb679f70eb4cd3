/** Where the charts of a sheet stand and which cells they read, once every cell of the book has its address. */
import type { Lang } from '../model/text.ts';
import { fixedCell } from './address.ts';
import type { DrawnCells, DrawnChart, DrawnSeries } from './charts.ts';
import { clean } from './clean.ts';
import { unbroken } from './measure.ts';
import type { Held } from './placed.ts';
import { type Area, areaOf, headerOf, type Register } from './references.ts';
import type { Chart, ChartCells, ChartSeries } from './sheet.ts';
import { chartColours, chartTones, numberFormats } from './style.ts';

/** Charts that stand side by side from a row down. */
export interface ChartRow {
  readonly row: number;
  readonly rows: number;
  readonly charts: readonly Chart[];
}

/** What the cells of a sheet hold. */
export type Lookup = (sheet: string, row: number, column: number) => Held;

const widest = 680;
const between = 12;
/** From the last column's edge, where what is printed ends: a frame on it would be cut off. */
const edge = 4;
// A column of so many digits in the body font, as the programs draw it.
const pixelsOf = (width: number): number => Math.trunc(width * 7 + 5);

/** The column that a distance from the left edge falls into, and what is left of it. */
function columnAt(pixels: number, widths: readonly number[]): { column: number; offset: number } {
  let offset = pixels;
  for (const [column, width] of widths.entries()) {
    if (offset < pixelsOf(width)) return { column, offset };
    offset -= pixelsOf(width);
  }
  return { column: widths.length, offset };
}

const addressOf = ({ sheet, top, left, bottom, right }: Area): string => {
  const first = fixedCell({ sheet, row: top, column: left }, '');
  return top === bottom && left === right
    ? first
    : `${first}:${fixedCell({ sheet, row: bottom, column: right }, sheet)}`;
};

export function drawn(
  { row, rows, charts }: ChartRow,
  widths: readonly number[],
  lang: Lang,
  at: Register,
  lookup: Lookup,
): DrawnChart[] {
  const room = widths.reduce((total, width) => total + pixelsOf(width), 0) - edge;
  const width = Math.min(widest, Math.floor((room - between * (charts.length - 1)) / charts.length));

  const cells = (which: ChartCells): DrawnCells => {
    const area = areaOf(which, at);
    const values: Held[] = [];
    for (let r = area.top; r <= area.bottom; r += 1)
      for (let c = area.left; c <= area.right; c += 1) values.push(lookup(area.sheet, r, c));
    return { address: addressOf(area), values };
  };

  const series = ({ name, values, tone }: ChartSeries, index: number): DrawnSeries => {
    const header = name === undefined && 'list' in values ? headerOf(values, at) : null;
    const word =
      name === undefined
        ? String(header === null ? '' : lookup(header.sheet, header.row, header.column))
        : clean(name[lang]);
    // A legend has no use for the line breaks of a header.
    const legend = unbroken(word);
    return {
      name: legend,
      nameCell: header === null || legend !== word ? null : fixedCell(header, ''),
      colour: tone === undefined ? (chartColours[index % chartColours.length] as string) : chartTones[tone],
      values: cells(values),
    };
  };

  return charts.map((chart, index) => ({
    shape: chart.shape,
    title: clean(chart.title[lang]),
    categories: cells(chart.categories),
    series: chart.series.map(series),
    format: numberFormats[chart.format],
    labels: chart.labels === true,
    from: { row: row - 1, ...columnAt(index * (width + between), widths) },
    to: { row: row + rows - 2, ...columnAt(index * (width + between) + width, widths) },
  }));
}
