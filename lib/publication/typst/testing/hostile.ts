import type { PublicationDocument } from "../../document";
import { sampleDocument } from "../../testing/sample-document";

/** Texts that mean something to the compiler, to PDF, SVG or JSON, were they taken for more than text. */
export const hostileTexts = [
  '#panic("no")',
  "*x* _y_ `z`",
  "$x$ and $ y $",
  "@ref <label> [link](x)",
  'back\\slash "quote" \\u{41} \\#',
  "= Heading\n- list\n/ term: x",
  "// comment /* block */",
  '#read("/etc/passwd") #import "x.typ": *',
  "{page} {pages} {number}",
  "<script>alert(1)</script> &amp; ]]>",
  "--- ... ~ ' \" https://example.org/#x",
];

/** What no JSON, XML or font has: halves of letters, control characters, letters without a glyph. */
export const brokenTexts = [
  "half \ud83d pair",
  "nul \u0000 bell \u0007 \ufffe",
  "😀 𓀀",
  "",
  " ",
  "\n\n",
  "a\u202eb\u200f",
];

/** The sample with one text in every place that takes words. */
export function documentSaying(text: string): PublicationDocument {
  const swap = (key: string, value: unknown): unknown => {
    const kept = [
      "kind",
      "id",
      "type",
      "look",
      "align",
      "state",
      "status",
      "pillar",
      "language",
      "asOf",
      "lang",
      "fileStem",
    ];
    return typeof value === "string" && !kept.includes(key) ? text : value;
  };
  const document = JSON.parse(JSON.stringify(sampleDocument), (key, value) => swap(key, value)) as PublicationDocument;
  return {
    ...document,
    chapters: document.chapters.map((chapter) => ({
      ...chapter,
      blocks: chapter.blocks.map((block) =>
        block.kind === "table" ? { ...block, rows: block.rows.slice(0, 4) } : block,
      ),
    })),
  };
}
