import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { cleanFile } from "./clean-file";
import { author, docx, packed, pptx, relationship, relationshipsOf, xlsx } from "./testing/authored-files";
import { placesOf } from "./testing/look-for";
import { cleanPart, cleanParts, sheet, word } from "./testing/office-parts";

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
