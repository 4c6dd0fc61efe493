import { streamCsv } from "@/lib/exchange/csv/write-csv";
import { fixedZip } from "@/lib/exchange/fixed-zip";
import type { DataBook } from "../data-book";
import { type PublicationDocument, plainText } from "../document";
import { csvName, dataPackageOf } from "./data-package";
import { filled } from "./filled";
import type { WorkbookWords } from "./words";

const descriptionName = "datapackage.json";

/**
 * A publication's values as a zip: the CSV file, its description for programs and a text for people. The same publication
 * gives the same bytes.
 */
export async function csvPackageOf(
  document: PublicationDocument,
  book: DataBook,
  words: WorkbookWords,
): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of streamCsv(book.rows)) pieces.push(Buffer.from(piece, "utf8"));
  const csv = Buffer.concat(pieces);
  const description = JSON.stringify(dataPackageOf(document, book, words, csv), null, 2);
  return fixedZip(
    [
      { name: csvName(document), content: csv },
      { name: descriptionName, content: [description, "\n"] },
      { name: "README.txt", content: [readme(document, book, words)] },
    ],
    document.asOf,
  );
}

function readme(
  document: PublicationDocument,
  { rows, periods }: DataBook,
  { package: { description, readme: texts } }: WorkbookWords,
) {
  const held = new Set(rows.map(({ period }) => period));
  const codes = periods.map(({ code }) => code).filter((code) => held.has(code));
  const places = { csv: csvName(document), description: descriptionName, periods: codes.join(", ") };
  const parts = [
    [document.title, document.subtitle].join("\n"),
    ...(document.isInternal ? [document.words.internal] : []),
    ...document.notices,
    document.facts.map(({ term, text }) => `${term}: ${plainText(text)}`).join("\n"),
    description,
    ...texts.map((text) => filled(text, places)),
    document.imprint.rows.map(({ term, text }) => `${term}: ${plainText(text)}`).join("\n"),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}
