import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { cleanFile } from "./clean-file";
import { author, docx, packed, photo, pptx, relationship, relationshipsOf, xlsx } from "./testing/authored-files";
import { placesOf } from "./testing/look-for";

type Changes = Record<string, string | Uint8Array>;

/** A Word document with these parts, or these put into its text. */
async function word(changes: Changes | string): Promise<Uint8Array> {
  const parts = unzipSync(await docx());
  const name = "word/document.xml";
  if (typeof changes !== "string") return packed({ ...parts, ...changes });
  return packed({ ...parts, [name]: strFromU8(parts[name]!).replace("<w:p>", `<w:p>${changes}`) });
}

async function cleanParts(file: Uint8Array): Promise<Record<string, Uint8Array>> {
  const found = await cleanFile(file);
  if ("fault" in found) throw new Error(found.fault);
  return unzipSync(found.bytes);
}
const cleanPart = async (file: Uint8Array, name: string) => strFromU8((await cleanParts(file))[name]!);
const sheet = (within: string) => xlsx({ "xl/worksheets/sheet1.xml": `<worksheet>${within}</worksheet>` });

describe("remarks of a workbook", () => {
  it("lose names of any length before the words, and no part of a word", async () => {
    const comments = (words: string) =>
      `<comments><authors><author>李明</author><author>Ann</author><author>Ann &amp; Lee</author></authors>${words}</comments>`;
    const words =
      "<t>李明:</t><t>Annual report: Ann wrote it</t><t xml:space='preserve'>\nAnn &amp; Lee : ok</t><t>Ann: so</t>";
    const clean = await cleanPart(await xlsx({ "xl/comments1.xml": comments(words) }), "xl/comments1.xml");
    expect(clean).toBe(
      "<comments><authors><author></author><author></author><author></author></authors><t></t><t>Annual report: Ann wrote it</t><t xml:space='preserve'> ok</t><t> so</t></comments>",
    );
  });
});

describe("places on somebody's device", () => {
  it.each([
    ["C:\\Users\\Somchai\\a.docx", ""],
    ["file:///Users/somchai/a.docx", ""],
    ["see /Users/somchai/a", ""],
    ["/private/var/folders/x/a", ""],
    ["/home/somchai/a", ""],
    ["\\\\server\\somchai\\a", ""],
    ["C&#58;&#x5c;Users", ""],
    ["https://example.org/home/a", "https://example.org/home/a"],
    ["https://example.org:8080/home/a", "https://example.org:8080/home/a"],
    ["File: the border", "File: the border"],
    ["and/or", "and/or"],
    ["16:9", "16:9"],
  ])("are told from what else stands in an attribute: %s", async (said, left) => {
    expect(await cleanPart(await sheet(`<a tooltip="${said}"/>`), "xl/worksheets/sheet1.xml")).toContain(
      `<a tooltip="${left}"/>`,
    );
  });

  it("and names of picture files go, in descriptions and instructions too", async () => {
    const clean = await cleanPart(
      await word(
        `<wp:docPr id="1" name="IMG_Somchai.JPG" descr="A tent at the border"/><v:shape title="Somchai.png"/><v:imagedata o:title="Somchai" o:href="Somchai.gif"/><w:fldSimple w:instr=' HYPERLINK "file:///Somchai" '/><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "C:</w:instrText></w:r><w:r><w:instrText>\\\\Somchai" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:instrText> HYPERLINK "https://example.org/home/" </w:instrText>`,
      ),
      "word/document.xml",
    );
    expect(clean).toContain('<wp:docPr id="1" name="" descr="A tent at the border"/><v:shape title=""/>');
    expect(clean).toContain('o:href=""');
    expect(clean).not.toMatch(/Somchai[".]|C:</);
    expect(clean).toContain("https://example.org/home/");
  });
});

describe("what reads other files", () => {
  it.each<[string, string, () => Promise<Uint8Array>]>([
    ...["DDEAUTO excel", "dde x", 'INCLUDEPICTURE "https://a.org/b"', "INCLUDETEXT a", "LINK Excel"].map(
      (field): [string, string, () => Promise<Uint8Array>] => [
        field,
        "sourceLinked",
        () => word(`<w:instrText> ${field.replaceAll('"', "&quot;")}</w:instrText>`),
      ],
    ),
    [
      "a field in pieces",
      "sourceLinked",
      () =>
        word(
          '<w:fldChar w:fldCharType="begin"/><w:instrText> DDE</w:instrText><w:instrText>AU&#84;O a</w:instrText><w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/>',
        ),
    ],
    ["a simple field", "sourceLinked", () => word('<w:fldSimple w:instr="LINK a"/>')],
    ["a cell", "sourceLinked", () => sheet("<c><f>_xlfn.WEBSERVICE(A1)</f></c>")],
    ["a picture of a cell", "sourceLinked", () => sheet('<c><f t="x">1+_xlfn.IMAGE (A1)</f></c>')],
    [
      "a link to a file",
      "sourceLinked",
      () => xlsx({ "xl/_rels/a.xml.rels": relationshipsOf(relationship("r", "hyperlink", "file:///a", "External")) }),
    ],
    [
      "a link to another device",
      "sourceLinked",
      () => xlsx({ "xl/_rels/a.xml.rels": relationshipsOf(relationship("r", "hyperlink", "\\\\host\\a", "External")) }),
    ],
    [
      "a relationship in references to characters",
      "sourceUncleanable",
      () => xlsx({ "xl/_rels/a.xml.rels": relationshipsOf(relationship("r", "&#105;mage", "a.png")) }),
    ],
    [
      "a relationship that isn't recognised",
      "sourceUncleanable",
      () =>
        xlsx({
          "xl/_rels/a.xml.rels": relationshipsOf(
            '<Relationship Id="r" Type="image" Target="a"> </Relationship><Relationship Id="s"><a/></Relationship>',
          ),
        }),
    ],
  ])("is refused: %s", async (_, fault, file) => {
    expect(await cleanFile(await file())).toEqual({ fault });
  });

  it.each([' HYPERLINK "https://a.org/link" ', " PAGE ", " LINKS "])("isn't%s", async (field) => {
    expect(await cleanFile(await word(`<w:instrText>${field.replaceAll('"', "&quot;")}</w:instrText>`))).toMatchObject({
      type: "docx",
    });
  });
});

/** References of a document's parts to which no relationship belongs. */
function dangling(parts: Record<string, Uint8Array>): string[] {
  return Object.entries(parts).flatMap(([name, bytes]) => {
    if (!name.endsWith(".xml")) return [];
    const rels = parts[name.replace(/([^/]*)$/, "_rels/$1.rels")];
    const known = new Set([...(rels ? strFromU8(rels) : "").matchAll(/\bId="([^"]*)"/g)].map(([, id]) => id));
    const used = [...strFromU8(bytes).matchAll(/\sr:(?:id|embed|link)="([^"]*)"/g)].map(([, id]) => id!);
    return used.flatMap((id) => (known.has(id) ? [] : [`${name} ${id}`]));
  });
}

describe("what leads to a part that is left out", () => {
  it("goes out of a workbook", async () => {
    const parts = await cleanParts(
      await xlsx({
        "xl/_rels/workbook.xml.rels": relationshipsOf(relationship("rId1", "worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml":
          '<worksheet><pageSetup orientation="portrait" r:id="rId2"/><drawing r:id="rId1"/></worksheet>',
        "xl/worksheets/_rels/sheet1.xml.rels": relationshipsOf(
          relationship("rId1", "drawing", "../drawings/drawing1.xml"),
          relationship("rId2", "printerSettings", "../printerSettings/printerSettings1.bin"),
        ),
        "xl/printerSettings/printerSettings1.bin": author,
      }),
    );
    expect(dangling(parts)).toEqual([]);
    expect(strFromU8(parts["xl/worksheets/sheet1.xml"]!)).toBe(
      '<worksheet><pageSetup orientation="portrait"/><drawing r:id="rId1"/></worksheet>',
    );
  });

  it("goes out of slides, with fonts that are within", async () => {
    const parts = await cleanParts(
      await pptx({
        "ppt/presentation.xml":
          '<p:presentation><p:embeddedFontLst><p:embeddedFont><p:font typeface="X"/><p:regular r:id="rId2"/></p:embeddedFont></p:embeddedFontLst><p:custDataLst><p:custData r:id="rId1"></p:custData></p:custDataLst></p:presentation>',
        "ppt/_rels/presentation.xml.rels": relationshipsOf(
          relationship("rId1", "customXml", "../customXml/item1.xml"),
          relationship("rId2", "font", "fonts/font1.fntdata"),
        ),
        "customXml/item1.xml": `<a>${author}</a>`,
        "ppt/fonts/font1.fntdata": author,
      }),
    );
    expect([dangling(parts), placesOf(author, packed(parts))]).toEqual([[], []]);
    expect(strFromU8(parts["ppt/presentation.xml"]!)).toContain(
      '<p:embeddedFont><p:font typeface="X"/></p:embeddedFont></p:embeddedFontLst><p:custDataLst></p:custDataLst>',
    );
  });

  it("goes out of a Word document", async () => {
    const parts = await cleanParts(
      await word({
        "word/fontTable.xml":
          '<w:fonts><w:font w:name="X"><w:embedRegular r:id="rId1" w:fontKey="{1}"/></w:font></w:fonts>',
        "word/_rels/fontTable.xml.rels": relationshipsOf(relationship("rId1", "font", "fonts/font1.odttf")),
        "word/fonts/font1.odttf": author,
      }),
    );
    expect(dangling(parts)).toEqual([]);
    expect(strFromU8(parts["word/fontTable.xml"]!)).toContain('<w:font w:name="X"></w:font>');
    expect(Object.keys(parts)).not.toContain("word/fonts/font1.odttf");
  });
});

describe("the template of a Word document", () => {
  it.each(["file:///C:\\Users\\somchai\\Normal.dotm", "https://files.example.org/somchai.dotx", "../Somchai.dotx"])(
    "goes, whatever place it has: %s",
    async (target) => {
      const parts = unzipSync(await docx());
      const settings = "word/settings.xml";
      const parted = await cleanParts(
        packed({
          ...parts,
          [settings]: strFromU8(parts[settings]!).replace(/(<w:settings[^>]*>)/, '$1<w:attachedTemplate r:id="rId7"/>'),
          "word/_rels/settings.xml.rels": relationshipsOf(relationship("rId7", "attachedTemplate", target, "External")),
        }),
      );
      expect(strFromU8(parts[settings]!)).toMatch(/<w:settings[^>]*xmlns:r=/);
      expect(placesOf(/\w+\.dot[mx]|somchai/i.exec(target)![0], packed(parted))).toEqual([]);
      expect(strFromU8(parted[settings]!)).not.toContain("attachedTemplate");
      expect(strFromU8(parted["word/_rels/settings.xml.rels"]!)).not.toContain("<Relationship ");
      expect(dangling(parted)).toEqual([]);
    },
  );
});

describe("days on which somebody wrote", () => {
  it.each<[string, string, (within: string) => Promise<Uint8Array>, string, string]>([
    [
      "a remark in Word",
      "word/document.xml",
      word,
      '<w:comment w:id="1" w:author="A" w:date="2018-05-12T03:00:00Z"/><w:ins w:id="2" w:date="2018-05-12T03:00:00Z" w:author="A"/><w16cex:commentExtensible w16cex:durableId="1F" w16cex:dateUtc="2018-05-12T03:00:00Z"/><w:date w:fullDate="2018-05-12T03:00:00Z"/>',
      '<w:comment w:id="1" w:author=""/><w:ins w:id="2" w:author=""/><w16cex:commentExtensible w16cex:durableId="1F"/><w:date w:fullDate="2018-05-12T03:00:00Z"/>',
    ],
    [
      "a remark in a workbook",
      "xl/worksheets/sheet1.xml",
      sheet,
      '<threadedComment ref="A1" dT="2018-05-12T03:00:00.00" personId="{1}" id="{2}"/><c dt="1" r="A1"/>',
      '<threadedComment ref="A1" personId="{1}" id="{2}"/><c dt="1" r="A1"/>',
    ],
    [
      "a remark on a slide",
      "ppt/slides/slide1.xml",
      (within) => pptx({ "ppt/slides/slide1.xml": within }),
      '<p:cm authorId="1" dt="2018-05-12T03:00:00.000" idx="1"/><p188:cm id="{1}" authorId="{2}" created="2018-05-12T03:00:00.000"/>',
      '<p:cm authorId="1" idx="1"/><p188:cm id="{1}" authorId="{2}" created="1980-01-01T00:00:00.000"/>',
    ],
  ])("go with who did: %s", async (_, name, file, written, left) => {
    expect(await cleanPart(await file(written), name)).toContain(left);
  });
});

describe("names in an office document", () => {
  it.each<[string, () => Promise<Uint8Array>]>([
    [
      "a workbook's views and scenarios",
      () =>
        sheet(
          `<customWorkbookView name="${author}" guid="{1}"/><scenario name="Best" user="${author}" comment="By ${author}"/>`,
        ),
    ],
    [
      "what may be changed in a Word document, and its variables",
      () =>
        word(
          `<w:permStart w:id="1" w:ed="${author}"/><w:docVars><w:docVar w:name="a" w:val="${author}"/></w:docVars><w:a w:userProvider="${author}"/>`,
        ),
    ],
    ["slides' tags", () => pptx({ "ppt/tags/tag1.xml": `<p:tagLst><p:tag name="A" val="${author}"/></p:tagLst>` })],
    [
      "properties by another spelling",
      async () => {
        const { "docProps/core.xml": core, ...others } = unzipSync(await pptx());
        return packed({ ...others, "docprops/Core.xml": core! });
      },
    ],
    [
      "properties by what leads to them",
      async () =>
        pptx({
          "_rels/.rels": relationshipsOf(
            relationship("rId1", "officeDocument", "ppt/presentation.xml"),
            relationship("rId2", "metadata/core-properties", "package/a.psmdcp"),
          ),
          "package/a.psmdcp": `<a>${author}</a>`,
        }),
    ],
    ["remarks of programs", () => sheet(`<!-- ${author} --><?made by ${author}?><a/>`)],
  ])("go: %s", async (_, file) => {
    const sent = await file();
    expect(placesOf(author, sent)).not.toEqual([]);
    expect(placesOf(author, packed(await cleanParts(sent)))).toEqual([]);
  });

  it("go with what tells that two documents come from one device", async () => {
    const clean = await cleanPart(
      await word(
        '<w:rsids><w:rsidRoot w:val="00AB12CD"/><w:rsid w:val="00AB12CD"/></w:rsids><w14:docId w14:val="00AB12CD"/><w:r w:rsidR="00AB12CD" w:rsidRPr="00AB12CD"/><p14:creationId xmlns:p14="p" val="00AB12CD"/>',
      ),
      "word/document.xml",
    );
    expect(clean).not.toContain("00AB12CD");
    expect(clean).toContain('<w:p><w:r/><p14:creationId xmlns:p14="p" val="0"/>');
    const cells = '<xr:revisionPtr documentId="00AB12CD"/><c xr2:uid="{00AB12CD}" r="A1"/>';
    expect(await cleanPart(await sheet(cells), "xl/worksheets/sheet1.xml")).toBe('<worksheet><c r="A1"/></worksheet>');
  });

  it("aren't hidden by what isn't read", async () => {
    expect(await cleanPart(await sheet("<t><![CDATA[a <b author='x'/>]]></t>"), "xl/worksheets/sheet1.xml")).toBe(
      "<worksheet><t>a &lt;b author='x'/&gt;</t></worksheet>",
    );
    expect(await cleanFile(await xlsx({ "xl/a.xml": '<?xml version="1.0" encoding="UTF-7"?><a/>' }))).toEqual({
      fault: "sourceUncleanable",
    });
  });
});

describe("pictures in a document", () => {
  it("stay as they lie, for the document turns them", async () => {
    const parts = await cleanParts(await pptx({ "ppt/media/image2.jpg": await photo("jpeg") }));
    const { width, height, exif } = await sharp(parts["ppt/media/image2.jpg"]!).metadata();
    expect({ width, height, exif }).toEqual({ width: 60, height: 40 });
  });
});
