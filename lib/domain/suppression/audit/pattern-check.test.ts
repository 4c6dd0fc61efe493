import { expect, it } from "vitest";
import { prepareToHide } from "../suppress";
import { linkValues } from "../tables/link-values";
import { PatternCheck } from "./pattern-check";

const at = { unit: "THA", period: "2016" };
const count = (cell: string, number: number) =>
  ({ ...at, cell, value: { kind: "number", number: `${number}` } }) as const;

it("hears what was found since it looked at a pattern last", () => {
  const linked = linkValues({
    countsPersons: true,
    isCumulative: false,
    periods: ["2016"],
    values: [count("total", 40), count("sex=female", 2), count("sex=male", 3), count("sex=unknown", 35)],
  });
  const { settled, rules } = prepareToHide(linked, 5, { left: 1e6 });
  const check = new PatternCheck(settled, rules);
  const pattern = { hidden: new Set([1, 2, 3]), dark: new Set<number>() };
  // Without effort nothing can be shown to be possible but what is.
  expect(check.brokenBy(pattern, { left: 0 })).not.toEqual([]);
  expect(check.findBroken(pattern, { left: 1e6 })).toEqual([]);
  expect(check.brokenBy(pattern, { left: 0 })).toEqual([]);
});
