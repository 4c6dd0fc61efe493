import type { SheetChart as HucreChart, ChartSeries as HucreSeries } from "hucre";
import { sheetText } from "./limits";
import { columnName } from "./long-part";
import { rgbOf } from "./style";
import type { Area, ChartSeries, SheetChart } from "./workbook";

/** The chart as the library takes it. Empty cells are gaps: a line never runs through what isn't known. */
export function chartOf(chart: SheetChart, sheetName: string, language: string): HucreChart {
  const range = (area: Area) => `'${sheetName.replaceAll("'", "''")}'!${fixedArea(area)}`;
  const isBars = chart.kind === "stackedBars";
  const { place } = chart;
  return {
    type: isBars ? "bar" : "line",
    title: sheetText(chart.title),
    titleFontSize: 12,
    titleBold: true,
    legend: isBars ? "bottom" : "right",
    legendFontSize: 10,
    altText: sheetText(chart.alt),
    frameTitle: sheetText(chart.title),
    lang: language,
    roundedCorners: false,
    dispBlanksAs: "gap",
    anchor: {
      from: { row: place.firstRow, col: place.firstColumn },
      to: { row: place.lastRow + 1, col: place.lastColumn + 1 },
    },
    series: chart.series.map((series) => ({
      name: sheetText(series.name),
      values: range(series.values),
      categories: range(chart.categories),
      color: rgbOf(series.colour),
      ...(isBars ? barLook(series) : lineLook(series)),
    })),
    ...(isBars && { barGrouping: "stacked", overlap: 100, gapWidth: 40 }),
    axes: {
      // Bars are counted from the bottom; read they are from the top.
      x: { ...(isBars && { reverse: true }), majorTickMark: "none", minorTickMark: "none" },
      y: {
        title: sheetText(chart.axis),
        gridlines: { major: true },
        majorTickMark: "none",
        minorTickMark: "none",
        ...(chart.isFromZero && { scale: { min: 0 } }),
        ...(isBars && { numberFormat: { formatCode: "0" }, crosses: "max" as const }),
      },
    },
  };
}

const barLook = ({ ink }: ChartSeries): Partial<HucreSeries> => ({
  // A status that nothing has would be labelled 0.
  dataLabels: { showValue: true, numberFormat: { formatCode: "0;;" }, ...(ink && { fontColor: rgbOf(ink) }) },
});

const lineLook = ({ colour, marker = "circle" }: ChartSeries): Partial<HucreSeries> => ({
  stroke: { width: 2 },
  marker: { symbol: marker, size: 7, fill: rgbOf(colour), line: rgbOf(colour) },
});

/** `$B$2:$D$9` */
export const fixedArea = ({ firstRow, firstColumn, lastRow, lastColumn }: Area): string =>
  `$${columnName(firstColumn)}$${firstRow + 1}:$${columnName(lastColumn)}$${lastRow + 1}`;
