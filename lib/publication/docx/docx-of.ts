import { AlignmentType, Document, HeadingLevel, LevelFormat, Packer, Paragraph, type Table } from "docx";
import type { ChartPictures } from "../chart-pictures";
import { cleanDocument } from "../clean-document";
import type { PublicationDocument } from "../document";
import { type Drawing, factsOf } from "./blocks";
import { chapterOf } from "./chapter";
import { contentsOf } from "./contents";
import { titleSize, titleSizes } from "./cover-title";
import { fixedPackage } from "./fixed-package";
import { footersOf, headersOf } from "./frame";
import { paper } from "./paper";
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
  const drawing: Drawing = { pictures, words: document.words, numbers: { chart: 0, table: 0 }, lists: 0, targets: 0 };
  const children = [
    ...coverOf(document),
    ...contentsOf(document),
    ...document.chapters.flatMap((chapter) => chapterOf(chapter, drawing)),
  ];
  const file = new Document({
    title: document.title,
    subject: document.subtitle,
    creator: document.imprint.publisher,
    lastModifiedBy: document.imprint.publisher,
    description: document.notices.join(" "),
    styles: stylesOf(document.language),
    numbering: {
      config: [list("bulleted", LevelFormat.BULLET, "•"), list("ordered", LevelFormat.DECIMAL, "%1.")],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: paper.width, height: paper.height },
            margin: {
              top: document.isInternal ? paper.topBelowMark : paper.top,
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
  return fixedPackage(await Packer.toBuffer(file), document);
}

function coverOf(document: PublicationDocument): (Paragraph | Table)[] {
  const size = titleSize(document.title, document.language);
  return [
    new Paragraph({ style: "CoverKicker", children: runsOf(document.kicker) }),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      children: runsOf(document.title, size === titleSizes[0] ? {} : { size }),
    }),
    new Paragraph({ style: "Subtitle", children: runsOf(document.subtitle) }),
    ...factsOf(document.facts),
    ...document.notices.map((notice) => new Paragraph({ style: "Notice", children: runsOf(notice) })),
  ];
}
