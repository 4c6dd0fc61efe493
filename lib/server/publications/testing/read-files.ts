import "server-only";
import { fromHtml } from "hast-util-from-html";
import type { PublicationFormat } from "@/lib/domain/publication";
import { readWorkbook } from "@/lib/exchange/xlsx/testing/read-workbook";
import { type PublicationContent, packContent, unpackContent } from "@/lib/publication/content";
import { makeFile } from "@/lib/publication/make-file";
import { readCsvPackage } from "@/lib/publication/testing/read-csv";
import * as docx from "@/lib/publication/testing/read-docx";
import * as html from "@/lib/publication/testing/read-html";
import { docxTables, htmlTables, pdfTables, type ReadTable } from "@/lib/publication/testing/read-tables";
import { alternativesOf, pagesOf } from "@/lib/publication/typst/testing/read-pdf";

/** A publication's files of values, with what readers find in them. */
export interface ReadValues {
  /** As it was stored: unpacked from what was packed. */
  content: PublicationContent;
  csv: ReturnType<typeof readCsvPackage>;
  xlsx: Awaited<ReturnType<typeof readWorkbook>>;
}

/** All files of a publication with what readers of each format find in it. */
export interface ReadFiles extends ReadValues {
  bytes: Record<PublicationFormat, Uint8Array>;
  html: { text: string; tables: ReadTable[]; alternatives: string[]; pictures: string[] };
  docx: { text: string; tables: ReadTable[]; alternatives: string[]; heads: string };
  /** `pages` and `tables` are null where they weren't read. */
  pdf: { pages: string[] | null; tables: ReadTable[] | null; alternatives: string[] };
}

/**
 * Makes all five formats of a publication, and reads each of them back.
 * @param ofPdf what is read of the PDF's text by poppler: tables take seconds where there are charts beside them
 */
export async function makeAndRead(
  made: PublicationContent,
  ofPdf: { pages: boolean; tables: boolean },
): Promise<ReadFiles> {
  const content = await unpackContent(await packContent(made));
  const root = process.cwd();
  const bytes = {
    pdf: await makeFile("pdf", content, root),
    docx: await makeFile("docx", content, root),
    html: await makeFile("html", content, root),
    xlsx: await makeFile("xlsx", content, root),
    csv: await makeFile("csv", content, root),
  };
  return {
    content,
    bytes,
    html: readPage(Buffer.from(bytes.html).toString("utf8")),
    docx: readDocument(bytes.docx),
    csv: readCsvPackage(bytes.csv),
    xlsx: await readWorkbook(bytes.xlsx),
    pdf: {
      pages: ofPdf.pages ? pagesOf(bytes.pdf) : null,
      tables: ofPdf.tables ? pdfTables(bytes.pdf) : null,
      alternatives: alternativesOf(bytes.pdf),
    },
  };
}

/** Makes the files of values of a publication, and reads them back. */
export async function readValues(made: PublicationContent): Promise<ReadValues> {
  const content = await unpackContent(await packContent(made));
  const root = process.cwd();
  return {
    content,
    csv: readCsvPackage(await makeFile("csv", content, root)),
    xlsx: await readWorkbook(await makeFile("xlsx", content, root)),
  };
}

function readPage(page: string): ReadFiles["html"] {
  const root: html.HtmlNode = fromHtml(page);
  const isInWords = ({ properties }: html.HtmlNode) =>
    Array.isArray(properties?.className) && properties.className.includes("in-words");
  return {
    text: html.textIn(html.one(root, "body")),
    tables: htmlTables(page),
    alternatives: html.all(root, "p").filter(isInWords).map(html.textIn),
    pictures: [...page.matchAll(/role="img"[^>]*>(<svg[\s\S]*?<\/svg>)/g)].map(([, svg]) => svg ?? ""),
  };
}

function readDocument(file: Uint8Array): ReadFiles["docx"] {
  const { xml } = docx.readDocx(file);
  const document = xml["word/document.xml"]!;
  return {
    text: docx.textIn(document),
    tables: docxTables(file),
    alternatives: docx.all(document, "wp:docPr").map(({ attributes }) => attributes.descr ?? ""),
    heads: Object.entries(xml)
      .filter(([name]) => /word\/(header|footer)\d/.test(name))
      .map(([, part]) => docx.textIn(part))
      .join("\n"),
  };
}
