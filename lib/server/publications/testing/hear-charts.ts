import "server-only";
import type { ChartBlock } from "@/lib/publication/document";
import type { Knowledge } from "./knowledge";

/** What charts tell: in words, as words at their marks, and by the places of their marks on the axis. */
export function hearCharts(charts: readonly ChartBlock[], name: string, knowledge: Knowledge): void {
  for (const { id, alt, chart } of charts) {
    const [, letter, kind = ""] = /^i-g1-1-([a-z])-(.+)$/.exec(id) ?? [];
    if (!letter) continue;
    const indicator = `G1.1-${letter}`;
    if (chart.type === "trend") {
      hearSentences(alt, indicator, `${name} chart in words`, knowledge);
      for (const { code, markers, blanks } of chart.model.panels) {
        const placeAt = (when: string) => ({ indicator, unit: code, period: when, cell: "total" });
        for (const { kind: mark, when, text, y } of markers) {
          if (mark === "baseline") continue;
          knowledge.hear(placeAt(when), `${name} chart`, text);
          // The middle of what it may be is no news; any other place would be.
          const isMiddle = mark === "censored" && y === Number(text.slice(1)) / 2;
          knowledge.hear(placeAt(when), `${name} chart's mark`, isMiddle ? text : String(y));
        }
        for (const { when, text } of blanks) knowledge.hear(placeAt(when), `${name} chart`, text);
      }
    } else if (chart.type === "bars") {
      for (const { name: unit, bars } of chart.model.groups) {
        for (const [index, { text, y }] of bars.entries()) {
          const place = { indicator, unit, period: "2017", cell: `${kind}=${chart.model.series[index]}` };
          knowledge.hear(place, `${name} bars`, text);
          if (y !== null) knowledge.hear(place, `${name} bar's end`, String(y));
        }
      }
    }
  }
}

/** `KHM: baseline 2014 20, 2015 1,127, 2016 <5, target 2018 60. LAO: …` */
function hearSentences(alt: string, indicator: string, source: string, knowledge: Knowledge) {
  for (const sentence of alt.split(/\.(?: |$)/)) {
    const [, name = "", points = ""] = /^(\w+): (.*)$/.exec(sentence) ?? [];
    for (const point of points.split(/, (?=\d{4} |baseline|target)/)) {
      const [, period, text] = /^(\d{4}) (.+)$/.exec(point) ?? [];
      if (period && text) knowledge.hear({ indicator, unit: name, period, cell: "total" }, source, text);
    }
  }
}
