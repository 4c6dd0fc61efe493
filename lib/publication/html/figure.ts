import { h } from "hastscript";
import { type DocumentWords, type FigureBlock, figureName } from "../document";
import { drawn } from "./drawn";
import { textOf } from "./text";

/** Number and finding, the picture, which keeps its size on a phone and scrolls, its source, and all its figures in words for who can't see it. */
export function figureOf(figure: FigureBlock, number: number, svg: string, words: DocumentWords) {
  const inWords = `${figure.id}-words`;
  const place = `${figure.id}-number`;
  const name = `${figure.id}-name`;
  return h("figure", { id: figure.id }, [
    h("figcaption", [
      h("p", { class: "number", id: place }, [
        words.figure.replace("{number}", String(number)),
        ...(figure.about === null ? [] : [" ", h("span", { class: "about" }, textOf(figure.about))]),
      ]),
      h("p", { class: "name", id: name }, textOf(figure.title)),
      h("p", { class: "subtitle" }, textOf(figure.subtitle)),
    ]),
    h(
      "div",
      // Two figures may find the same.
      { class: "picture", role: "region", tabIndex: 0, ariaLabelledBy: [place, name] },
      h("div", { role: "img", ariaLabel: figureName(figure), "aria-details": inWords }, drawn(svg)),
    ),
    h("p", { class: "small" }, textOf(figure.source)),
    h("p", { class: ["small", "in-words"], id: inWords }, textOf(figure.alt)),
  ]);
}
