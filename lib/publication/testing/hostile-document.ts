import type { Block, PublicationDocument } from "../document";
import { sampleDocument } from "./sample-document";

/** Texts that end elements, attributes, sheets and fields where they are written unguarded. */
export const hostileTexts = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  "javascript:alert(1)",
  "</style><script>alert(1)</script>",
  "</title></head><body onload=alert(1)>",
  "<!--",
  "]]>",
  "&amp;&#60;b&#62;",
  "{page} {pages} {number} $1 $&",
  '\\22 ;}body{display:none}/*"',
  '" \\h ',
  "control \u0000\u0001\u0008\u000b\u000c\u001b\u007f\u0085\ufffe\uffff signs",
  "half \ud83d pairs \ude00",
  "line\r\nfeeds\u2028here",
  "=cmd|' /C calc'!A0",
];
const hostile = hostileTexts.join(" ");

/** The sample with each text replaced, ids and structure kept. */
export const hostileDocument: PublicationDocument = {
  ...sampleDocument,
  isInternal: true,
  title: hostile,
  subtitle: hostile,
  kicker: hostile,
  notices: [hostile],
  facts: [{ term: hostile, text: { text: hostile, lang: "th" } }],
  words: {
    ...sampleDocument.words,
    skip: hostile,
    contents: hostile,
    page: `${hostile} {page}/{pages}`,
    chart: `{number} ${hostile}`,
    table: `{number} ${hostile}`,
    internal: hostile,
    key: hostile,
    running: hostile,
    statuses: Object.fromEntries(
      Object.keys(sampleDocument.words.statuses).map((status) => [status, hostile]),
    ) as typeof sampleDocument.words.statuses,
  },
  chapters: sampleDocument.chapters.map((chapter) => ({
    ...chapter,
    title: hostile,
    kicker: hostile,
    blocks: chapter.blocks.map(hostileBlock),
  })),
};

function hostileBlock(block: Block): Block {
  switch (block.kind) {
    case "heading":
    case "paragraph":
    case "note":
      return { ...block, text: hostile };
    case "list":
      return { ...block, items: hostileTexts };
    case "facts":
      return { ...block, rows: [{ term: hostile, text: hostile }] };
    case "chart":
      return { ...block, title: hostile, subtitle: hostile, source: hostile, alt: hostile };
    case "table":
      return {
        ...block,
        caption: hostile,
        note: hostile,
        columns: block.columns.map((column) => ({ ...column, name: hostile })),
        rows: block.rows
          .slice(0, 4)
          .map((row) =>
            row.kind === "group"
              ? { ...row, text: hostile }
              : { ...row, cells: row.cells.map((cell) => ({ ...cell, text: hostile, detail: hostile })) },
          ),
      };
  }
}
