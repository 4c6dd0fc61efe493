import type { Block, PublicationDocument, TableColumn } from "../document";
import { staysWithNext } from "../stays-with-next";
import { laidOut } from "./compiler";

/** A head of two lines is one text there. */
const withHeads = (block: Block): Block =>
  block.kind === "table"
    ? { ...block, columns: block.columns.map((column) => ({ ...column, name: headText(column) })) }
    : block;

const headText = ({ name, detail }: TableColumn) => (detail === undefined ? name : `${name}\n${detail}`);

/** With what a template can't tell from one block alone. */
const withStays = (document: PublicationDocument) => ({
  ...document,
  chapters: document.chapters.map((chapter) => {
    const stays = staysWithNext(chapter.blocks);
    return {
      ...chapter,
      blocks: chapter.blocks.map((block, index) => ({ ...withHeads(block), stays: stays[index] })),
    };
  }),
});

/**
 * The document as a tagged PDF on A4. The same document gives the same bytes. Takes a second or more: run it in a worker.
 * @param root folder that holds `node_modules` and `lib`
 */
export function pdfOf(document: PublicationDocument, root: string): Uint8Array {
  return laidOut("publication.typ", { document: withStays(document) }, root, 0, (compiler, main) => {
    try {
      return compiler.pdf(main, { pdfStandard: "ua-1" });
    } catch {
      // PDF/UA refuses a file in which one character of somebody's comment has no glyph. It is tagged all the same.
      return compiler.pdf(main);
    }
  });
}
