import { PDFDocument, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFString } from "@cantoo/pdf-lib";
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  ImageRun,
  InsertedTextRun,
  Packer,
  Paragraph,
  TextRun,
} from "docx";
import { strToU8, unzipSync, zipSync } from "fflate";
import sharp from "sharp";

/** Who made all of these, and stands wherever a program writes who did. */
export const author = "Somchai Testname";

const exif = {
  IFD0: { Artist: author, Copyright: author, XPAuthor: author, Software: "Camera of Somchai Testname" },
  IFD3: { GPSLatitudeRef: "N", GPSLatitude: "13/1 45/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "100/1 30/1 0/1" },
};
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>${author}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;

/** Wide, and lying on its side: upright it is high. */
export async function photo(format: "jpeg" | "png" | "webp", place = { width: 60, height: 40 }): Promise<Uint8Array> {
  const drawn = sharp({ create: { ...place, channels: 3, background: { r: 200, g: 40, b: 40 } } });
  return drawn.withMetadata({ orientation: 6 }).withExifMerge(exif).withXmp(xmp).toFormat(format).toBuffer();
}

export async function pdf(change: (document: PDFDocument) => void | Promise<void> = () => {}): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([300, 200]);
  page.drawText("What we saw at the border");
  page.drawImage(await document.embedJpg(await photo("jpeg")), { x: 10, y: 10, width: 60, height: 40 });
  document.setAuthor(author);
  document.setCreator(author);
  document.setTitle(`Draft of ${author}`);
  const { context } = document;
  const reached = (object: PDFObject) => context.register(object);
  const metadata = () =>
    reached(
      PDFRawStream.of(
        context.obj({ Type: "Metadata", Subtype: "XML", Length: xmp.length }),
        new TextEncoder().encode(xmp),
      ),
    );
  document.catalog.set(PDFName.of("Metadata"), metadata());
  document.catalog.set(PDFName.of("PieceInfo"), context.obj({ Word: { Private: PDFString.of(author) } }));
  document.catalog.set(PDFName.of("OpenAction"), context.obj([page.ref, "Fit"]));
  page.node.set(PDFName.of("Metadata"), metadata());
  page.node.addAnnot(
    reached(
      context.obj({
        Type: "Annot",
        Subtype: "Text",
        Rect: [0, 0, 20, 20],
        T: PDFHexString.fromText(author),
        Contents: PDFString.of("Look here"),
      }),
    ),
  );
  // An earlier state, to which nothing leads any more.
  reached(context.obj({ Author: PDFString.of(author) }));
  await change(document);
  return document.save({ useObjectStreams: true });
}

export async function docx(): Promise<Uint8Array> {
  const by = { author, date: "2018-05-12T00:00:00Z" };
  const document = new Document({
    creator: author,
    lastModifiedBy: author,
    title: "What we saw",
    description: author,
    customProperties: [{ name: "Owner", value: author }],
    comments: {
      children: [{ id: 1, ...by, date: new Date(0), initials: "ST", children: [new Paragraph("Is it so?")] }],
    },
    sections: [
      {
        children: [
          new Paragraph({
            children: [
              new CommentRangeStart(1),
              new TextRun("What we saw at the border"),
              new CommentRangeEnd(1),
              new TextRun({ children: [new CommentReference(1)] }),
              new InsertedTextRun({ id: 2, text: " and later", ...by }),
              new ImageRun({ type: "jpg", data: await photo("jpeg"), transformation: { width: 60, height: 40 } }),
            ],
          }),
        ],
      },
    ],
  });
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(document)));
  return packed({
    ...parts,
    "word/people.xml": `<w15:people xmlns:w15="urn:w15"><w15:person w15:author="${author}"><w15:presenceInfo w15:providerId="AD" w15:userId="${author}"/></w15:person></w15:people>`,
    "docProps/thumbnail.jpeg": await photo("jpeg"),
    "customXml/item1.xml": `<root><owner>${author}</owner></root>`,
  });
}

const office = "application/vnd.openxmlformats-officedocument";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const typesOf = (main: string, parts: Record<string, string>) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
    { ...parts, [main.split(" ")[0]!]: main.split(" ")[1]! },
  )
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
    .join("")}</Types>`;
export const relationship = (id: string, kind: string, target: string, mode = "") =>
  `<Relationship Id="${id}" Type="${relationships}/${kind}" Target="${target}"${mode && ` TargetMode="${mode}"`}/>`;
export const relationshipsOf = (...each: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join("")}</Relationships>`;
const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy></cp:coreProperties>`;
const app = `<Properties xmlns="${office}/2006/extended-properties"><Manager>${author}</Manager><Company>${author}</Company></Properties>`;

export async function xlsx(more: Record<string, string | Uint8Array> = {}): Promise<Uint8Array> {
  return packed({
    "[Content_Types].xml": typesOf(`xl/workbook.xml ${office}.spreadsheetml.sheet.main+xml`, {
      "xl/comments1.xml": `${office}.spreadsheetml.comments+xml`,
      "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
      "docProps/thumbnail.jpeg": "image/jpeg",
    }),
    "_rels/.rels": relationshipsOf(
      relationship("rId1", "officeDocument", "xl/workbook.xml"),
      relationship("rId2", "metadata/thumbnail", "docProps/thumbnail.jpeg"),
    ),
    "docProps/core.xml": core,
    "docProps/app.xml": app,
    "docProps/thumbnail.jpeg": await photo("jpeg"),
    "xl/workbook.xml": `<workbook xmlns:x15ac="x"><fileSharing userName="${author}"/><x15ac:absPath url="C:\\Users\\${author}\\"/><sheets><sheet name="What author=&quot;we&quot; saw" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row><c><v>12</v></c></row></sheetData></worksheet>",
    "xl/comments1.xml": `<comments><authors><author>${author}</author></authors><commentList><comment authorId="0"><text><r><t>${author}:</t></r><r><t>Is it so?</t></r></text></comment></commentList></comments>`,
    "xl/threadedComments/threadedComment1.xml":
      '<ThreadedComments><threadedComment personId="{1}"><text>Is it so?</text></threadedComment></ThreadedComments>',
    "xl/persons/person.xml": `<personList><person displayName="${author}" id="{1}" userId="${author}" providerId="None"/></personList>`,
    "xl/pivotCache/pivotCacheDefinition1.xml": `<pivotCacheDefinition refreshedBy="${author}"/>`,
    "xl/media/image1.png": await photo("png"),
    ...more,
  });
}

export async function pptx(more: Record<string, string | Uint8Array> = {}): Promise<Uint8Array> {
  return packed({
    "[Content_Types].xml": typesOf(`ppt/presentation.xml ${office}.presentationml.presentation.main+xml`, {}),
    "_rels/.rels": relationshipsOf(relationship("rId1", "officeDocument", "ppt/presentation.xml")),
    "docProps/core.xml": core,
    "docProps/app.xml": app,
    "ppt/presentation.xml": "<p:presentation/>",
    "ppt/slides/slide1.xml": "<p:sld><a:t>What we saw</a:t></p:sld>",
    "ppt/commentAuthors.xml": `<p:cmAuthorLst><p:cmAuthor id="1" name="${author}" initials="Somchai Testname"><p15:presenceInfo userId='${author}' providerId="AD"/></p:cmAuthor></p:cmAuthorLst>`,
    "ppt/authors.xml": `<p188:authorLst><p188:author id="{1}" name="${author}" initials="ST" userId="${author}" providerId="AD"/></p188:authorLst>`,
    "ppt/changesInfos/changesInfo1.xml": `<pc:chgInfo><pc:chgData name="${author}"/></pc:chgInfo>`,
    "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx": await xlsx(),
    "ppt/media/image1.jpg": await photo("jpeg"),
    ...more,
  });
}

export const packed = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  );
