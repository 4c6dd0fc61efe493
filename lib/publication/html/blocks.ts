import { h } from "hastscript";
import type { ChartPictures } from "../chart-pictures";
import type { Block, DocumentWords, Fact, Heading } from "../document";
import { chartOf } from "./chart";
import type { SharedGlyphs } from "./shared-glyphs";
import { chipOf } from "./status";
import { tableOf } from "./table";
import { textOf } from "./text";

export interface Drawing {
  pictures: Pick<ChartPictures, "svg">;
  glyphs: SharedGlyphs;
  words: DocumentWords;
  /** Charts and tables so far. */
  numbers: { chart: number; table: number };
}

/** @param stays whether it is printed on the page on which the next block begins */
export function blockOf(block: Block, stays: boolean, drawing: Drawing) {
  const withNext = stays && "with-next";
  switch (block.kind) {
    case "heading":
      return headingOf(block, drawing.words);
    case "paragraph":
      return h("p", { class: classes(block.look, withNext) }, textOf(block.text));
    case "note":
      return h("p", { class: classes("note", withNext) }, textOf(block.text));
    case "list":
      return h(
        block.ordered ? "ol" : "ul",
        { class: classes(withNext) },
        block.items.map((item) => h("li", textOf(item))),
      );
    case "facts":
      return factsOf(block.rows, withNext);
    case "table":
      drawing.numbers.table += 1;
      return tableOf(block, drawing.numbers.table, drawing.words);
    case "chart":
      drawing.numbers.chart += 1;
      return chartOf(block, drawing.numbers.chart, drawing.glyphs.without(drawing.pictures.svg(block)), drawing.words);
  }
}

/** One level below the document's own, whose title is the page's h1. */
function headingOf({ level, id, text, status }: Heading, words: DocumentWords) {
  const chip = status === undefined ? [] : [" ", chipOf(status, words)];
  return h(`h${level + 1}`, { id }, [textOf(text), ...chip]);
}

/** null where there are none, so that an element without classes has no such attribute. */
function classes(...names: (string | false | undefined)[]): string | null {
  return names.filter(Boolean).join(" ") || null;
}

export function factsOf(rows: Fact[], withNext: string | false = false) {
  if (rows.length === 0) return null;
  return h(
    "dl",
    { class: classes("facts", withNext) },
    rows.map(({ term, text }) => h("div", [h("dt", term), h("dd", textOf(text))])),
  );
}
