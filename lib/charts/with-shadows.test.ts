import { describe, expect, it } from "vitest";
import { monthNumber } from "@/lib/domain/framework/reporting-period";
import { country, indicatorView, shown, words } from "./indicator-view.testing";
import { prepareTrend } from "./prepare/prepare-trend";
import { withShadows } from "./with-shadows";

const model = prepareTrend(indicatorView([country([shown("141"), shown("172"), shown("206")])]), words);
const at = monthNumber("2016-12-31");
const scale = { type: "number", decimals: 0 } as const;
const drawn = (y: number | null, unit = "CHN") =>
  withShadows(model, [{ unit, at, y, when: "2016", text: String(y) }], scale, String);

describe("what civil society says on a chart", () => {
  it("stands beside the values, which stay as they are", () => {
    const [panel] = drawn(150).panels;
    expect(panel!.said).toEqual([{ at, y: 150, when: "2016", text: "150" }]);
    expect({ ...panel, said: undefined }).toEqual({ ...model.panels[0], said: undefined });
    expect(drawn(150).values).toEqual(model.values);
  });

  it("has room on the axis, however high it is", () => {
    const { values } = drawn(1200);
    expect(values.max).toBeGreaterThanOrEqual(1200);
    expect(values.ticks.at(-1)!.at).toBe(values.max);
    expect(model.values.max).toBeLessThan(1200);
  });

  it("is drawn in no other unit's panel, and not where it has no one place", () => {
    expect(drawn(1200, "THA")).toEqual(model);
    expect(drawn(null)).toEqual(model);
  });
});
