import { h } from "hastscript";
import { type ShownStatus, shownStatuses } from "@/lib/views/shown-status";
import {
  type Cell,
  type DocumentWords,
  plainText,
  type TableBlock,
  type TableColumn,
  type TableRow,
} from "../document";
import { chipOf, iconOf, statusClass } from "./status";
import { type HtmlElement, textOf } from "./text";

/** A table that scrolls inside itself, with its caption, key and note. The number is its place among all tables. */
export function tableOf(block: TableBlock, number: number, words: DocumentWords) {
  const caption = `${block.id}-caption`;
  const total = block.columns.reduce((sum, { width }) => sum + width, 0);
  // Squares need the same room everywhere; the names of rows take what is left.
  const columns = block.columns.map(({ width }, index) =>
    h("col", {
      class: block.look === "heat" ? index > 0 && "narrow" : `w-${Math.max(1, Math.round((width / total) * 100))}`,
    }),
  );
  const key = block.look === "heat" ? keyOf(block, words) : null;
  const said = () => [
    h("span", { class: "number" }, words.table.replace("{number}", String(number))),
    " ",
    h("span", { class: "name" }, textOf(block.caption)),
  ];
  const table = h("table", { class: [block.look, `columns-${Math.min(block.columns.length, 16)}`] }, [
    h("caption", { id: caption, class: key === null ? null : "unseen" }, said()),
    h("colgroup", columns),
    h(
      "thead",
      h(
        "tr",
        block.columns.map(({ align, name, detail }) =>
          h("th", { scope: "col", class: align }, [name, detailOf(detail)]),
        ),
      ),
    ),
    ...bodiesOf(block, words),
  ]);
  return h("div", { class: "table", id: block.id }, [
    // The key stands between caption and table, where a caption of the table's own can't let it: that one is read, this seen.
    key === null ? null : h("p", { class: "caption", ariaHidden: "true" }, said()),
    key,
    h("div", { class: "scroll", role: "region", tabIndex: 0, ariaLabelledBy: caption }, table),
    block.note === null ? null : h("p", { class: "small" }, textOf(block.note)),
  ]);
}

/** A group row opens a body of its own, so that its heading is that of the rows below it. */
function bodiesOf({ rows, columns, look }: TableBlock, words: DocumentWords) {
  const bodies: HtmlElement[][] = [[]];
  for (const row of rows) {
    if (row.kind === "group") bodies.push([groupRow(row, columns.length)]);
    else
      bodies.at(-1)!.push(
        h(
          "tr",
          columns.map((column, index) => cellOf(row.cells[index], column, index, look, words)),
        ),
      );
  }
  return bodies.filter((body) => body.length > 0).map((body) => h("tbody", body));
}

function groupRow(row: Extract<TableRow, { kind: "group" }>, width: number) {
  const mark = row.pillar === null ? null : h("span", { class: ["square", row.pillar], ariaHidden: "true" });
  return h("tr", { class: ["group", row.pillar === null ? "inner" : "pillar"] }, [
    h("th", { scope: "rowgroup", colSpan: width }, h("span", { class: "stays" }, [mark, textOf(row.text)])),
  ]);
}

const detailOf = (text: string | undefined) => (text === undefined ? null : h("span", { class: "detail" }, text));

function cellOf(
  cell: Cell | undefined,
  column: TableColumn,
  index: number,
  look: TableBlock["look"],
  words: DocumentWords,
) {
  if (cell === undefined) return h("td");
  const text = plainText(cell.text) === "" ? null : textOf(cell.text);
  const detail = detailOf(cell.detail);
  if (index === 0)
    return h("th", { scope: "row", class: column.align }, [
      text,
      detail,
      cell.status === undefined ? null : chipOf(cell.status, words),
    ]);
  if (cell.status === undefined) return h("td", { class: column.align }, [text, detail]);
  if (look === "plain") return h("td", { class: column.align }, [text, detail, chipOf(cell.status, words)]);
  const word = h("span", { class: "unseen" }, ` ${words.statuses[cell.status]} `);
  const classes = ["s", statusClass(cell.status), ...(text === null ? [] : ["value"])];
  return h("td", { class: "square-cell" }, h("div", { class: classes }, [iconOf(), word, text, detail]));
}

/** The statuses that the table shows, in the order in which legends list them. */
function keyOf({ rows }: TableBlock, words: DocumentWords) {
  const shown = new Set<ShownStatus>();
  for (const row of rows)
    if (row.kind === "cells") for (const { status } of row.cells) if (status !== undefined) shown.add(status);
  if (shown.size === 0) return null;
  const items = shownStatuses.filter((status) => shown.has(status)).map((status) => h("li", chipOf(status, words)));
  return h("ul", { class: "key", role: "list", ariaLabel: words.key }, items);
}
