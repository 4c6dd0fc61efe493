import { h } from "hastscript";
import { type ChartBlock, chartName, type DocumentWords } from "@/lib/publication/document";
import { drawn } from "./drawn";
import { textOf } from "./text";

/** Number and finding, the picture, which keeps its size on a phone and scrolls, its source, and all its values in words for who can't see it. */
export function chartOf(chart: ChartBlock, number: number, svg: string, words: DocumentWords) {
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
