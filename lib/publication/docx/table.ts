import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { type Cell, type DocumentWords, plainText, type TableBlock, type TableColumn, type Text } from "../document";
import { colours, pillarHues, statusLooks } from "../look";
import { caption, type Numbers } from "./captions";
import { columnWidths } from "./column-widths";
import { hex, textWidth } from "./paper";
import { runsOf } from "./runs";

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: "auto" };
const line = (size: number, colour: string): IBorderOptions => ({
  style: BorderStyle.SINGLE,
  size,
  color: hex(colour),
});
const grid = line(4, colours.grid);

const alignments = { start: AlignmentType.LEFT, end: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;

interface Frame {
  table: TableBlock;
  widths: number[];
  words: DocumentWords;
}

/**
 * Caption, table and note. The head is repeated on each page, and no row breaks across two. The note is the table's last
 * row: only so does every program keep it on the page of the row before.
 */
export function tableOf(block: TableBlock, words: DocumentWords, numbers: Numbers): (Paragraph | Table)[] {
  const widths = columnWidths(block, words, textWidth);
  const frame = { table: block, widths, words };
  const table = new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: none,
      bottom: block.note === null ? line(8, colours.ruleHeavy) : none,
      left: none,
      right: none,
      insideHorizontal: grid,
      insideVertical: none,
    },
    margins: { top: 50, bottom: 50, left: 70, right: 70 },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [
      headRow(frame),
      ...block.rows.map((row, index) => {
        const keepNext = block.note !== null && index === block.rows.length - 1;
        return row.kind === "group" ? groupRow(row, frame) : bodyRow(row.cells, frame, keepNext);
      }),
      ...(block.note === null ? [] : [noteRow(block.note, frame)]),
    ],
  });
  return [
    caption("table", words.table, numbers, null),
    new Paragraph({ style: "ChartTitle", children: runsOf(block.caption) }),
    table,
    // Room below, which needs no page of its own where the table ends one.
    new Paragraph({ style: "Small", spacing: { before: 0, line: 20, lineRule: LineRuleType.EXACT }, children: [] }),
  ];
}

function noteRow(note: string, { table }: Frame): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: table.columns.length,
        margins: { left: 0, right: 0 },
        borders: { top: line(8, colours.ruleHeavy), bottom: none, left: none, right: none },
        children: [new Paragraph({ style: "Small", spacing: { after: 0 }, children: runsOf(note) })],
      }),
    ],
  });
}

function headRow({ table, widths }: Frame): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index]!, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.BOTTOM,
          borders: { bottom: line(12, colours.text) },
          children: [
            new Paragraph({
              style: "TableHead",
              alignment: alignments[column.align],
              children: runsOf(column.name, sizeOf(table)),
            }),
            ...(column.detail === undefined
              ? []
              : [
                  new Paragraph({
                    style: "TableDetail",
                    alignment: alignments[column.align],
                    children: runsOf(column.detail),
                  }),
                ]),
          ],
        }),
    ),
  });
}

/** Heat tables have many narrow columns. */
const sizeOf = (table: TableBlock) => (table.look === "heat" ? { size: 14 } : {});

function groupRow(row: Extract<TableBlock["rows"][number], { kind: "group" }>, { table }: Frame): TableRow {
  const hue = row.pillar === null ? undefined : pillarHues[row.pillar];
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: table.columns.length,
        shading: fill(row.pillar === null ? colours.surfaceSunk : colours.surfaceBand),
        ...(hue === undefined ? {} : { borders: { left: line(36, hue) } }),
        children: [new Paragraph({ style: "TableGroup", children: runsOf(row.text) })],
      }),
    ],
  });
}

function bodyRow(cells: Cell[], frame: Frame, keepNext: boolean): TableRow {
  return new TableRow({
    cantSplit: true,
    keepNext,
    children: frame.table.columns.map((column, index) => bodyCell(cells[index] ?? { text: "" }, column, index, frame)),
  });
}

function bodyCell(cell: Cell, column: TableColumn, index: number, { table, widths, words }: Frame): TableCell {
  const look = cell.status === undefined ? undefined : statusLooks[cell.status];
  const isHeat = table.look === "heat" && index > 0;
  const colour = look === undefined ? {} : { color: hex(look.ink) };
  const style = isHeat ? "HeatText" : "TableText";
  const alignment = alignments[column.align];
  const say = (text: Text | undefined, style: string) =>
    text === undefined || plainText(text) === ""
      ? []
      : [new Paragraph({ style, alignment, children: runsOf(text, colour) })];
  const value = say(cell.text, style);
  const word = cell.status && words.statuses[cell.status];
  // "no value: not collected" says its status itself.
  const isSaid = word !== undefined && plainText(cell.text).toLowerCase().startsWith(word.toLowerCase());
  const status = isSaid ? [] : say(word, isHeat ? style : "TableDetail");
  const detail = say(cell.detail, "TableDetail");
  // Parts are the value's; where there is none, the detail says of how many countries the status is.
  const lines = value.length > 0 ? [...value, ...detail, ...status] : [...status, ...detail];
  return new TableCell({
    width: { size: widths[index]!, type: WidthType.DXA },
    verticalAlign: table.look === "heat" ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    ...(isHeat ? { margins: { left: 70, right: 70, top: 40, bottom: 40 }, borders: gap } : {}),
    ...(look === undefined ? {} : { shading: ground(look) }),
    children: lines.length > 0 ? lines : [new Paragraph({ style, children: [] })],
  });
}

/** White lines between the coloured squares, so that equal neighbours stay two. */
const white = line(12, colours.surface);
const gap = { left: white, right: white, top: white, bottom: white };

const fill = (colour: string) => ({ type: ShadingType.CLEAR, fill: hex(colour), color: "auto" });
const ground = ({ fill: paint, ground: kind }: (typeof statusLooks)[keyof typeof statusLooks]) =>
  kind === "hatched"
    ? { type: ShadingType.THIN_DIAGONAL_STRIPE, fill: hex(paint), color: hex(colours.rule) }
    : fill(paint);
