import {
  BorderStyle,
  HeadingLevel,
  ImageRun,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  type TextRun,
  WidthType,
} from "docx";
import type { ShownStatus } from "@/lib/views/shown-status";
import type { ChartPictures } from "../chart-pictures";
import { type Block, type ChartBlock, chartName, type DocumentWords, type Fact, type Heading } from "../document";
import { colours, statusLooks } from "../look";
import { caption, type Numbers } from "./captions";
import { target } from "./contents";
import { hex, millimetres, pictureSpace, textWidth } from "./paper";
import { runsOf } from "./runs";
import { tableOf } from "./table";

export interface Drawing {
  pictures: ChartPictures;
  words: DocumentWords;
  numbers: Numbers;
  /** Ordered lists so far: each begins at 1. */
  lists: number;
  /** Headings so far that the contents lead to. */
  targets: number;
}

/** Of a paragraph that stays on the page on which the next one begins; another says nothing, and its style decides. */
const keptWithNext = (stays: boolean) => (stays ? { keepNext: true } : {});

/** Number and finding above, the picture with all its values as alternative text, the source below. */
function chartOf(chart: ChartBlock, pictures: ChartPictures, words: DocumentWords, numbers: Numbers): Paragraph[] {
  const number = caption("chart", words.chart, numbers, chart.about);
  const picture = pictures.png(chart);
  const scale = Math.min(pictureSpace.width / picture.width, pictureSpace.height / picture.height);
  const image = new ImageRun({
    type: "png",
    data: picture.bytes,
    transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
    altText: {
      id: String(numbers.chart),
      name: words.chart.replace("{number}", String(numbers.chart)),
      title: chartName(chart),
      description: chart.alt,
    },
  });
  return [
    number,
    new Paragraph({ style: "ChartTitle", children: runsOf(chart.title) }),
    new Paragraph({ style: "ChartSubtitle", children: runsOf(chart.subtitle) }),
    new Paragraph({ style: "Picture", children: [image] }),
    new Paragraph({ style: "Small", children: runsOf(chart.source) }),
  ];
}

/** @param stays whether it stands on the page on which the next block begins */
export function blockOf(block: Block, stays: boolean, drawing: Drawing): (Paragraph | Table)[] {
  const kept = keptWithNext(stays);
  switch (block.kind) {
    case "heading":
      return [headingOf(block, drawing)];
    case "paragraph":
      return [new Paragraph({ ...styleOf(block.look), ...kept, children: runsOf(block.text) })];
    case "note":
      return [new Paragraph({ style: "Note", keepLines: true, ...kept, children: runsOf(block.text) })];
    case "list": {
      drawing.lists += 1;
      const numbering = { reference: block.ordered ? "ordered" : "bulleted", level: 0, instance: drawing.lists };
      return block.items.map((item) => new Paragraph({ numbering, ...kept, children: runsOf(item) }));
    }
    case "facts":
      return factsOf(block.rows, stays);
    case "table":
      return tableOf(block, drawing.words, drawing.numbers);
    case "chart":
      return chartOf(block, drawing.pictures, drawing.words, drawing.numbers);
  }
}

const styleOf = (look: "lead" | "small" | undefined) =>
  look === undefined ? {} : { style: look === "lead" ? "Lead" : "Small" };

function headingOf({ level, text, status }: Heading, drawing: Drawing): Paragraph {
  if (level === 2) drawing.targets += 1;
  return new Paragraph({
    heading: level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
    children: [
      ...(level === 2 ? [target(drawing.targets, runsOf(text))] : runsOf(text)),
      ...(status === undefined ? [] : statusChip(status, drawing.words)),
    ],
  });
}

/** The status's word on its colour, behind a heading. Spaces that don't break make its sides. */
function statusChip(status: ShownStatus, words: DocumentWords): TextRun[] {
  const look = statusLooks[status];
  const word = `\u00a0${words.statuses[status].replaceAll(" ", "\u00a0")}\u00a0`;
  return [
    ...runsOf("  "),
    ...runsOf(word, {
      bold: false,
      size: 17,
      color: hex(look.ink),
      shading: { type: ShadingType.CLEAR, fill: hex(look.fill), color: "auto" },
      ...(look.edge === null ? {} : { border: { style: BorderStyle.SINGLE, size: 4, color: hex(look.edge) } }),
    }),
  ];
}

/** Terms and what they say, as a table of two columns, with room below it. */
export function factsOf(rows: Fact[], stays = false): (Paragraph | Table)[] {
  if (rows.length === 0) return [];
  const kept = keptWithNext(stays);
  const line = { style: BorderStyle.SINGLE, size: 4, color: hex(colours.rule) };
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const widths = [millimetres(48), textWidth - millimetres(48)];
  const cell = (width: number, fact: Paragraph) =>
    new TableCell({ width: { size: width, type: WidthType.DXA }, children: [fact] });
  const table = new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
    margins: { top: 50, bottom: 50, left: 0, right: 70 },
    tableLook: { firstColumn: true, noHBand: true, noVBand: true },
    rows: rows.map(
      ({ term, text }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(
              widths[0]!,
              new Paragraph({
                style: "TableText",
                ...kept,
                children: runsOf(term, { color: hex(colours.textMuted) }),
              }),
            ),
            cell(widths[1]!, new Paragraph({ style: "TableText", ...kept, children: runsOf(text) })),
          ],
        }),
    ),
  });
  return [table, new Paragraph({ style: "Small", ...kept, children: [] })];
}
