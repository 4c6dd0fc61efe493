import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from "docx";
import { strFromU8, strToU8, unzipSync } from "fflate";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { fixedZip } from "@/lib/exchange/fixed-zip";
import type { ChartPictures } from "../chart-pictures";
import { cleanDocument } from "../clean-document";
import type { Chapter, PublicationDocument } from "../document";
import { colours, pillarHues } from "../look";
import { staysWithNext } from "../stays-with-next";
import { blockOf, type Drawing, factsOf } from "./blocks";
import { contentsOf, target } from "./contents";
import { titleSize, titleSizes } from "./cover-title";
import { hex, paper, textWidth } from "./paper";
import { runsOf } from "./runs";
import { fontOfScript, type Script, wordLanguage } from "./scripts";
import { stylesOf } from "./styles";

const listIndent = { left: 400, hanging: 280 };
const list = (reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  reference,
  levels: [{ level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent: listIndent } } }],
});

/** A chapter on a page of its own: kicker with the pillar's stripe, heading, blocks. */
function chapterOf(chapter: Chapter, drawing: Drawing): (Paragraph | Table)[] {
  const stays = staysWithNext(chapter.blocks);
  drawing.targets += 1;
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: chapter.kicker === null,
    children: [target(drawing.targets, runsOf(chapter.title))],
  });
  return [
    ...kickerOf(chapter),
    heading,
    ...chapter.blocks.flatMap((block, index) => blockOf(block, stays[index]!, drawing)),
  ];
}

function kickerOf({ kicker, pillar }: Chapter): Paragraph[] {
  if (kicker === null) return [];
  const hue = pillar === null ? undefined : pillarHues[pillar];
  const stripe =
    hue === undefined
      ? {}
      : { border: { left: { style: BorderStyle.SINGLE, size: 48, color: hex(hue), space: 6 } }, indent: { left: 160 } };
  return [new Paragraph({ style: "Kicker", pageBreakBefore: true, ...stripe, children: runsOf(kicker) })];
}

// The docx package writes the time of day into the file and into its zip, so that no two files were the same. Both become
// the day of the publication, and parts that the package has no words for are filled in.

/**
 * The package with the document's day in place of the clock's, its language among its properties and its fonts named.
 * @throws Error if a part that is to be filled in isn't there
 */
function fixedPackage(bytes: Uint8Array, { asOf, language }: { asOf: IsoDate; language: string }): Uint8Array {
  const parts = unzipSync(bytes);
  edit(parts, "docProps/core.xml", (xml) =>
    xml
      .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${asOf}T00:00:00Z`)
      .replace(
        "</cp:coreProperties>",
        `<dc:language>${wordLanguage(language).value}</dc:language></cp:coreProperties>`,
      ),
  );
  edit(parts, "word/fontTable.xml", (xml) => xml.replace(/\/>$/, `>${fontTable()}</w:fonts>`));
  edit(parts, "word/document.xml", (xml) => joinedContents(numberedAfresh(xml)));
  // Readers tell the kind of file from the first part.
  const first = "[Content_Types].xml";
  const names = [first, ...Object.keys(parts).filter((name) => name !== first)];
  return fixedZip(
    names.map((name) => ({ name, content: parts[name]! })),
    asOf,
  );
}

/** Bookmarks are numbered through all documents of the process; here from 1, in their order. */
function numberedAfresh(xml: string): string {
  const numbers = new Map<string, number>();
  return xml.replace(/(<w:bookmark(?:Start|End)[^>]* w:id=")(\d+)/g, (_, before: string, old: string) => {
    if (!numbers.has(old)) numbers.set(old, numbers.size + 1);
    return `${before}${numbers.get(old)}`;
  });
}

/** The field of the contents begins and ends in lines of its own, which would be read as blank: they join their neighbours. */
function joinedContents(xml: string): string {
  return xml
    .replace(
      /(<w:sdtContent><w:p>)(<w:r>(?:(?!<\/w:p>).)*<\/w:r>)<\/w:p><w:p>(<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>)/,
      "$1$3$2",
    )
    .replace(/<\/w:p><w:p>(<w:r><w:fldChar w:fldCharType="end"\/><\/w:r><\/w:p><\/w:sdtContent>)/, "$1");
}

function edit(parts: Record<string, Uint8Array>, name: string, change: (xml: string) => string) {
  const part = parts[name];
  const before = part === undefined ? "" : strFromU8(part);
  const after = change(before);
  if (before === "") throw new Error(`The package has no ${name} to fill in`);
  parts[name] = strToU8(after);
}

/** What Word has on most computers that haven't ours. */
const substitutes: Record<Script, string> = {
  latin: "Segoe UI",
  thai: "Leelawadee UI",
  khmer: "Leelawadee UI",
  lao: "Leelawadee UI",
  myanmar: "Myanmar Text",
  han: "Microsoft YaHei",
};

function fontTable(): string {
  return Object.entries(substitutes)
    .map(
      ([script, substitute]) =>
        `<w:font w:name="${fontOfScript[script as Script]}"><w:altName w:val="${substitute}"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>`,
    )
    .join("");
}

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

function headersOf(document: PublicationDocument) {
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

function footersOf(document: PublicationDocument) {
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
