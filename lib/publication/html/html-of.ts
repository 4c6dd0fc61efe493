import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { ChartPictures } from "../chart-pictures";
import { cleanDocument } from "../clean-document";
import type { Chapter, PublicationDocument } from "../document";
import { staysWithNext } from "../stays-with-next";
import { blockOf, type Drawing, factsOf } from "./blocks";
import { drawn } from "./drawn";
import { sharedGlyphs } from "./shared-glyphs";
import { stylesheetOf } from "./sheet";
import { textOf } from "./text";

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
