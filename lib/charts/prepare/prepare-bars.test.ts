import { describe, expect, it } from "vitest";
import { missing, shown } from "@/lib/charts/indicator-view.testing";
import { wording } from "@/lib/charts/wording.testing";
import type { Breakdown } from "@/lib/views/indicator-view";
import type { PublicValue, Scale } from "@/lib/views/public-value";
import { prepareBars } from "./prepare-bars";

const persons: Scale = { type: "number", decimals: 0, steps: [] };
const sex = (rows: Record<string, PublicValue[]>): Breakdown => ({
  key: "sex",
  dimensions: ["Sex"],
  isOpen: false,
  columns: [
    { cell: "sex=female", categories: ["Female"] },
    { cell: "sex=male", categories: ["Male"] },
  ],
  rows: Object.entries(rows).map(([name, values]) => ({ unit: { code: name, name }, values, total: missing })),
  region: null,
});

describe("bars", () => {
  it("tells apart what is shown, small, suppressed and missing, and 0 from all of them", () => {
    const model = prepareBars(
      sex({
        Thailand: [shown("324"), shown("0")],
        "Lao PDR": [{ state: "suppressed" }, { state: "small", below: 5 }],
        China: [missing, missing],
      }),
      persons,
      wording,
      String,
    );
    expect(model?.groups.map(({ bars }) => bars.map(({ y, state, text }) => [y, state, text]))).toEqual([
      [
        [324, "shown", "324"],
        [0, "shown", "0"],
      ],
      [
        [null, "suppressed", "suppressed"],
        [null, "small", "<5"],
      ],
      [
        [null, "missing", "no value"],
        [null, "missing", "no value"],
      ],
    ]);
    expect(model?.values.min).toBe(0);
    expect(model).toMatchObject({ hasSuppressed: true, hasMissing: true, absent: ["no value"] });
  });

  it("labels bars with what there is room for: whole per cents, no words", () => {
    const share = shown("0");
    const given: PublicValue[] = [
      { state: "shown", value: { kind: "ratio", numerator: { exact: "337" }, denominator: { exact: "402" } } },
      { state: "suppressed" },
    ];
    const model = prepareBars(
      sex({ Thailand: given }),
      { ...persons, type: "percentage", decimals: 1 },
      wording,
      String,
    );
    expect(model?.groups[0]?.bars.map(({ text, label }) => [text, label])).toEqual([
      ["83.8", "84"],
      ["suppressed", ""],
    ]);
    expect(prepareBars(sex({ China: [share, missing] }), persons, wording, String)?.groups[0]?.bars[0]?.label).toBe(
      "0",
    );
  });

  it("draws nothing where there is nothing to compare", () => {
    expect(prepareBars(sex({ China: [missing, missing] }), persons, wording, String)).toBeNull();
    expect(prepareBars({ ...sex({}), dimensions: ["Sex", "Age"] }, persons, wording, String)).toBeNull();
    expect(
      prepareBars(sex({ China: [shown("1"), missing] }), { ...persons, type: "yesNo" }, wording, String),
    ).toBeNull();
  });
});
