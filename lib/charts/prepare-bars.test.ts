import { describe, expect, it } from "vitest";
import type { Breakdown } from "./indicator-view";
import { missing, shown, wording } from "./indicator-view.testing";
import { prepareBars } from "./prepare-bars";
import type { PublicFigure, Scale } from "./public-figure";

const persons: Scale = { type: "number", decimals: 0, steps: [] };
const sex = (rows: Record<string, PublicFigure[]>): Breakdown => ({
  key: "sex",
  dimensions: ["Sex"],
  columns: [
    { cell: "sex=female", categories: ["Female"] },
    { cell: "sex=male", categories: ["Male"] },
  ],
  rows: Object.entries(rows).map(([name, figures]) => ({ unit: { code: name, name }, figures, total: missing })),
});

describe("bars", () => {
  it("draws shown figures, hatches hidden ones, and draws nothing for what is missing", () => {
    const model = prepareBars(
      sex({ Thailand: [shown("324"), shown("0")], "Lao PDR": [{ mark: "suppressed" }, { mark: "small", below: 5 }] }),
      persons,
      wording,
      String,
    );
    expect(model?.groups[0]?.bars.map(({ y, text }) => [y, text])).toEqual([
      [324, "324"],
      [0, "0"],
    ]);
    expect(model?.groups[1]?.bars.map(({ y, isHidden, text }) => [y, isHidden, text])).toEqual([
      [null, true, "suppressed"],
      [null, true, "<5"],
    ]);
    expect(model?.values.min).toBe(0);
    expect(model?.hasSuppressed).toBe(true);
  });

  it("leaves out countries without any figure", () => {
    const model = prepareBars(
      sex({ Thailand: [shown("1"), shown("2")], China: [missing, missing] }),
      persons,
      wording,
      String,
    );
    expect(model?.groups.map(({ name }) => name)).toEqual(["Thailand"]);
  });

  it("draws nothing where there is nothing to compare", () => {
    expect(prepareBars(sex({ China: [missing, missing] }), persons, wording, String)).toBeNull();
    expect(prepareBars({ ...sex({}), dimensions: ["Sex", "Age"] }, persons, wording, String)).toBeNull();
    expect(
      prepareBars(sex({ China: [shown("1"), missing] }), { ...persons, type: "yesNo" }, wording, String),
    ).toBeNull();
  });
});
