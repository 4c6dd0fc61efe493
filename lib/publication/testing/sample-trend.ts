import type { TrendModel } from "@/lib/charts/trend-model";

export const sampleCountries = ["Cambodia", "China", "Lao PDR", "Myanmar", "Thailand", "Viet Nam"];

/** Six countries with every kind of marker, of made-up values. */
export const sampleTrend: TrendModel = {
  time: {
    min: 24180,
    max: 24228,
    ticks: [2014, 2015, 2016, 2017, 2018].map((year, index) => ({ at: 24180 + 12 * index, label: String(year) })),
  },
  values: { min: 0, max: 1500, ticks: [0, 500, 1000, 1500].map((at) => ({ at, label: at.toLocaleString("en") })) },
  panels: sampleCountries.map((name, index) => ({
    code: `C${index}`,
    name,
    status: (["achieved", "onTrack", "limitedProgress", "movingAway", "suppressed", "noValue"] as const)[index]!,
    markers: [
      { kind: "baseline", at: 24180, y: 300, when: "2014", text: "300" },
      { kind: "value", at: 24192, y: 520, when: "2015", text: "520" },
      ...(index === 4
        ? [{ kind: "censored" as const, at: 24216, y: 2.5, when: "2017", text: "<5" }]
        : [{ kind: "value" as const, at: 24216, y: 1127, when: "2017", text: "1,127" }]),
    ],
    blanks: [{ at: 24204, y: 800, when: "2016", text: index === 5 ? "suppressed" : "no value" }],
    runs: [
      [
        { at: 24180, y: 300 },
        { at: 24192, y: 520 },
      ],
    ],
    gaps:
      index === 4
        ? []
        : [
            [
              { at: 24192, y: 520 },
              { at: 24216, y: 1127 },
            ],
          ],
    absent: ["no value"],
    planned: [
      { at: 24180, y: 300 },
      { at: 24204, y: 700 },
      { at: 24228, y: 1400 },
    ],
    target: { at: 24228, y: 1400, when: "2018", text: "1,400" },
  })),
  breaks: [{ at: 24203, version: 2 }],
  markerKinds: { value: true, baseline: true, planned: true, censored: true, gap: true },
  absent: ["no value"],
};
