import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { ChartPictures } from "../chart-pictures";
import { cleanDocument } from "../clean-document";
import {
  type Block,
  type Chapter,
  type ChartBlock,
  chartName,
  type DocumentWords,
  type Fact,
  type Heading,
  type PublicationDocument,
} from "../document";
import { staysWithNext } from "../stays-with-next";
import { type SharedGlyphs, sharedGlyphs } from "./shared-glyphs";
import { stylesheetOf } from "./sheet";
import { chipOf } from "./status";
import { tableOf } from "./table";
import { type HtmlElement, textOf } from "./text";

interface Drawing {
  pictures: Pick<ChartPictures, "svg">;
  glyphs: SharedGlyphs;
  words: DocumentWords;
  /** Charts and tables so far. */
  numbers: { chart: number; table: number };
}

/**
 * Markup that our own compiler drew, as it is. Nobody's words are in it, for letters are outlines there; never give this
 * a text. `hastscript` knows nothing of such nodes, `toHtml` writes them when it is told to.
 */
const drawn = (svg: string) => ({ type: "raw", value: svg }) as unknown as HtmlElement;

/** Number and finding, the picture, which keeps its size on a phone and scrolls, its source, and all its values in words for who can't see it. */
function chartOf(chart: ChartBlock, number: number, svg: string, words: DocumentWords) {
  const inWords = `${chart.id}-words`;
  const place = `${chart.id}-number`;
  const name = `${chart.id}-name`;
  return h("figure", { id: chart.id }, [
    h("figcaption", [
      h("p", { class: "number", id: place }, [
        words.chart.replace("{number}", String(number)),
        ...(chart.about === null ? [] : [" ", h("span", { class: "about" }, textOf(chart.about))]),
      ]),
      h("p", { class: "name", id: name }, textOf(chart.title)),
      h("p", { class: "subtitle" }, textOf(chart.subtitle)),
    ]),
    h(
      "div",
      // Two charts may find the same.
      { class: "picture", role: "region", tabIndex: 0, ariaLabelledBy: [place, name] },
      h("div", { role: "img", ariaLabel: chartName(chart), "aria-details": inWords }, drawn(svg)),
    ),
    h("p", { class: "small" }, textOf(chart.source)),
    h("p", { class: ["small", "in-words"], id: inWords }, textOf(chart.alt)),
  ]);
}

/** @param stays whether it is printed on the page on which the next block begins */
function blockOf(block: Block, stays: boolean, drawing: Drawing) {
  const withNext = stays && "with-next";
  switch (block.kind) {
    case "heading":
      return headingOf(block, drawing.words);
    case "paragraph":
      return h("p", { class: classes(block.look, withNext) }, textOf(block.text));
    case "note":
      return h("p", { class: classes("note", withNext) }, textOf(block.text));
    case "list":
      return h(
        block.ordered ? "ol" : "ul",
        { class: classes(withNext) },
        block.items.map((item) => h("li", textOf(item))),
      );
    case "facts":
      return factsOf(block.rows, withNext);
    case "table":
      drawing.numbers.table += 1;
      return tableOf(block, drawing.numbers.table, drawing.words);
    case "chart":
      drawing.numbers.chart += 1;
      return chartOf(block, drawing.numbers.chart, drawing.glyphs.without(drawing.pictures.svg(block)), drawing.words);
  }
}

/** One level below the document's own, whose title is the page's h1. */
function headingOf({ level, id, text, status }: Heading, words: DocumentWords) {
  const chip = status === undefined ? [] : [" ", chipOf(status, words)];
  return h(`h${level + 1}`, { id }, [textOf(text), ...chip]);
}

/** null where there are none, so that an element without classes has no such attribute. */
function classes(...names: (string | false | undefined)[]): string | null {
  return names.filter(Boolean).join(" ") || null;
}

function factsOf(rows: Fact[], withNext: string | false = false) {
  if (rows.length === 0) return null;
  return h(
    "dl",
    { class: classes("facts", withNext) },
    rows.map(({ term, text }) => h("div", [h("dt", term), h("dd", textOf(text))])),
  );
}

/**
 * The document as one HTML file: the copy for screen readers, for small screens and for print. It has no script and asks
 * for no other file; `stylesheetOf` gives the text of its one sheet, for a policy by hash.
 * The same document, pictures and fonts give the same text.
 * @param faces rules of its fonts: `fontFacesOf`
 */
export function htmlOf(publication: PublicationDocument, pictures: ChartPictures, faces: string): string {
  const document = cleanDocument(publication);
  const glyphs = sharedGlyphs();
  const drawing: Drawing = { pictures, glyphs, words: document.words, numbers: { chart: 0, table: 0 } };
  const first = document.chapters[0];
  const body = h("body", { class: document.isInternal ? "is-internal" : null }, [
    first ? h("a", { class: "skip", href: `#${first.id}` }, document.words.skip) : null,
    document.isInternal ? markOf(document.words.internal) : null,
    coverOf(document),
    h("div", { class: "page" }, [
      contentsOf(document),
      h(
        "main",
        document.chapters.map((chapter) => chapterOf(chapter, drawing)),
      ),
    ]),
    h("footer", [h("p", document.words.running), ...document.notices.map((notice) => h("p", textOf(notice)))]),
    drawn(glyphs.drawings()),
  ]);
  const head = h("head", [
    h("meta", { charSet: "utf-8" }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("meta", { name: "color-scheme", content: "light dark" }),
    h("meta", { name: "author", content: document.imprint.publisher }),
    h("meta", { name: "date", content: document.asOf }),
    h("title", document.isInternal ? `${document.title} (${document.words.internal})` : document.title),
    h("style", stylesheetOf(document, faces)),
  ]);
  return `<!doctype html>\n${toHtml(h("html", { lang: document.language }, [head, body]), { allowDangerousHtml: true })}\n`;
}

/** Stands over everything on a screen, and at the side of each printed page. */
const markOf = (words: string) => h("aside", { class: "internal", ariaLabel: words }, h("p", words));

function coverOf(document: PublicationDocument) {
  return h("header", { class: "cover" }, [
    h("div", { class: "title" }, [
      h("p", { class: "kicker" }, textOf(document.kicker)),
      h("h1", textOf(document.title)),
      h("p", { class: "subtitle" }, textOf(document.subtitle)),
    ]),
    h("div", { class: "about" }, [
      factsOf(document.facts),
      document.notices.length === 0
        ? null
        : h(
            "ul",
            { class: "notices", role: "list" },
            document.notices.map((notice) => h("li", textOf(notice))),
          ),
    ]),
  ]);
}

/** Chapters, and under each the headings of level 2. */
function contentsOf({ chapters, words }: PublicationDocument) {
  return h("nav", { class: "contents", ariaLabelledBy: "contents" }, [
    h("h2", { id: "contents" }, words.contents),
    h(
      "ol",
      { role: "list" },
      chapters.map((chapter) => {
        const headings = chapter.blocks.filter((block) => block.kind === "heading" && block.level === 2);
        return h("li", [
          h("a", { href: `#${chapter.id}` }, [
            chapter.kicker === null ? null : h("span", { class: "kicker" }, `${chapter.kicker} `),
            textOf(chapter.title),
          ]),
          headings.length === 0
            ? null
            : h(
                "ol",
                { role: "list" },
                headings.flatMap((heading) =>
                  heading.kind === "heading" ? [h("li", h("a", { href: `#${heading.id}` }, textOf(heading.text)))] : [],
                ),
              ),
        ]);
      }),
    ),
  ]);
}

function chapterOf(chapter: Chapter, drawing: Drawing) {
  const stays = staysWithNext(chapter.blocks);
  const title = `${chapter.id}-title`;
  const square = chapter.pillar === null ? null : h("span", { class: ["square", chapter.pillar], ariaHidden: "true" });
  return h("section", { class: "chapter", id: chapter.id, ariaLabelledBy: title }, [
    chapter.kicker === null ? null : h("p", { class: "kicker" }, [square, chapter.kicker]),
    h("h2", { id: title }, textOf(chapter.title)),
    ...chapter.blocks.map((block, index) => blockOf(block, stays[index]!, drawing)),
  ]);
}
