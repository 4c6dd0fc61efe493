import { describe, expect, it } from "vitest";
import { monthNumber } from "../framework/reporting-period";
import { formatFraction, rational } from "../values/rational";
import { type PlannedPath, plannedStep, plannedValue } from "./planned-path";

function point(day: string, value: string | number) {
  return { month: monthNumber(day), value: rational(value) };
}
const month = monthNumber;
const text = (path: PlannedPath, day: string, value = plannedValue) => {
  const planned = value(path, month(day));
  return planned && formatFraction(planned);
};

describe("the planned value", () => {
  const path: PlannedPath = {
    baseline: point("2014-12-31", 120),
    // In no order, and with a year left out.
    targets: [point("2018-12-31", 280), point("2015-12-31", 150), point("2017-12-31", 230)],
  };

  it.each([
    ["on the baseline's month", "2014-12-31", "120/1"],
    ["at a target", "2015-12-31", "150/1"],
    ["half-way between two targets", "2016-12-31", "190/1"],
    ["a third of the way to the next one", "2018-04-30", "740/3"],
    ["at the last target", "2018-12-31", "280/1"],
    ["level after the last target", "2020-12-31", "280/1"],
  ])("%s", (_, day, planned) => {
    expect(text(path, day)).toBe(planned);
  });

  it("is unknown before the baseline", () => {
    expect(text(path, "2014-11-30")).toBeNull();
  });

  it("counts whole months, whatever the day of the month", () => {
    const fromJune: PlannedPath = { baseline: point("2014-06-01", 0), targets: [point("2018-12-31", 54)] };
    expect(text(fromJune, "2015-12-31")).toBe("18/1");
    expect(text(fromJune, "2015-12-01")).toBe("18/1");
  });

  it("starts at the baseline: targets of its month and before it are behind", () => {
    const late: PlannedPath = {
      baseline: point("2016-12-31", 10),
      targets: [point("2015-12-31", 99), point("2016-12-31", 99), point("2018-12-31", 30)],
    };
    expect(text(late, "2016-12-31")).toBe("10/1");
    expect(text(late, "2017-12-31")).toBe("20/1");
  });

  it("without a baseline knows only a target of that very month", () => {
    expect(text({ ...path, baseline: null }, "2017-12-31")).toBe("230/1");
    expect(text({ ...path, baseline: null }, "2016-12-31")).toBeNull();
  });
});

describe("the planned step", () => {
  it.each([
    // Half-way from 1 to 4 is 2.5: step 2 is reached, step 3 isn't.
    ["rising, rounded down to the baseline's side", 1, 4, "2/1"],
    ["falling, rounded up to the baseline's side", 4, 1, "3/1"],
    ["level", 2, 2, "2/1"],
    ["a whole step stays", 1, 3, "2/1"],
  ])("%s", (_, from, to, planned) => {
    const path = { baseline: point("2014-12-31", from), targets: [point("2018-12-31", to)] };
    expect(text(path, "2016-12-31", plannedStep)).toBe(planned);
  });

  it("without a baseline is the target of that very month", () => {
    const path = { baseline: null, targets: [point("2018-12-31", 3)] };
    expect(text(path, "2018-12-31", plannedStep)).toBe("3/1");
    expect(text(path, "2016-12-31", plannedStep)).toBeNull();
  });
});
