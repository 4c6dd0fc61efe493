import { describe, expect, it } from "vitest";
import { country, indicatorView, shown } from "@/lib/charts/indicator-view.testing";
import { type PublicationWords, publicationWords } from "@/lib/i18n/publication-words";
import { countries, row, view } from "@/lib/views/regional-view.testing";
import { type ShownStatus, shownStatuses } from "@/lib/views/shown-status";
import { pageChart } from "../prepare/charts/page-chart";
import { pngOf, svgOf } from "./chart-picture";

// Pictures that only pages have; those of documents are in chart-picture.test.ts.

const root = process.cwd();
const frame = {
  running: "Plan 2017",
  date: "results version 3 of 14 June 2018",
  address: "https://example.org/en/spaiv/2017",
  notices: ["Reference framework, not the adopted text.", "Demonstration: all values are made up."],
};
const english = await publicationWords("en");

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    row(
      `G1.${index}-a`,
      countries.map((_, place) => shownStatuses[(index + place) % shownStatuses.length]!),
    ),
  );
const heat = (words: PublicationWords, count = 11) =>
  pageChart({ words, period: "2017" }, { of: "region", view: view(rows(count)) }, "status")!.block;
const map = (words: PublicationWords, statuses: readonly ShownStatus[], units = countries) =>
  pageChart(
    { words, period: "2017" },
    {
      of: "indicator",
      view: indicatorView(
        units.map((unit, index) => country([shown("7")], { ...unit, status: statuses[index % statuses.length]! })),
      ),
    },
    "map",
  )!.block;

describe("a heat map as a picture", () => {
  it("says in words what it shows, the same each time", () => {
    const block = heat(english);
    const svg = svgOf(block, frame, "en", root);
    expect(svg).toMatch(/^<svg [^>]*width="900pt"[^>]* role="img" lang="en"><title>/);
    expect(svg).toContain(block.alt.replaceAll("<", "&lt;"));
    expect(svg).not.toMatch(/<text|<image|<script|<foreignObject|NaN/);
    expect(svgOf(block, frame, "en", root)).toBe(svg);
  });

  it("is as long as it has rows, but not as many dots as that", () => {
    const { width, height } = pngOf(heat(english, 120), frame, "en", root);
    expect(height).toBeGreaterThan(2 * width);
    expect(width * height).toBeLessThan(10_100_000);
    expect(width).toBeGreaterThan(1500);
  });
});

describe("a map as a picture", () => {
  it.each(shownStatuses.map((status) => [status]))("is drawn with all countries %s", (status) => {
    const svg = svgOf(map(english, [status]), frame, "en", root);
    expect(svg).not.toMatch(/<text|<image|NaN/);
  });

  it("differs where a status does", () => {
    const one = svgOf(map(english, ["onTrack"]), frame, "en", root);
    expect(svgOf(map(english, ["onTrack", "missed"]), frame, "en", root)).not.toBe(one);
  });

  it("lists who isn't on it", () => {
    const abroad = [...countries, { code: "JPN", name: "Japan" }];
    expect(svgOf(map(english, ["onTrack"], abroad), frame, "en", root)).toContain("Japan: On track");
  });
});

it.each(["th", "km", "my", "zh"] as const)("both are drawn in %s", async (language) => {
  const words = await publicationWords(language);
  for (const block of [heat(words), map(words, ["achieved", "suppressed", "noValue"])]) {
    expect(pngOf(block, frame, language, root).bytes.length).toBeGreaterThan(20_000);
  }
});
