import { unzipSync } from "fflate";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { cleanFile } from "./clean-file";
import { author, packed, photo, pptx, relationship, relationshipsOf, xlsx } from "./testing/authored-files";
import { placesOf } from "./testing/look-for";
import { cleanPart, cleanParts, sheet, word } from "./testing/office-parts";

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
