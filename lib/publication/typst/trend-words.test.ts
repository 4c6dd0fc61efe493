import { describe, expect, it } from "vitest";
import { halvesOf } from "@/lib/charts/axes/halves-of";
import type { Panel } from "@/lib/charts/trend-model";
import type { ChartBlock, PublicationDocument } from "../document";
import { sampleDocument } from "../testing/sample-document";
import { sampleTrend } from "../testing/sample-trend";
import { pdfOf } from "./pdf-of";
import { hasPoppler, type PdfWord, wordsOf } from "./testing/read-pdf";

const poppler = await hasPoppler();
const ticks = sampleTrend.time.ticks;

/** What a panel says in place of values, with the first and the last year for which it stands. */
type Said = readonly [text: string, from: number, to: number];

const cases: readonly (readonly Said[])[] = [
  [["no value", 2015, 2016]],
  [["not applicable", 2015, 2016]],
  [["no approved report", 2016, 2016]],
  [
    ["not applicable", 2015, 2015],
    ["no approved report", 2016, 2016],
  ],
  [
    ["suppressed", 2016, 2016],
    ["no approved report", 2017, 2018],
  ],
  [
    ["not applicable", 2014, 2014],
    ["suppressed", 2017, 2017],
    ["no approved report", 2018, 2018],
  ],
];

function panelSaying(panel: Panel, said: readonly Said[]): Panel {
  const yearOf = (at: number) => Number(ticks.find((tick) => tick.at === at)?.label);
  const textIn = (year: number) => said.find(([, from, to]) => from <= year && year <= to)?.[0];
  return {
    ...panel,
    markers: panel.markers.filter(({ at }) => !textIn(yearOf(at))),
    blanks: ticks.flatMap(({ at, label }) => {
      const text = textIn(Number(label));
      const halves = text && halvesOf(text, "en");
      return text ? [{ at, y: 600, when: label, text, ...(halves && { halves }) }] : [];
    }),
    target: null,
  };
}

const blocks = sampleDocument.chapters[1]!.blocks;
const chart = blocks.find(
  (block): block is ChartBlock => block.kind === "chart" && block.chart.type === "trend" && !block.chart.isWide,
)!;
if (chart.chart.type !== "trend") throw new Error("the chart is a trend");
const panels = cases.map((said, index) => panelSaying(sampleTrend.panels[index]!, said));
const model = { ...sampleTrend, panels, breaks: [] };
const document: PublicationDocument = {
  ...sampleDocument,
  chapters: [{ ...sampleDocument.chapters[1]!, blocks: [{ ...chart, chart: { ...chart.chart, model } }] }],
};

const middle = ({ left, right }: Pick<PdfWord, "left" | "right">) => (left + right) / 2;

/** The years under the panels, panel by panel. */
function yearsOf(words: readonly PdfWord[]): PdfWord[][] {
  const rows = new Map<number, PdfWord[]>();
  for (const each of words.filter(({ word }) => ticks.some(({ label }) => label === word))) {
    const row = Math.round(each.top);
    rows.set(row, [...(rows.get(row) ?? []), each]);
  }
  const full = [...rows.values()].filter(({ length }) => length === 3 * ticks.length);
  return full.flatMap((row) => [0, 1, 2].map((panel) => row.slice(panel * ticks.length, (panel + 1) * ticks.length)));
}

describe.skipIf(!poppler)("words in place of a value, in a PDF", () => {
  const words = poppler ? wordsOf(pdfOf(document, process.cwd())) : [];
  const years = yearsOf(words);

  it.each(cases.map((said, index) => [said.map(([text]) => text).join(", "), said, index] as const))(
    "stand over their years: %s",
    (_, said, index) => {
      expect(years).toHaveLength(cases.length);
      const own = years[index]!;
      const space = (middle(own[1]!) - middle(own[0]!)) * 0.9;
      const inPanel = words.filter(
        (each) =>
          middle(each) > middle(own[0]!) - space &&
          middle(each) < middle(own.at(-1)!) + space &&
          each.bottom < own[0]!.top + 1 &&
          each.top > own[0]!.top - 100,
      );
      for (const [text, from, to] of said) {
        const parts = inPanel.filter(({ word }) => text.split(" ").includes(word));
        expect(parts.map(({ word }) => word)).toEqual(text.split(" "));
        const at = middle({
          left: Math.min(...parts.map(({ left }) => left)),
          right: Math.max(...parts.map(({ right }) => right)),
        });
        const away = own.map((year) => Math.abs(middle(year) - at));
        const nearest = Number(own[away.indexOf(Math.min(...away))]!.word);
        expect(nearest).toBeGreaterThanOrEqual(from);
        expect(nearest).toBeLessThanOrEqual(to);
      }
    },
  );
});
