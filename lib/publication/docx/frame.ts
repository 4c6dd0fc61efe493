import { BorderStyle, Footer, Header, PageNumber, Paragraph, Tab, TabStopType, TextRun } from "docx";
import type { PublicationDocument } from "../document";
import { colours } from "../look";
import { hex, textWidth } from "./paper";
import { runsOf } from "./runs";

// What stands at the head and foot of each page. The cover has only the mark, if any.

const rule = { style: BorderStyle.SINGLE, size: 4, color: hex(colours.rule), space: 4 };
const toTheRight = [{ type: TabStopType.RIGHT, position: textWidth }];

function watermark(document: PublicationDocument): Paragraph[] {
  if (!document.isInternal) return [];
  return [new Paragraph({ style: "Internal", children: runsOf(document.words.internal) })];
}

/** `Page {page} of {pages}` in any order of words, with fields for the numbers; beside long notices, whole on the next line. */
function pageNumbers(pattern: string): TextRun[] {
  return pattern
    .replaceAll(" ", "\u00a0")
    .split(/(\{pages?\})/)
    .flatMap((part) => {
      if (part === "{page}") return [new TextRun({ children: [PageNumber.CURRENT] })];
      if (part === "{pages}") return [new TextRun({ children: [PageNumber.TOTAL_PAGES] })];
      return part === "" ? [] : runsOf(part);
    });
}

export function headersOf(document: PublicationDocument) {
  const running = new Paragraph({
    style: "Header",
    border: { bottom: rule },
    children: runsOf(document.words.running),
  });
  return {
    first: new Header({ children: document.isInternal ? watermark(document) : [new Paragraph("")] }),
    default: new Header({ children: [...watermark(document), running] }),
  };
}

export function footersOf(document: PublicationDocument) {
  const foot = new Paragraph({
    style: "Footer",
    border: { top: rule },
    tabStops: toTheRight,
    children: [
      ...runsOf(document.notices.join(" ").replaceAll("\n", " ")),
      new TextRun({ children: [new Tab()] }),
      ...pageNumbers(document.words.page),
    ],
  });
  return { first: new Footer({ children: [new Paragraph("")] }), default: new Footer({ children: [foot] }) };
}
