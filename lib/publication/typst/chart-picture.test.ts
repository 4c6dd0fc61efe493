import { describe, expect, it } from "vitest";
import type { ChartBlock } from "../document";
import { sampleDocument } from "../testing/sample-document";
import { pngOf, svgOf } from "./chart-picture";
import { drawnPictures, picturesOf } from "./chart-pictures";
import { spokenSample } from "./testing/spoken-sample";

const root = process.cwd();
const chartsOf = (document: typeof sampleDocument) =>
  document.chapters.flatMap(({ blocks }) => blocks.filter((block): block is ChartBlock => block.kind === "chart"));
const charts = chartsOf(sampleDocument);
const frame = { running: "SPAIV, 2017", date: "14 June 2018", address: "https://example.org/en/spaiv" };

describe("a chart as a picture", () => {
  it.each(charts.map((chart) => [chart.id, chart] as const))("%s is drawn, the same each time", (_, chart) => {
    const svg = svgOf(chart, null, "en", root);
    expect(svg).toMatch(/^<svg [^>]*width="470\.\d+pt"/);
    expect(svg).not.toMatch(/<text|<image|<script|<foreignObject|NaN/);
    expect(svg).toBe(svgOf(chart, null, "en", root));
  });

  it("is 1200 pixels wide in its frame, and twice that as PNG", () => {
    const svg = svgOf(charts[0]!, frame, "en", root);
    expect(svg).toMatch(/width="900pt"/);
    const { bytes, width, height } = pngOf(charts[0]!, frame, "en", root);
    expect(width).toBe(2400);
    expect(height).toBeGreaterThan(600);
    expect(Buffer.from(bytes.subarray(1, 4)).toString()).toBe("PNG");
  });

  it("says in words what it shows where it is alone, and no more than that", () => {
    const chart = { ...charts[0]!, title: 'Less <5 & "more" \u0007', alt: "<script>x</script>" };
    const svg = svgOf(chart, frame, "en", root);
    expect(svg).toContain('<title>Less &lt;5 &amp; "more" </title><desc>&lt;script&gt;x&lt;/script&gt;</desc>');
  });

  it("differs where a value differs", () => {
    const bars = charts.find(({ chart }) => chart.type === "bars")!;
    expect(svgOf({ ...bars, title: "Other" }, null, "en", root)).toBe(svgOf(bars, null, "en", root));
    const trend = charts[1]!;
    if (trend.chart.type !== "trend") throw new Error("the second chart is a trend");
    const { model } = trend.chart;
    const fewer = { ...trend, chart: { ...trend.chart, model: { ...model, panels: model.panels.slice(0, 5) } } };
    expect(svgOf(fewer, null, "en", root)).not.toBe(svgOf(trend, null, "en", root));
  });

  it.each(["th", "km", "lo", "my", "vi", "zh"] as const)("is drawn in %s", (language) => {
    const document = spokenSample(language);
    const pictures = picturesOf(document, root);
    for (const chart of chartsOf(document)) expect(pictures.png(chart).bytes.length).toBeGreaterThan(5000);
  });

  it("is the same drawn beforehand", async () => {
    const [drawn, one] = [await drawnPictures(sampleDocument, root), picturesOf(sampleDocument, root)];
    for (const chart of charts) {
      expect(Buffer.from(drawn.png(chart).bytes).equals(Buffer.from(one.png(chart).bytes))).toBe(true);
      expect(drawn.svg(chart)).toBe(one.svg(chart));
    }
  });

  it("bears a model with hardly anything in it", () => {
    const axis = { min: 0, max: 0, ticks: [{ at: 0, label: "0" }] };
    const empty = {
      code: "R",
      name: "Region",
      status: "noValue" as const,
      markers: [],
      blanks: [],
      runs: [],
      gaps: [],
      absent: [],
      planned: [],
      target: null,
    };
    const trend = charts[2]!;
    if (trend.chart.type !== "trend") throw new Error("the third chart is a trend");
    const markerKinds = { value: false, baseline: false, planned: false, censored: false, gap: false };
    const model = { time: axis, values: axis, panels: [empty], breaks: [], markerKinds, absent: [] };
    expect(svgOf({ ...trend, chart: { ...trend.chart, model } }, null, "en", root)).toContain("<path");
    const rows = [{ name: "", code: "G1", counts: [0, 0, 0, 0, 0, 0, 0, 0, 0], total: "" }];
    const distribution = { type: "distribution" as const, words: Array(9).fill("x"), rows };
    expect(svgOf({ ...trend, chart: distribution }, null, "en", root)).not.toContain("NaN");
    const bars = {
      ...charts[3]!,
      chart: {
        type: "bars" as const,
        words: { suppressed: "s", missing: "m" },
        model: { series: [], groups: [], values: axis, hasSuppressed: false, hasMissing: false, absent: [] },
      },
    };
    expect(svgOf(bars, null, "en", root)).not.toContain("NaN");
  });
});
