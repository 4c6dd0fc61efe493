import type { PublicationFormat } from "@/lib/domain/publication";
import type { PublicationContent } from "./content";
import type { PublicationDocument } from "./document";
import { docxOf } from "./docx/docx-of";
import { fontFacesOf } from "./html/font-faces";
import { htmlOf } from "./html/html-of";
import { drawnPictures, picturesOf } from "./typst/chart-pictures";
import { pdfOf } from "./typst/pdf-of";
import { csvPackageOf } from "./workbook/csv-package";
import { workbookOf } from "./workbook/workbook-of";

/**
 * One file of a publication. The same content gives the same bytes. It computes for seconds without a pause: call it where
 * nobody waits for anything else.
 * @param root the folder that holds `node_modules`, with the fonts, and `lib`, with the templates
 */
export async function makeFile(
  format: PublicationFormat,
  { document, book, words }: PublicationContent,
  root: string,
): Promise<Uint8Array> {
  switch (format) {
    case "pdf":
      return pdfOf(document, root);
    case "docx":
      return docxOf(document, await drawnPictures(document, root));
    case "html":
      return webPageOf(document, root);
    case "xlsx":
      return workbookOf(document, book, words);
    case "csv":
      return csvPackageOf(document, book, words);
  }
}

/** A document as its web page, as `makeFile` makes it. */
export const webPageOf = async (document: PublicationDocument, root: string): Promise<Uint8Array> =>
  new TextEncoder().encode(htmlOf(document, picturesOf(document, root), await fontFacesOf(document, root)));
