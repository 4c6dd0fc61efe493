import { describe, expect, it } from "vitest";
import { forgetUnsent, keepUnsent, type Memory, unsentCells, unsentReports } from "./unsent-cells";

/** A browser's storage as far as it is used. */
function memory(kept = new Map<string, string>()): Memory {
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}
const thailand = { userId: 7, plan: "spaiv", unit: "THA", period: "2016" };
const unsent = (cell: string, number: string) => ({
  indicator: "G5.1-a",
  cell,
  expectedRevision: 2,
  entered: { kind: "number" as const, number, missingReason: "" },
});

describe("what waits in the browser", () => {
  it("is there again, by person and report, until it is forgotten", () => {
    const browser = memory();
    keepUnsent(browser, thailand, unsent("total", "402"));
    keepUnsent(browser, thailand, unsent("total", "403"));
    keepUnsent(browser, thailand, unsent("sex=female", "3-4"));
    expect(unsentCells(browser, thailand)).toEqual([unsent("sex=female", "3-4"), unsent("total", "403")]);
    expect(unsentCells(browser, { ...thailand, userId: 8 })).toEqual([]);
    expect(unsentCells(browser, { ...thailand, userId: 70 })).toEqual([]);
    expect(unsentCells(browser, { ...thailand, period: "2017" })).toEqual([]);
    expect(unsentReports(browser, 7)).toEqual([{ plan: "spaiv", unit: "THA", period: "2016", changes: 2, refused: 0 }]);
    // Another window keeps 403 by now.
    forgetUnsent(browser, thailand, unsent("total", "402"));
    expect(unsentCells(browser, thailand)).toHaveLength(2);
    forgetUnsent(browser, thailand, { ...unsent("total", "403"), refused: undefined });
    expect(unsentCells(browser, thailand)).toEqual([unsent("sex=female", "3-4")]);
  });

  it("says apart what was refused, which opening the report doesn't send", () => {
    const browser = memory();
    keepUnsent(browser, thailand, unsent("total", "402"));
    keepUnsent(browser, thailand, { ...unsent("sex=female", "3"), refused: { key: "notAssigned" } });
    expect(unsentReports(browser, 7)).toEqual([{ plan: "spaiv", unit: "THA", period: "2016", changes: 1, refused: 1 }]);
  });

  it("stays where it can't be read", () => {
    const kept = new Map([
      ["spaiv-unsent/7/spaiv/THA/2016/G5.1-a total", "{"],
      ["spaiv-unsent/7/spaiv/THA/2016/G5.1-b total", JSON.stringify({ indicator: "G5.1-b" })],
    ]);
    expect(unsentCells(memory(kept), thailand)).toEqual([]);
    expect(kept.size).toBe(2);
  });

  it("is none where the browser keeps nothing", () => {
    const fails = () => {
      throw new DOMException("no", "QuotaExceededError");
    };
    const full: Memory = { length: 0, key: fails, getItem: fails, setItem: fails, removeItem: fails };
    expect(keepUnsent(full, thailand, unsent("total", "1"))).toBe(false);
    expect(() => forgetUnsent(full, thailand, unsent("total", "1"))).not.toThrow();
  });
});
