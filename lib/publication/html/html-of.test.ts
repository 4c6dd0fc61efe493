import { fromHtml } from "hast-util-from-html";
import { describe, expect, it } from "vitest";
import { fileText } from "@/lib/exchange/file-text";
import { type PublicationDocument, plainText } from "../document";
import { hostileDocument, hostileTexts } from "../testing/hostile-document";
import { sampleIn } from "../testing/other-languages";
import { all, type HtmlNode, one, textIn } from "../testing/read-html";
import { sampleDocument } from "../testing/sample-document";
import { testFaces } from "../testing/test-faces";
import { testPictures } from "../testing/test-pictures";
import { htmlOf } from "./html-of";
import { stylesheetOf } from "./sheet";

const read = (document: PublicationDocument) => {
  const errors: string[] = [];
  const root: HtmlNode = fromHtml(htmlOf(document, testPictures, testFaces), {
    onerror: ({ ruleId, line, column }) => void errors.push(`${ruleId} at ${line}:${column}`),
  });
  return { root, errors };
};
const attribute = (name: string) => (element: HtmlNode) => element.properties?.[name];

describe("the page", () => {
  it("is the same each time, parses without an error and asks for nothing else", () => {
    expect(htmlOf(sampleDocument, testPictures, testFaces)).toBe(
      htmlOf(structuredClone(sampleDocument), testPictures, testFaces),
    );
    const { root, errors } = read(sampleDocument);
    expect(errors).toEqual([]);
    for (const name of ["script", "link", "iframe", "object", "form", "base"]) expect(all(root, name)).toEqual([]);
    for (const name of ["img", "image", "picture"]) expect(all(root, name)).toEqual([]);
    expect(textIn(one(root, "style"))).not.toMatch(/@import|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    const hrefs = ["a", "use"].flatMap((name) => all(root, name).map(attribute("href")));
    for (const href of hrefs) expect(href).toMatch(/^#/);
  });

  it("has no style and no handler on an element, so that a policy can forbid them", () => {
    const { root } = read(sampleDocument);
    const names = all(root, "*").flatMap(({ properties }) => Object.keys(properties ?? {}));
    expect(names.filter((name) => name === "style" || /^on/i.test(name))).toEqual([]);
    expect(textIn(one(root, "style"))).toBe(stylesheetOf(sampleDocument, testFaces));
  });

  it("has one h1 and headings that skip no level, in the document's order", () => {
    const { root } = read(sampleDocument);
    const headings = all(root, "*").filter(({ tagName }) => /^h[1-6]$/.test(tagName ?? ""));
    const levels = headings.map(({ tagName }) => Number(tagName![1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => void expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
    const chapters = headings.filter(({ tagName }) => tagName === "h2").slice(1);
    expect(chapters.map(textIn)).toEqual(sampleDocument.chapters.map(({ title }) => plainText(title)));
  });

  it("has contents and a way past them, whose links lead somewhere; no id stands twice", () => {
    const { root } = read(sampleDocument);
    const ids = all(root, "*")
      .map(attribute("id"))
      .filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    const links = all(root, "a").map(attribute("href"));
    expect(links).toEqual(["#findings", "#findings", "#goal-g5", "#g5-1"]);
    expect(textIn(one(root, "a"))).toBe("Skip to content");
    for (const link of links) expect(ids).toContain(String(link).slice(1));
    for (const name of ["ariaLabelledBy", "aria-details", "ariaDetails"])
      for (const id of all(root, "*")
        .flatMap(attribute(name))
        .filter((id) => id !== undefined))
        expect(ids).toContain(id);
  });
});

it("names its publisher to programs", () => {
  const author = all(read(sampleDocument).root, "meta").find(({ properties }) => properties?.name === "author");
  expect(author?.properties?.content).toBe("Sample Secretariat");
});

describe("tables", () => {
  const tables = () => all(read(sampleDocument).root, "table");

  it("have caption, head and scopes", () => {
    const [heat, values] = tables();
    expect(textIn(one(heat!, "caption"))).toBe("Table 1 Progress status of each indicator, 2017");
    expect(all(one(heat!, "thead"), "th").map(attribute("scope"))).toEqual(Array(8).fill("col"));
    expect(
      all(heat!, "th")
        .map(attribute("scope"))
        .filter((scope) => scope === "rowgroup"),
    ).toHaveLength(2);
    expect(all(values!, "tr")).toHaveLength(61);
    for (const row of all(values!, "tr").slice(1)) expect(all(row, "th").map(attribute("scope"))).toEqual(["row"]);
  });

  it("say the status of each cell in a word, also where only its colour is seen", () => {
    const rows = all(tables()[0]!, "tr").slice(-3);
    expect(rows.flatMap((row) => all(row, "td").map((cell) => textIn(cell).trim()))).toEqual([
      "Achieved",
      "Maintained",
      "On track",
      "Acceleration needed",
      "Limited progress",
      "Moving away",
      "Pending",
      "Missed",
      "Not assessed",
      "Suppressed",
      "No value",
      "Not applicable",
      "No approved report",
      "On track 5/6",
      "Still achieved",
      "Achieved later",
      "No longer achieved",
      "Still missed",
      "",
      "",
      "",
    ]);
  });

  it("scroll inside a region that the keyboard reaches and that has a name of its own", () => {
    const twice = [...sampleDocument.chapters[1]!.blocks].map((block) =>
      "id" in block ? { ...block, id: `${block.id}-2` } : block,
    );
    const chapter = { ...sampleDocument.chapters[1]!, id: "again", blocks: twice };
    const { root } = read({ ...sampleDocument, chapters: [...sampleDocument.chapters, chapter] });
    const regions = all(root, "div").filter(({ properties }) => properties?.role === "region");
    expect(regions).toHaveLength(10);
    const textOfId = (id: unknown) =>
      all(root, "*")
        .filter((element) => attribute("id")(element) === id)
        .map(textIn);
    const names = regions.map((region) => [attribute("ariaLabelledBy")(region)].flat().flatMap(textOfId).join(" "));
    expect(new Set(names).size).toBe(10);
    expect(regions.map(attribute("tabIndex"))).toEqual(Array(10).fill(0));
  });
});

it("pictures say their finding, and all their values stand beside them", () => {
  const charts = sampleDocument.chapters.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "chart"));
  const drawn = all(read(sampleDocument).root, "figure");
  const pictures = drawn.map((chart) => all(chart, "div").filter(({ properties }) => properties?.role === "img"));
  const names = pictures.map(([picture]) => picture?.properties?.ariaLabel);
  expect(names).toEqual(charts.map(({ about, title }) => (about === null ? title : `${about}: ${title}`)));
  expect(textIn(one(drawn[1]!, "figcaption"))).toBe(
    `Figure 2 G5.1-a Victims identified${charts[1]!.title}${charts[1]!.subtitle}`,
  );
  for (const picture of pictures) expect(all(picture[0]!, "svg")).toHaveLength(1);
  drawn.forEach((chart, index) => void expect(textIn(chart)).toContain(charts[index]!.alt));
});

it("an internal document says so in its title, on the screen and on paper; another doesn't", () => {
  const { root } = read({ ...sampleDocument, isInternal: true });
  expect(textIn(one(root, "title"))).toContain("internal, unsuppressed");
  expect(textIn(one(root, "aside"))).toBe("internal, unsuppressed");
  expect(textIn(one(root, "style"))).toContain('@top-right{content:"internal\\2c  unsuppressed"');
  expect(htmlOf(sampleDocument, testPictures, testFaces)).not.toContain("unsuppressed");
});

it("the language is named, and that of a text in another", () => {
  const { root } = read(sampleDocument);
  expect(one(root, "html").properties?.lang).toBe("en");
  expect(
    all(root, "span")
      .filter(({ properties }) => properties?.lang === "th")
      .map(textIn),
  ).toEqual(["ข้อค้นพบที่สอง"]);
  expect(one(read(sampleIn("km")).root, "html").properties?.lang).toBe("km");
});

describe("texts that want to be more", () => {
  it("stay texts", () => {
    const { root, errors } = read(hostileDocument);
    expect(errors).toEqual([]);
    for (const name of ["script", "b", "img"]) expect(all(root, name)).toEqual([]);
    expect(all(root, "svg")).toHaveLength(4);
    expect(all(root, "style")).toHaveLength(1);
    const handlers = all(root, "*").flatMap(({ properties }) =>
      Object.keys(properties ?? {}).filter((name) => /^on/i.test(name)),
    );
    expect(handlers).toEqual([]);
    expect(all(one(root, "main"), "li").slice(0, hostileTexts.length).map(textIn)).toEqual(
      hostileTexts.map((text) => fileText(text).replaceAll("\n", "")),
    );
  });

  it("end neither a string nor a rule of the sheet", () => {
    const sheet = stylesheetOf(hostileDocument, testFaces);
    const strings = [
      ...sheet.matchAll(
        /content:("(?:[^"\\]|\\.)*"(?: counter\(pages?\))?(?: "(?:[^"\\]|\\.)*")*(?: counter\(pages?\))*)/g,
      ),
    ];
    expect(strings).toHaveLength(4);
    expect(sheet).not.toContain("<");
    expect(sheet).not.toContain("display:none}/*");
  });

  it("an empty document is a page", () => {
    const { root, errors } = read({ ...sampleDocument, chapters: [], facts: [], notices: [] });
    expect(errors).toEqual([]);
    expect(textIn(one(root, "h1"))).toBe(sampleDocument.title);
  });
});
