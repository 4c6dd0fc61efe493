import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { ShownRow } from "@/lib/exchange/csv/shown-row";
import type { DataBook } from "./data-book";
import type { PublicationDocument } from "./document";
import type { WorkbookWords } from "./workbook/words";

/** All that the files of a publication are made of. */
export interface PublicationContent {
  document: PublicationDocument;
  book: DataBook;
  words: WorkbookWords;
}

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];

/** Rows written in one go: others get their turn in between. */
const rowsAtOnce = 2_000;

/** The content as it is stored: lines of JSON, the first all but the rows, packed. The same content gives the same bytes. */
export async function packContent({ document, book, words }: PublicationContent): Promise<Uint8Array<ArrayBuffer>> {
  const { rows, ...rest } = book;
  const lines = [JSON.stringify({ document, book: rest, words })];
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    lines.push(
      rows
        .slice(start, start + rowsAtOnce)
        .map((row) => JSON.stringify(row))
        .join("\n"),
    );
    await new Promise(setImmediate);
  }
  return new Uint8Array(await pack(lines.join("\n")));
}

/** What `packContent` packed. */
export async function unpackContent(packed: Uint8Array): Promise<PublicationContent> {
  const [head = "", ...lines] = (await unpack(packed)).toString("utf8").split("\n");
  const { document, book, words } = JSON.parse(head) as PublicationContent;
  return { document, words, book: { ...book, rows: lines.map((line) => JSON.parse(line) as ShownRow) } };
}
