import { deflateSync } from "node:zlib";
import { PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { FileType } from "@/lib/domain/source-file";
import { cleanFile } from "./clean-file";
import { author, docx, packed, pdf, photo, pptx, relationship, relationshipsOf, xlsx } from "./testing/authored-files";
import { placesOf } from "./testing/look-for";

async function cleaned(file: Uint8Array): Promise<Uint8Array> {
  const found = await cleanFile(file);
  if ("fault" in found) throw new Error(found.fault);
  return found.bytes;
}

describe("a file", () => {
  const files = {} as Record<FileType, Uint8Array>;
  beforeAll(async () => {
    for (const format of ["jpeg", "png", "webp"] as const) files[format] = await photo(format);
    Object.assign(files, { pdf: await pdf(), docx: await docx(), xlsx: await xlsx(), pptx: await pptx() });
  });

  it.each(["jpeg", "png", "webp", "pdf", "docx", "xlsx", "pptx"] as const)(
    "of type %s is told from its bytes, and says no longer who made it",
    async (type) => {
      expect(placesOf(author, files[type])).not.toEqual([]);
      const found = await cleanFile(files[type]);
      expect(found).toMatchObject({ type });
      expect(placesOf(author, await cleaned(files[type]))).toEqual([]);
      // Cleaned once more it is taken again: nothing of it was broken.
      expect(await cleanFile(await cleaned(files[type]))).toMatchObject({ type });
    },
  );

  it("that is a photo stands upright and keeps its size", async () => {
    const { width, height, exif, xmp, orientation } = await sharp(await cleaned(files.jpeg)).metadata();
    expect({ width, height, exif, xmp, orientation }).toEqual({ width: 40, height: 60 });
  });

  it("that is a PDF keeps its pages, its picture and remarks", async () => {
    const { context, ...document } = await PDFDocument.load(await cleaned(files.pdf), { updateMetadata: false });
    expect(Object.keys(document)).toContain("catalog");
    const objects = context.enumerateIndirectObjects().map(([, object]) => String(object));
    expect(objects.filter((object) => object.includes("Look here"))).toHaveLength(1);
    expect(objects.filter((object) => object.includes("/DCTDecode"))).toHaveLength(1);
    expect(objects.filter((object) => object.includes("/OpenAction"))).toEqual([]);
  });

  it("that is an office document keeps its words, remarks and pictures", async () => {
    const word = unzipSync(await cleaned(files.docx));
    expect(strFromU8(word["word/document.xml"]!)).toMatch(/What we saw at the border[\s\S]* and later/);
    expect(strFromU8(word["word/comments.xml"]!)).toContain("Is it so?");
    expect(Object.keys(word).filter((name) => /people|customXml|thumbnail/.test(name))).toEqual([]);
    const book = unzipSync(await cleaned(files.xlsx));
    expect(strFromU8(book["xl/workbook.xml"]!)).toContain('name="What author=&quot;we&quot; saw"');
    expect(strFromU8(book["xl/comments1.xml"]!)).toContain("Is it so?");
    expect(strFromU8(book["[Content_Types].xml"]!)).not.toContain("thumbnail");
    expect(strFromU8(book["_rels/.rels"]!)).toBe(
      relationshipsOf(relationship("rId1", "officeDocument", "xl/workbook.xml")),
    );
    const slides = unzipSync(await cleaned(files.pptx));
    expect(Object.keys(unzipSync(slides["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"]!))).toContain("xl/workbook.xml");
  });
});

describe("what isn't taken", () => {
  const text = (words: string) => new TextEncoder().encode(words);
  const active = (key: string, said: Record<string, string>) =>
    pdf((document) => document.catalog.set(PDFName.of(key), document.context.obj(said)));
  const within = (name: string, ...each: string[]) => xlsx({ [name]: relationshipsOf(...each) });

  it.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ["an SVG", "sourceUnknown", () => text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["a web page", "sourceUnknown", () => text("<!doctype html><title>x</title>")],
    ["nothing", "sourceUnknown", () => new Uint8Array()],
    ["a ZIP of anything", "sourceUnknown", () => packed({ "a.txt": "a" })],
    ["an iPhone's photo", "sourceHeic", () => text("\0\0\0\x18ftypheic\0\0\0\0mif1heic")],
    ["an old office document", "sourceOldOffice", () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ["half a photo", "sourceDamaged", async () => (await photo("jpeg", { width: 900, height: 900 })).slice(0, 4000)],
    ["half a PDF", "sourceDamaged", async () => text("%PDF-1.7\n%broken")],
    ["half a document", "sourceDamaged", async () => (await xlsx()).slice(0, -400)],
    [
      "a locked PDF",
      "sourceEncrypted",
      () => pdf((document) => document.encrypt({ userPassword: "a", ownerPassword: "b" })),
    ],
    ["a PDF that runs a script", "sourceActive", () => active("OpenAction", { S: "JavaScript", JS: "app.alert(1)" })],
    ["a PDF that starts a program", "sourceActive", () => active("OpenAction", { S: "Launch" })],
    ["a PDF with a file in it", "sourceActive", () => pdf((document) => document.attach(text("a"), "a.txt"))],
    [
      "a signed PDF",
      "sourceSigned",
      () =>
        pdf(({ catalog, context }) =>
          catalog.set(
            PDFName.of("AcroForm"),
            context.obj({
              Fields: [context.obj({ FT: "Sig", T: PDFString.of("s"), V: context.obj({ Type: "Sig" }) })],
            }),
          ),
        ),
    ],
    ["a workbook with macros", "sourceMacros", () => xlsx({ "xl/vbaProject.bin": "a" })],
    ["a workbook that reads another", "sourceLinked", () => xlsx({ "xl/externalLinks/externalLink1.xml": "<a/>" })],
    [
      "slides whose picture is elsewhere",
      "sourceLinked",
      () => within("xl/_rels/a.xml.rels", relationship("r", "image", "https://home.example/a.png", "External")),
    ],
    ["an object of another program", "sourceUncleanable", () => pptx({ "ppt/embeddings/object1.bin": "a" })],
    ["a film", "sourceUncleanable", () => pptx({ "ppt/media/media1.mp4": "a" })],
    ["text in another encoding", "sourceUncleanable", () => xlsx({ "xl/a.xml": Buffer.from("<a/>", "utf16le") })],
    ["entities", "sourceUncleanable", () => xlsx({ "xl/a.xml": '<!DOCTYPE a [<!ENTITY x "y">]><a/>' })],
    ["a name that climbs", "sourceDamaged", () => xlsx({ "../../evil.xml": "<a/>" })],
    ["a ZIP bomb", "sourceTooDemanding", () => xlsx({ "xl/a.xml": new Uint8Array(20_000_000) })],
  ])("%s is refused as %s", async (_, fault, file) => {
    expect(await cleanFile(await file())).toEqual({ fault });
  });

  it("a file that nobody foresaw is damaged, and the log learns of what class its error was", async () => {
    const odd = await pdf(({ catalog }) => {
      catalog.delete(PDFName.of("Pages"));
    });
    expect(await cleanFile(odd)).toEqual({ fault: "sourceDamaged", unforeseen: "UnexpectedObjectTypeError" });
  });

  it("a part that is larger than it says is refused before it fills the memory", async () => {
    const bomb = Buffer.from(packed({ "xl/a.xml": new Uint8Array(300_000_000) }));
    // In the directory, where readers look.
    bomb.writeUInt32LE(1000, bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    const before = process.memoryUsage().arrayBuffers;
    expect(await cleanFile(bomb)).toEqual({ fault: "sourceDamaged" });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });

  it("a PDF whose structure unpacks to more than any document's is refused", async () => {
    const packed = deflateSync(Buffer.alloc(200_000_000, " "));
    const head = `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
    const bomb = Buffer.concat([text(head), packed, text("\nendstream\nendobj\ntrailer\n<</Root 2 0 R>>\n%%EOF")]);
    expect(await cleanFile(bomb)).toEqual({ fault: "sourceTooDemanding" });
  });

  it("a small file that holds a huge picture is refused", async () => {
    const wide = await sharp({ create: { width: 12_000, height: 6000, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    expect(await cleanFile(wide)).toEqual({ fault: "sourceTooDemanding" });
  });
});
