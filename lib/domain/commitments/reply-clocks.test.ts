import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysBetween, workingDaysAfter } from "../framework/reporting-period";
import { isNearlyDue, isPastDue, replyDueOn, safetyCheckDueOn, timeZoneOf, usualReplyClocks } from "./reply-clocks";

const isWorkday = (from: string, later: number) =>
  ![0, 6].includes(new Date(Date.parse(`${from}T00:00:00Z`) + later * 86_400_000).getUTCDay());
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

describe("the clocks of what is addressed", () => {
  it("gives a government sixty days, whatever day the last one is", () => {
    expect(replyDueOn("2018-01-31", usualReplyClocks)).toBe("2018-04-01");
    expect(replyDueOn("2016-01-01", { ...usualReplyClocks, replyDays: 59 })).toBe("2016-02-29");
  });

  it.each([
    ["a Monday", "2018-03-05", "2018-03-12"],
    ["a Friday", "2018-03-09", "2018-03-16"],
    ["a Saturday", "2018-03-10", "2018-03-16"],
    ["a Sunday", "2018-03-11", "2018-03-16"],
    ["the last days of a year", "2017-12-28", "2018-01-04"],
  ])("gives the secretariat five days of work from %s", (_, submittedOn, due) => {
    expect(safetyCheckDueOn(submittedOn, usualReplyClocks)).toBe(due);
  });

  it("ends on a day of work, with exactly so many of them since", () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (from, days) => {
        const to = workingDaysAfter(from, days);
        const passed = Array.from({ length: daysBetween(from, to) }, (_, i) => isWorkday(from, i + 1));
        expect([0, 6]).not.toContain(weekday(to));
        expect(passed.filter(Boolean)).toHaveLength(days);
      }),
    );
  });

  it("takes the due date itself for in time", () => {
    expect(isPastDue("2018-04-01", "2018-04-01")).toBe(false);
    expect(isPastDue("2018-04-01", "2018-04-02")).toBe(true);
  });

  it("knows whose day it is in each country, by names that this machine knows", () => {
    for (const code of ["KHM", "CHN", "LAO", "MMR", "THA", "VNM"])
      expect(() => new Intl.DateTimeFormat("en", { timeZone: timeZoneOf(code)! })).not.toThrow();
    expect(timeZoneOf("GMS")).toBeNull();
  });
});

it("a unit is reminded from a week before its reply is due, to that day", () => {
  const on = (today: string) => isNearlyDue("2018-05-08", today);
  expect(["2018-04-30", "2018-05-01", "2018-05-08", "2018-05-09"].map(on)).toEqual([false, true, true, false]);
});
