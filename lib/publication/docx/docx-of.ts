import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  type Table,
  TableOfContents,
} from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import type { ChartPictures } from "../chart-pictures";
import { cleanDocument } from "../clean-text";
import type { Chapter, PublicationDocument } from "../document";
import { pillarHues } from "../look";
import { blockOf, type Drawing, factsOf } from "./blocks";
import { footersOf, headersOf } from "./frame";
import { hex, paper } from "./paper";
import { runsOf } from "./runs";
import { stylesOf } from "./styles";

const listIndent = { left: 400, hanging: 280 };
const list = (reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  reference,
  levels: [{ level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent: listIndent } } }],
});

/**
 * The document as DOCX (A4): the copy to edit, and for screen readers in Word.
 * The same document and pictures give the same bytes.
 */
export async function docxOf(publication: PublicationDocument, pictures: ChartPictures): Promise<Uint8Array> {
  const document = cleanDocument(publication);
  const drawing: Drawing = { pictures, words: document.words, numbers: { figure: 0, table: 0 }, lists: 0 };
  const children = [
    ...coverOf(document),
    ...contentsOf(document),
    ...document.chapters.flatMap((chapter) => chapterOf(chapter, drawing)),
  ];
  const file = new Document({
    title: document.title,
    subject: document.subtitle,
    creator: document.words.running,
    lastModifiedBy: document.words.running,
    description: document.notices.join(" "),
    styles: stylesOf(document.language),
    numbering: {
      config: [list("bulleted", LevelFormat.BULLET, "•"), list("ordered", LevelFormat.DECIMAL, "%1.")],
    },
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: paper.width, height: paper.height },
            margin: {
              top: paper.top,
              bottom: paper.bottom,
              left: paper.side,
              right: paper.side,
              header: paper.header,
              footer: paper.footer,
            },
          },
        },
        headers: headersOf(document),
        footers: footersOf(document),
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

function coverOf(document: PublicationDocument): (Paragraph | Table)[] {
  return [
    new Paragraph({ style: "CoverKicker", children: runsOf(document.kicker) }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(document.title) }),
    new Paragraph({ style: "Subtitle", children: runsOf(document.subtitle) }),
    ...factsOf(document.facts),
    ...document.notices.map((notice) => new Paragraph({ style: "Notice", children: runsOf(notice) })),
  ];
}

/** Chapters and the headings under them, with links and pages. It is filled in already, so that Word doesn't ask. */
function contentsOf(document: PublicationDocument) {
  return [
    new Paragraph({ style: "ContentsTitle", pageBreakBefore: true, children: runsOf(document.words.contents) }),
    new TableOfContents(document.words.contents, { hyperlink: true, headingStyleRange: "1-2", beginDirty: false }),
  ];
}

function chapterOf(chapter: Chapter, drawing: Drawing): (Paragraph | Table)[] {
  const hue = chapter.pillar === null ? undefined : pillarHues[chapter.pillar];
  const kicker =
    chapter.kicker === null
      ? []
      : [
          new Paragraph({
            style: "Kicker",
            pageBreakBefore: true,
            children: [...(hue === undefined ? [] : runsOf("■ ", { color: hex(hue) })), ...runsOf(chapter.kicker)],
          }),
        ];
  return [
    ...kicker,
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: chapter.kicker === null,
      children: runsOf(chapter.title),
    }),
    ...chapter.blocks.flatMap((block) => blockOf(block, drawing)),
  ];
}
