import { afterEach, describe, expect, it, vi } from "vitest";
import { chartName, type PublicationDocument, plainText } from "../document";
import { statusLooks } from "../look";
import { hostileDocument } from "../testing/hostile-document";
import { sampleIn } from "../testing/other-languages";
import { all, firstValue, readDocx, textIn, type XmlElement } from "../testing/read-docx";
import { sampleDocument } from "../testing/sample-document";
import { testPictures } from "../testing/test-pictures";
import { docxOf } from "./docx-of";

const read = async (document: PublicationDocument) => readDocx(await docxOf(document, testPictures));
const bodyOf = async (document: PublicationDocument) => (await read(document)).xml["word/document.xml"]!;
const styled = (body: XmlElement, style: string) =>
  all(body, "w:p")
    .filter((paragraph) => firstValue(paragraph, "w:pStyle") === style)
    .map(textIn);

const zone = process.env.TZ;
afterEach(() => {
  vi.useRealTimers();
  process.env.TZ = zone;
});

describe("same bytes", () => {
  it("whatever the clock and its zone say", async () => {
    vi.useFakeTimers({ now: new Date("2026-03-01T10:00:00Z"), toFake: ["Date"] });
    process.env.TZ = "Asia/Bangkok";
    const first = await docxOf(sampleDocument, testPictures);
    vi.setSystemTime(new Date("2031-12-31T23:59:58Z"));
    process.env.TZ = "America/Lima";
    const second = await docxOf(sampleDocument, testPictures);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it("also of two that are made at once", async () => {
    const [first, second] = await Promise.all([
      docxOf(sampleDocument, testPictures),
      docxOf(sampleDocument, testPictures),
    ]);
    expect(Buffer.compare(first!, second!)).toBe(0);
  });
});

describe("the document in Word", () => {
  it("has its title, publisher, language and day in the properties", async () => {
    const core = (await read(sampleDocument)).xml["docProps/core.xml"]!;
    const property = (name: string) => all(core, name).map(textIn);
    expect(property("dc:title")).toEqual([sampleDocument.title]);
    expect([property("dc:creator"), property("cp:lastModifiedBy")]).toEqual(
      Array(2).fill([sampleDocument.imprint.publisher]),
    );
    expect(property("dc:language")).toEqual(["en-GB"]);
    expect(property("dcterms:created")).toEqual(["2018-06-14T00:00:00Z"]);
    expect(property("dcterms:modified")).toEqual(["2018-06-14T00:00:00Z"]);
  });

  it("has the headings of chapters and blocks, in their levels", async () => {
    const body = await bodyOf(sampleDocument);
    expect(styled(body, "Title")).toEqual([sampleDocument.title]);
    expect(styled(body, "Heading1")).toEqual(sampleDocument.chapters.map(({ title }) => plainText(title)));
    expect(styled(body, "Heading2")).toEqual(["G5.1 Front-line officers know how to identify victims"]);
    expect(styled(body, "Heading3")[0]).toMatch(/^G5\.1-a Victims identified\s+On\u00a0track/);
  });

  it("has contents whose links lead to the headings, and no field that makes Word ask", async () => {
    const { xml } = await read(sampleDocument);
    const body = xml["word/document.xml"]!;
    const contents = all(body, "w:sdt")[0]!;
    const marks = new Map(
      all(body, "w:bookmarkStart").map(({ attributes }) => [attributes["w:name"], attributes["w:id"]]),
    );
    const links = all(contents, "w:hyperlink");
    expect(links.map(textIn)).toEqual([
      "Main findings",
      "Goal G5  Victims are identified early and referred through working National Referral Mechanisms",
      "G5.1 Front-line officers know how to identify victims",
    ]);
    for (const { attributes } of links) expect(marks.has(attributes["w:anchor"])).toBe(true);
    expect([...marks.values()]).toEqual(["1", "2", "3"]);
    expect(all(contents, "w:p").map(textIn)).not.toContain("");
    const fields = Object.values(xml).flatMap((part) => all(part, "w:fldChar"));
    expect(fields.filter(({ attributes }) => attributes["w:dirty"] === "true")).toEqual([]);
    expect(all(xml["word/settings.xml"]!, "w:updateFields")).toEqual([]);
  });

  it("has tables with a repeated head, rows that stay whole, and widths that add up", async () => {
    const body = await bodyOf(sampleDocument);
    const tables = all(body, "w:tbl").filter((table) => all(table, "w:tblHeader").length > 0);
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      const rows = all(table, "w:tr");
      expect(all(rows[0]!, "w:tblHeader")).toHaveLength(1);
      expect(rows.every((row) => all(row, "w:cantSplit").length === 1)).toBe(true);
      const widths = all(table, "w:gridCol").map(({ attributes }) => Number(attributes["w:w"]));
      expect(widths.every((width) => width > 0)).toBe(true);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(Number(all(table, "w:tblW")[0]!.attributes["w:w"]));
    }
    const values = all(tables[1]!, "w:tr").map((row) => all(row, "w:tc").map((cell) => all(cell, "w:p").map(textIn)));
    expect(values).toHaveLength(62);
    expect(values.at(-1)).toEqual([["Missing is not zero."]]);
    const before = all(all(tables[1]!, "w:tr").at(-2)!, "w:p");
    expect(before.filter((paragraph) => all(paragraph, "w:keepNext").length === 0)).toEqual([]);
    expect(values[1]!.slice(1, 5)).toEqual([["persons"], ["1,127", "On track"], ["82.4", "337 of 402"], ["<5"]]);
  });

  it("says of a cell its value, then its parts and last its status; without a value, the status first", async () => {
    const cell = { status: "onTrack" as const, detail: "3 of 4" };
    const rows = [{ kind: "cells" as const, cells: [{ text: "a" }, { text: "75.0", ...cell }, { text: "", ...cell }] }];
    const columns = ["a", "b", "c"].map((name) => ({ name, align: "end" as const, width: 1 }));
    const table = { kind: "table" as const, id: "t", caption: "", note: null, look: "heat" as const, columns, rows };
    const chapters = [{ ...sampleDocument.chapters[0]!, blocks: [table] }];
    const body = await bodyOf({ ...sampleDocument, facts: [], chapters });
    const cells = all(all(body, "w:tr").at(-1)!, "w:tc").map((each) => all(each, "w:p").map(textIn));
    expect(cells).toEqual([["a"], ["75.0", "3 of 4", "On track"], ["On track", "3 of 4"]]);
  });

  it("says each status in a word on its colour", async () => {
    const heat = all(await bodyOf(sampleDocument), "w:tbl").find((table) => all(table, "w:gridSpan").length > 0)!;
    const seen = all(heat, "w:tc")
      .map((cell) => [textIn(cell), all(cell, "w:shd")[0]?.attributes["w:fill"]])
      .filter(([text]) => text !== "");
    for (const [status, word] of Object.entries(sampleDocument.words.statuses)) {
      const fill = statusLooks[status as keyof typeof statusLooks].fill.slice(1).toUpperCase();
      expect(seen).toContainEqual([word, fill]);
    }
  });

  it("has each picture with all its values in words, and numbers for charts and tables", async () => {
    const body = await bodyOf(sampleDocument);
    const charts = sampleDocument.chapters.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "chart"));
    const drawn = all(body, "wp:docPr").map(({ attributes }) => attributes);
    expect(drawn.map(({ descr, title }) => [descr, title])).toEqual(
      charts.map((chart) => [chart.alt, chartName(chart)]),
    );
    expect(new Set(drawn.map(({ id }) => id)).size).toBe(charts.length);
    const about = "G5.1-a Victims identified";
    expect(styled(body, "Caption")).toEqual([
      "Figure 1",
      "Table 1",
      `Figure 2  ${about}`,
      `Figure 3  ${about}`,
      `Figure 4  ${about}`,
      "Table 2",
    ]);
  });

  it("keeps each heading on the page of the chart below it, with all that stands between them", async () => {
    const paragraphs = all(all(await bodyOf(sampleDocument), "w:body")[0]!, "w:p");
    const styles = paragraphs.map((paragraph) => firstValue(paragraph, "w:pStyle"));
    const heading = styles.indexOf("Heading3");
    const between = paragraphs.slice(heading + 1, styles.indexOf("Caption", heading));
    expect(between.map(textIn)).toContain("Number of persons identified as victims by an authority in the period.");
    expect(between.filter((paragraph) => all(paragraph, "w:keepNext").length === 0).map(textIn)).toEqual([]);
  });

  it("has real lists, of which each ordered one begins again", async () => {
    const list = { kind: "list" as const, ordered: true, items: ["a", "b"] };
    const chapters = [{ ...sampleDocument.chapters[0]!, blocks: [list, list] }];
    const { xml } = await read({ ...sampleDocument, chapters });
    const ids = all(xml["word/document.xml"]!, "w:numId").map(({ attributes }) => attributes["w:val"]);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).toBe(ids[3]);
    expect(ids[0]).not.toBe(ids[2]);
  });
});

describe("heads and feet", () => {
  const edges = async (document: PublicationDocument) => {
    const { xml } = await read(document);
    const parts = Object.entries(xml).filter(([name]) => /^word\/(header|footer)\d\.xml$/.test(name));
    return parts.map(([name, part]) => `${name.slice(5, 11)}: ${all(part, "w:p").map(textIn).join(" | ")}`);
  };

  it("have the running title, the notices and the page", async () => {
    const found = await edges(sampleDocument);
    expect(found).toContain("header: SPAIV, 2017");
    expect(found.find((edge) => edge.includes("made up"))).toMatch(/Page\u00a0.*of\u00a0/);
    expect(found.join()).not.toContain("internal");
  });

  it("mark each page of an internal document, the cover too", async () => {
    const found = (await edges({ ...sampleDocument, isInternal: true })).filter((edge) => edge.startsWith("header"));
    expect(found).toHaveLength(2);
    for (const edge of found) expect(edge).toContain("internal, unsuppressed");
  });

  it("count pages in the order of the language", async () => {
    const { xml } = await read(sampleIn("my"));
    const foot = Object.entries(xml).find(
      ([name, part]) => /footer/.test(name) && all(part, "w:instrText").length > 0,
    )![1];
    expect(all(foot, "w:instrText").map(({ children }) => children.join("").trim())).toEqual(["NUMPAGES", "PAGE"]);
  });
});

describe("languages", () => {
  it.each(["th", "km", "lo", "my", "vi", "zh"] as const)(
    "%s: each run has the font of its script",
    async (language) => {
      const { xml } = await read(sampleIn(language));
      const fonts: [RegExp, string][] = [
        [/\p{Script=Thai}/u, "Noto Sans Thai"],
        [/\p{Script=Khmer}/u, "Noto Sans Khmer"],
        [/\p{Script=Lao}/u, "Noto Sans Lao"],
        [/\p{Script=Myanmar}/u, "Noto Sans Myanmar"],
        [/[\p{Script=Han}，。（）…]/u, "Noto Sans SC"],
      ];
      for (const run of all(xml["word/document.xml"]!, "w:r")) {
        const font = fonts.find(([script]) => script.test(textIn(run)))?.[1];
        const places = all(run, "w:rFonts")[0]?.attributes;
        if (font === undefined) expect(places).toBeUndefined();
        else for (const place of ["w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"]) expect(places?.[place]).toBe(font);
      }
      const defaults = all(xml["word/styles.xml"]!, "w:docDefaults")[0]!;
      expect(firstValue(defaults, "w:lang")).toMatch(new RegExp(`^${language}-`));
      expect(firstValue(defaults, "w:szCs")).toBe(firstValue(defaults, "w:sz"));
    },
  );

  it("a text in another language says which", async () => {
    const run = all(await bodyOf(sampleDocument), "w:r").find((run) => textIn(run) === "ข้อค้นพบที่สอง")!;
    expect(all(run, "w:lang")[0]!.attributes).toEqual({ "w:val": "th-TH", "w:bidi": "th-TH" });
  });
});

describe("texts that want to be more", () => {
  it("stay texts, in parts that are well formed", async () => {
    const { xml, parts } = await read(hostileDocument);
    const text = textIn(xml["word/document.xml"]!);
    expect(text).toContain("<script>alert(1)</script>");
    expect(text).toContain("&amp;&#60;b&#62;");
    expect(text).toContain("control  signs".replace("  ", " \n "));
    expect(text).toContain("half \ufffd pairs \ufffd");
    expect(text).toContain("line\nfeeds\nhere");
    expect(Object.keys(parts).sort()).toEqual(Object.keys((await read(sampleDocument)).parts).sort());
    for (const rels of Object.entries(xml).filter(([name]) => name.endsWith(".rels")))
      expect(all(rels[1], "Relationship").filter(({ attributes }) => attributes.TargetMode === "External")).toEqual([]);
  });

  it("a document of nothing opens too", async () => {
    const empty = { ...sampleDocument, chapters: [], facts: [], notices: [], title: "", subtitle: "", kicker: "" };
    expect(textIn((await read(empty)).xml["word/document.xml"]!).trim()).toBe("");
    const bare = { ...empty, chapters: [{ id: "x", title: "", kicker: null, pillar: null, blocks: [] }] };
    await expect(read(bare)).resolves.toBeDefined();
  });
});
