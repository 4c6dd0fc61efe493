import type { PublicationDocument } from "../document";
import { colourSheet } from "./sheet-colours";
import { pageSheet } from "./sheet-page";
import { printSheet } from "./sheet-print";
import { scrollSheet } from "./sheet-scroll";
import { tableSheet } from "./sheet-tables";

/** The screen's fonts, in its order: those that the page brings, and for what they lack, the reader's own. */
export const fontStack = `"Noto Sans", "Noto Sans Thai", "Noto Sans Khmer", "Noto Sans Lao", "Noto Sans Myanmar", "Noto Sans SC", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif`;

/**
 * The text of the one `<style>` of `htmlOf(document, …, faces)`, exactly as it stands there: a policy allows it by its hash.
 * It differs between documents, since the heads and feet of printed pages are written in it.
 */
export function stylesheetOf(document: PublicationDocument, faces: string): string {
  return [
    faces,
    colourSheet(),
    pageSheet(fontStack),
    tableSheet(),
    scrollSheet(),
    printSheet(document, fontStack),
  ].join("\n");
}
