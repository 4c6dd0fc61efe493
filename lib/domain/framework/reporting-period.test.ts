import { describe, expect, it } from "vitest";
import { byTime, dayBefore, dueState, fitsFrequency, monthNumber, nextPeriod, periodsUntil } from "./reporting-period";

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

describe("the period that comes next", () => {
  const first = { startsOn: "2015-01-01", frequency: "annual" } as const;
  const last = (
    code: string,
    startsOn: string,
    endsOn: string,
    dueOn: string,
    frequency: "annual" | "quarterly" | "halfYearly",
  ) => ({ code, startsOn, endsOn, dueOn, frequency }) as const;

  it.each([
    [
      last("2018", "2018-01-01", "2018-12-31", "2019-03-31", "annual"),
      "2019",
      "2019-01-01",
      "2019-12-31",
      "2020-03-31",
    ],
    [
      last("2019-H1", "2019-01-01", "2019-06-30", "2019-08-15", "halfYearly"),
      "2019-H2",
      "2019-07-01",
      "2019-12-31",
      "2020-02-15",
    ],
    [
      last("2019-Q3", "2019-07-01", "2019-09-30", "2019-11-30", "quarterly"),
      "2019-Q4",
      "2019-10-01",
      "2019-12-31",
      "2020-02-29",
    ],
    [
      last("2018-Q4", "2018-10-01", "2018-12-31", "2019-01-30", "quarterly"),
      "2019-Q1",
      "2019-01-01",
      "2019-03-31",
      "2019-04-30",
    ],
    [
      last("2018-11", "2018-11-01", "2018-12-31", "2019-01-30", "quarterly"),
      "2019-Q1",
      "2019-01-01",
      "2019-03-31",
      "2019-04-30",
    ],
    [
      last("x", "2017-04-01", "2018-03-31", "2018-06-30", "annual"),
      "2018-04",
      "2018-04-01",
      "2019-03-31",
      "2019-06-30",
    ],
  ])("follows %o without a gap, due as long after its end", (before, code, startsOn, endsOn, dueOn) => {
    const next = nextPeriod(before, first);
    expect(next).toEqual({ code, startsOn, endsOn, dueOn, frequency: before.frequency });
    expect(fitsFrequency(next)).toBe(true);
  });

  it("is the first where there is none before", () => {
    expect(nextPeriod(null, { startsOn: "2015-01-01", frequency: "halfYearly" })).toEqual(
      last("2015-H1", "2015-01-01", "2015-06-30", "2015-09-30", "halfYearly"),
    );
  });
});

describe("periods that carry a plan on", () => {
  const last = { code: "2018", startsOn: "2018-01-01", endsOn: "2018-12-31", dueOn: "2019-03-31" };

  it("follow the last one until the day is within one, due as long after their ends", () => {
    const codes = (day: string) => periodsUntil({ ...last, frequency: "annual" }, day).map(({ code }) => code);
    expect(codes("2018-12-31")).toEqual([]);
    expect(codes("2019-01-01")).toEqual(["2019"]);
    expect(codes("2020-12-31")).toEqual(["2019", "2020"]);
    expect(periodsUntil({ ...last, frequency: "annual" }, "2020-06-30").at(-1)).toMatchObject({
      code: "2020",
      endsOn: "2020-12-31",
      dueOn: "2021-03-31",
    });
  });

  it("don't follow nothing", () => {
    expect(periodsUntil(null, "2030-01-01")).toEqual([]);
  });
});
