import { describe, expect, it } from "vitest";
import { methodExample } from "./method-example";

describe("the method's worked example", () => {
  const { planned, cases } = methodExample();

  it("plans halfway between the targets around the year", () => {
    expect(planned).toBe("225");
  });

  it("shows a value for each status that a planned path can lead to before its end", () => {
    expect(cases.map(({ y, status, ratio }) => [y, status, ratio?.R ?? null])).toEqual([
      ["280", "achieved", null],
      ["223", "onTrack", "0.980952"],
      ["195", "accelerationNeeded", "0.714286"],
      ["150", "limitedProgress", "0.285714"],
      ["113", "movingAway", "-0.066667"],
    ]);
  });

  it("divides the distance that was covered by the planned one", () => {
    expect(cases[2]?.ratio).toEqual({ covered: "75", planned: "105", R: "0.714286" });
  });
});
