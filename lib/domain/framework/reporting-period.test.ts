import { describe, expect, it } from "vitest";
import { byTime, dayBefore, dueState, fitsFrequency, monthNumber } from "./reporting-period";

const year = (number: number) => ({ startsOn: `${number}-01-01`, endsOn: `${number}-12-31` });

describe("days and months", () => {
  it("counts months through all years", () => {
    expect(monthNumber("2015-12-31") - monthNumber("2014-12-31")).toBe(12);
    expect(monthNumber("2016-01-01") - monthNumber("2015-12-31")).toBe(1);
    expect(monthNumber("2016-02-29") - monthNumber("2016-02-01")).toBe(0);
  });

  it.each(["", "2015", "2015-02-29", "2015-13-01", "2015-1-1", "31.12.2015", "2015-12-31T00:00:00Z"])(
    "refuses %j as a day",
    (text) => {
      expect(() => monthNumber(text)).toThrow(RangeError);
    },
  );

  it("steps over month and leap year", () => {
    expect(dayBefore("2015-01-01")).toBe("2014-12-31");
    expect(dayBefore("2016-03-01")).toBe("2016-02-29");
  });
});

describe("periods", () => {
  it("sorts by time, the year after its last quarter", () => {
    const lastQuarter = { startsOn: "2015-10-01", endsOn: "2015-12-31" };
    expect([year(2016), year(2015), lastQuarter].sort(byTime)).toEqual([lastQuarter, year(2015), year(2016)]);
    expect(byTime(year(2015), year(2015))).toBe(0);
  });

  it.each([
    ["annual", "2015-01-01", "2015-12-31", true],
    ["annual", "2015-07-01", "2016-06-30", true],
    ["halfYearly", "2015-07-01", "2015-12-31", true],
    ["quarterly", "2016-01-01", "2016-03-31", true],
    ["quarterly", "2016-01-01", "2016-03-30", false],
    ["quarterly", "2016-01-02", "2016-03-31", false],
    ["halfYearly", "2015-01-01", "2015-12-31", false],
    ["annual", "2016-12-31", "2015-01-01", false],
  ] as const)("%s from %s to %s fits: %s", (frequency, startsOn, endsOn, fits) => {
    expect(fitsFrequency({ frequency, startsOn, endsOn })).toBe(fits);
  });
});

describe("what is due", () => {
  const period = { ...year(2016), dueOn: "2017-03-31" };

  it.each([
    ["2015-12-31", "notStarted", 456],
    ["2016-01-01", "running", 455],
    ["2016-12-31", "running", 90],
    ["2017-01-01", "due", 89],
    ["2017-03-31", "due", 0],
    ["2017-04-01", "overdue", 1],
    ["2017-04-12", "overdue", 12],
  ])("on %s it is %s, %d days", (today, state, days) => {
    expect(dueState(period, today)).toEqual({ state, days });
  });
});
