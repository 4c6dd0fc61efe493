import { describe, expect, it } from "vitest";
import { hiddenIn, n, seeds, statesOf } from "@/test/disclosure-audit/states-of";
import { seededRandom } from "./secondary/random-source";
import { suppress } from "./suppress";
import { linkValues, type TableValue } from "./tables/link-values";
import type { EarlierState, LinkedValue, LinkedValues } from "./tables/linked-values";

describe("linked tables", () => {
  it("hides in both tables that split one total, and keeps the total", () => {
    const values = {
      total: n(100),
      "sex=female": n(58),
      "sex=male": n(40),
      "sex=other": n(2),
      "form=sexual-exploitation": n(60),
      "form=forced-labour": n(37),
      "form=other-forms": n(3),
    };
    for (const seed of seeds) {
      const states = statesOf({ values, seed });
      expect(states.total).toBe("shown");
      expect(hiddenIn(states).filter((cell) => cell.startsWith("sex")).length).toBeGreaterThan(1);
      expect(hiddenIn(states).filter((cell) => cell.startsWith("form")).length).toBeGreaterThan(1);
    }
  });

  it("hides a second country under a regional total, or else the region", () => {
    const values = { "KHM total": n(40), "LAO total": n(3), "VNM total": n(60), "REGION total": n(103) };
    for (const seed of seeds) {
      const states = statesOf({ values, countries: ["KHM", "LAO", "VNM"], seed });
      expect(states["LAO total"]).toBe("small");
      expect(hiddenIn(states).length).toBeGreaterThan(1);
    }
  });

  it("keeps all totals where cells of two countries can protect each other through the region", () => {
    const cells = (unit: string, female: number, male: number) => ({
      [`${unit} total`]: n(female + male),
      [`${unit} sex=female`]: n(female),
      [`${unit} sex=male`]: n(male),
    });
    const values = { ...cells("KHM", 47, 3), ...cells("VNM", 60, 25), ...cells("REGION", 107, 28) };
    for (const seed of seeds) {
      const states = statesOf({ values, countries: ["KHM", "VNM"], seed });
      for (const unit of ["KHM", "VNM", "REGION"]) expect(states[`${unit} total`]).toBe("shown");
      expect(states["KHM sex=male"]).toBe("small");
      expect(states["KHM sex=female"]).toBe("suppressed");
    }
  });

  it("hides a total where no pattern of cells will do", () => {
    const values = { total: n(6), "sex=female": n(2), "sex=male": n(2), "sex=other": n(2) };
    // 4 + 1 + 1: each could be up to 4, so the total stays.
    expect(statesOf({ values }).total).toBe("shown");
    // 5 - 4 leaves 1 for two of them, none of which is 0.
    const fewer = { total: n(5), "sex=female": n(2), "sex=male": n(2), "sex=other": n(1) };
    expect(statesOf({ values: fewer }).total).toBe("suppressed");
  });
});

describe("what was hidden before", () => {
  it("doesn't go dark for a rise that only hiding what stood in the open could make any of 1 to 4", () => {
    const value = (id: string, value: number, earlier?: EarlierState): LinkedValue => {
      const [unit = "", table = ""] = id.split("|");
      const along = [unit === "REGION" ? "" : unit];
      return {
        id,
        value: n(value),
        level: 1,
        cost: 1,
        isTotal: false,
        table,
        along,
        ...(earlier && { earlier }),
      };
    };
    // The region stood at 29 in the open, of which Cambodia has 3: one more than in 2016, as in Cambodia, where both were <5.
    const regionOf = (period: string, cambodia: string) => ({
      total: `REGION|${period}`,
      parts: [cambodia, "CHN|2016", "VNM|2016"],
    });
    const rise = (from: string, to: string) => ({ from, to, steps: 1 });
    const linked: LinkedValues = {
      countsPersons: true,
      values: [
        value("KHM|2016", 2, "small"),
        value("CHN|2016", 19, "suppressed"),
        value("VNM|2016", 7, "shown"),
        value("KHM|2017", 12, "hidden"),
        value("KHM|2017@3", 3, "small"),
        value("REGION|2016", 28, "suppressed"),
        value("REGION|2017", 38),
        value("REGION|2017@3", 29, "shown"),
      ],
      sums: [regionOf("2016", "KHM|2016"), regionOf("2017", "KHM|2017"), regionOf("2017@3", "KHM|2017@3")],
      increments: ["KHM", "REGION"].flatMap((unit) =>
        ["2017", "2017@3"].map((period) => rise(`${unit}|2016`, `${unit}|${period}`)),
      ),
    };
    for (const seed of seeds) {
      const { gaveUp, lost } = suppress(linked, { threshold: 5, random: seededRandom(seed) });
      expect({ gaveUp, lost }).toEqual({ gaveUp: false, lost: [] });
    }
  });

  it("gives way to a zero, which shows: whoever sees the total could tell anyway", () => {
    const values = { total: n(0), "sex=female": n(0), "sex=male": n(0) };
    const states = statesOf({ values, earlier: { "sex=female": "hidden", "sex=male": "hidden" } });
    expect(states).toEqual({ total: "shown", "sex=female": "shown", "sex=male": "shown" });
  });

  it("gives way to what anybody can add up by now, but not where something may still be hidden beside it", () => {
    const values = { "KHM total": n(0), "LAO total": n(5), "REGION total": n(5) };
    const region = { "REGION total": "hidden" as const };
    const countries = ["KHM", "LAO"];
    expect(statesOf({ values, countries, earlier: { ...region, "LAO total": "shown" } })["REGION total"]).toBe("shown");
    // With this very value it was hidden: that isn't taken back, though it can't be protected any more.
    const same = { "REGION total": "suppressed" as const, "LAO total": "shown" as const };
    expect(statesOf({ values, countries, earlier: same })["REGION total"]).toBe("suppressed");
    const states = statesOf({ values, countries, earlier: region });
    expect(states).toEqual({ "KHM total": "shown", "LAO total": "suppressed", "REGION total": "suppressed" });
  });

  it("otherwise stays hidden, whatever it has become", () => {
    const values = { total: n(90), "sex=female": n(50), "sex=male": n(40) };
    const states = statesOf({ values, earlier: { "sex=female": "hidden", "sex=male": "suppressed" } });
    expect(states["sex=female"]).toBe("suppressed");
    expect(states["sex=male"]).toBe("suppressed");
  });

  it("can't be protected by what stood in the open", () => {
    const values = { total: n(90), "sex=female": n(50), "sex=male": n(37), "sex=other": n(3) };
    const states = statesOf({ values, earlier: { total: "shown", "sex=female": "shown" } });
    expect(states).toEqual({
      total: "shown",
      "sex=female": "shown",
      "sex=male": "suppressed",
      "sex=other": "small",
    });
  });

  it("is lost where all beside it stood in the open, and is said to be", () => {
    const list = { total: n(90), "sex=female": n(87), "sex=male": n(3) };
    const values = Object.entries(list).map(([cell, value]): TableValue => {
      return { unit: "THA", period: "2016", cell, value, ...(cell !== "sex=male" && { earlier: "shown" as const }) };
    });
    const linked = linkValues({ countsPersons: true, isCumulative: false, periods: ["2016"], values });
    expect(suppress(linked, { threshold: 5, random: seededRandom(1) }).lost).toEqual(["THA|2016|sex=male"]);
  });
});
