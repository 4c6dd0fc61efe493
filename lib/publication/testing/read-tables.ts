import { fromHtml } from "hast-util-from-html";
import { tagsOf } from "../typst/testing/read-pdf";
import * as docx from "./read-docx";
import * as html from "./read-html";

// The tables of a publication's files as a reader finds them, whatever the format: without what only makes them look.

export interface ReadTable {
  caption: string;
  head: string[];
  /** What each cell says, line after line; headings across the whole table are left out. */
  rows: string[][];
}

/** Those that have a caption: facts are tables in a DOCX too. */
export function docxTables(file: Uint8Array): ReadTable[] {
  const body = docx.all(docx.readDocx(file).xml["word/document.xml"]!, "w:body")[0]!;
  const elements = body.children.filter((child) => typeof child !== "string");
  return elements.flatMap((table, index) => {
    const before = elements[index - 1];
    if (table.name !== "w:tbl" || !before || docx.firstValue(before, "w:pStyle") !== "ChartTitle") return [];
    const rows = docx.all(table, "w:tr").map((row) =>
      docx.all(row, "w:tc").map((cell) =>
        docx
          .all(cell, "w:p")
          .map(docx.textIn)
          .filter((text) => text !== "")
          .join("\n"),
      ),
    );
    return [withoutGroups(docx.textIn(before), rows)];
  });
}

export function htmlTables(page: string): ReadTable[] {
  const root: html.HtmlNode = fromHtml(page);
  return html.all(root, "table").map((table) => {
    // Beside the number; a code in it has a span of its own, that it stays whole.
    const caption = html
      .one(table, "caption")
      .children?.findLast(({ type, tagName }) => type === "element" && tagName === "span");
    const rows = html.all(table, "tr").map((row) =>
      html
        .all(row, "*")
        .filter(({ tagName }) => tagName === "th" || tagName === "td")
        .map((cell) => piecesIn(cell).join("\n")),
    );
    return withoutGroups(caption ? html.textIn(caption) : "", rows);
  });
}

function piecesIn(node: html.HtmlNode): string[] {
  if (node.type === "text") return [(node.value ?? "").trim()].filter((text) => text !== "");
  return (node.children ?? []).flatMap(piecesIn);
}

/** By the tags of the PDF, which hold the text that is printed, each in its cell. */
export function pdfTables(file: Uint8Array): ReadTable[] {
  const tables: { caption: string[]; rows: string[][][] }[] = [];
  let caption: string[] = [];
  /** Where text goes that is found next: into what element, and how deep that is. */
  let open: { into: string[]; depth: number } | null = null;
  for (const line of tagsOf(file).split("\n")) {
    const depth = line.search(/\S/);
    if (depth < 0) continue;
    const text = /^\s*"(.*)"$/.exec(line)?.[1];
    const tag = /^\s*([A-Z][A-Za-z0-9]*)\b/.exec(line)?.[1];
    const table = tables.at(-1);
    if (text !== undefined) {
      if (open && depth > open.depth) open.into.push(text);
    } else if (tag === "Table") {
      tables.push({ caption, rows: [] });
      open = null;
    } else if (tag === "Caption") {
      caption = [];
      if (table && table.rows.length === 0) table.caption = caption;
      open = { into: caption, depth };
    } else if (tag === "TR") {
      table?.rows.push([]);
      open = null;
    } else if (tag === "TH" || tag === "TD") {
      const cell: string[] = [];
      table?.rows.at(-1)?.push(cell);
      open = { into: cell, depth };
    } else if (tag && open && depth <= open.depth) open = null;
  }
  return tables.map(({ caption: said, rows }) =>
    withoutGroups(
      said.slice(1).join(" "),
      rows.map((row) => row.map((cell) => cell.join("\n"))),
    ),
  );
}

function withoutGroups(caption: string, [head = [], ...rows]: string[][]): ReadTable {
  return { caption, head, rows: rows.filter(({ length }) => length === head.length) };
}

/** Without spaces and line ends, which belong to the paper and not to the text. */
export const squeezed = (text: string): string => text.replace(/\s+/g, "");

const noReport = "no approved report";
const saysNoReport = /\s*no\s+approved\s+report$/;

/** A head's name, without what it says of all cells below. */
export const nameIn = (head: string): string => head.replace(saysNoReport, "");

/** The column under a name; -1 where there is none. */
export const columnOf = ({ head }: Pick<ReadTable, "head">, name: string): number =>
  head.findIndex((said) => nameIn(said) === name);

/**
 * What a reader learns of a row's cell: what it says, or that nothing is approved where its head says so, and then the cell
 * has nothing to say. A cell that repeats its head comes out as neither.
 * @param row -1 for one that the table doesn't have
 */
export function saidUnder({ head, rows }: ReadTable, row: number, column: number): string {
  const cell = rows[row]?.[column];
  if (cell !== undefined && saysNoReport.test(cell)) return `"${cell}" in the cell itself`;
  if (!saysNoReport.test(head[column] ?? "")) return cell ?? "";
  return ["–", "", undefined].includes(cell) ? noReport : `"${cell}" where nothing is approved`;
}

/** Whether a cell says exactly these, in whatever order a format puts them. */
export function says(cell: string, said: readonly string[]): boolean {
  const orders = (left: readonly string[]): string[] =>
    left.length === 0
      ? [""]
      : left.flatMap((first, index) => orders(left.filter((_, other) => other !== index)).map((rest) => first + rest));
  return orders(said.filter((text) => text !== "").map(squeezed)).includes(squeezed(cell));
}
