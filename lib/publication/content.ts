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

/**
 * The number of the form in which content is stored. Raise it with every change after which what was stored before can't
 * be drawn: what is asked for again would be drawn wrong, or not at all.
 */
const contentFormat = 8;
/**
 * Those before it that are read as well: 6 says `figure` where it means a value or a chart, both say `marks` of the kinds of
 * markers in a trend, and know no status after the plan's end.
 */
const formerFormats = [6, 7];

/** Content is stored in a form that this program doesn't know. */
export class UnknownContentFormat extends Error {
  override name = "UnknownContentFormat";

  /** @param found null where the content has no number, as the first had none */
  constructor(readonly found: number | null) {
    super(`The content has the format ${found ?? "from before they had numbers"}, and not ${contentFormat}.`);
  }
}

/** Rows written in one go: others get their turn in between. */
const rowsAtOnce = 2_000;

/**
 * The content as it is stored, packed: lines of JSON, the first with the format's number, the second all but the rows. The
 * same content gives the same bytes.
 */
export async function packContent({ document, book, words }: PublicationContent): Promise<Uint8Array<ArrayBuffer>> {
  const { rows, ...rest } = book;
  const lines = [JSON.stringify({ format: contentFormat }), JSON.stringify({ document, book: rest, words })];
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

/** @throws UnknownContentFormat for what another version of the program packed in its own way */
export async function mustKnowContent(packed: Uint8Array): Promise<void> {
  const bytes = await unpack(packed);
  const end = bytes.indexOf("\n");
  mustKnowFormat(bytes.toString("utf8", 0, Math.max(end, 0)));
}

function mustKnowFormat(line: string): number {
  const number = /^\{"format":(\d+)\}$/.exec(line)?.[1];
  const found = number === undefined ? null : Number(number);
  if (found === null || ![contentFormat, ...formerFormats].includes(found)) throw new UnknownContentFormat(found);
  return found;
}

/**
 * What `packContent` packed.
 * @throws UnknownContentFormat
 */
export async function unpackContent(packed: Uint8Array): Promise<PublicationContent> {
  const [format = "", head = "", ...lines] = (await unpack(packed)).toString("utf8").split("\n");
  const found = mustKnowFormat(format);
  const isFirst = found === formerFormats[0];
  const present = (key: string, value: unknown) => renameMarkers(isFirst ? renameChart(key, value) : value);
  const { document, book, words } = JSON.parse(
    head,
    found === contentFormat ? undefined : present,
  ) as PublicationContent;
  const rowOf = (line: string) => JSON.parse(line, isFirst ? renameValue : undefined) as ShownRow;
  const columns = { ...words.columns, status_after_end: words.columns.status_after_end ?? "" };
  return { document, words: { ...words, columns }, book: { ...book, rows: lines.map(rowOf) } };
}

type Parsed = Record<string, unknown>;

/** Of a block and of the document's words. */
function renameChart(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { figure, ...rest } = value as Parsed;
  if (rest.kind === "figure") return { ...rest, kind: "chart" };
  return figure === undefined ? value : { ...rest, chart: figure };
}

/** Of a trend's model. */
function renameMarkers(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("marks" in value && "panels" in value)) return value;
  const { marks, ...rest } = value as Parsed;
  return { ...rest, markerKinds: marks };
}

function renameValue(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("figure" in value)) return value;
  const { figure, ...rest } = value as Parsed;
  return { ...rest, value: figure };
}
