import { describe, expect, it } from "vitest";
import type { AsStored } from "@/components/entry/state/standing-stored";
import { isStoredAnswer } from "./stored-answers";

const at = { revision: 2, savedAt: "2017-04-10T07:02:00.000Z" };
const rules = {
  decimals: 0,
  stepCount: 0,
  lowest: "0",
  highest: null,
  mayExceedHundred: false,
  unit: null,
} as unknown as AsStored["rules"];
const number = (cells: AsStored["cells"]): AsStored => ({ rules: { ...rules, type: "number" }, cells });
const share = (cells: AsStored["cells"]): AsStored => ({ rules: { ...rules, type: "percentage" }, cells });

describe("an answer that was sent and not heard to be stored", () => {
  const stored = number({
    total: { value: { kind: "number", number: "1234" }, ...at },
    "sex=female": { value: { kind: "censored", below: 5 }, ...at },
  });

  it("is the report's once each of its cells stands there as it was typed", () => {
    const total = { "total|number": "1,234", "total|missingReason": "", "total|revision": "1" };
    expect(isStoredAnswer(total, stored)).toBe(true);
    expect(isStoredAnswer({ ...total, "sex=female|number": "<5", " sent": true }, stored)).toBe(true);
    expect(isStoredAnswer({ ...total, "sex=female|number": "4" }, stored)).toBe(false);
    expect(isStoredAnswer({ ...total, "sex=male|number": "3" }, stored)).toBe(false);
    expect(isStoredAnswer({ "sex=male|number": "", "sex=male|revision": "1" }, stored)).toBe(true);
  });

  it("is the browser's where another figure, or none, stands there, and where it can't be read", () => {
    for (const typed of ["1235", "", "12x4"]) expect(isStoredAnswer({ "total|number": typed }, stored)).toBe(false);
    expect(isStoredAnswer({ "total|number": "1234" }, number({}))).toBe(false);
    const reason = { "total|number": "", "total|missingReason": "notCollected" };
    expect(isStoredAnswer(reason, stored)).toBe(false);
    expect(
      isStoredAnswer(reason, number({ total: { value: { kind: "missing", reason: "notCollected" }, ...at } })),
    ).toBe(true);
  });

  it("isn't there yet as long as it stands as carried over", () => {
    const carried = number({ total: { value: { kind: "number", number: "9" }, ...at, carried: true } });
    expect(isStoredAnswer({ "total|number": "9" }, carried)).toBe(false);
  });

  it("of two numbers needs both: half of it says nothing of the other", () => {
    const ratio = { kind: "ratio", numerator: { exact: "4" }, denominator: { exact: "20" } } as const;
    const both = { "total|numerator": "4", "total|denominator": "20", "total|missingReason": "" };
    expect(isStoredAnswer(both, share({ total: { value: ratio, ...at } }))).toBe(true);
    expect(isStoredAnswer({ ...both, "total|denominator": "10" }, share({ total: { value: ratio, ...at } }))).toBe(
      false,
    );
    expect(isStoredAnswer({ "total|numerator": "4" }, share({ total: { value: ratio, ...at } }))).toBe(false);
  });

  it("counts words as the server writes them", () => {
    const words = { rules: { ...rules, type: "narrative" }, cells: {} } as AsStored;
    const text = { kind: "narrative", text: "Made up: two\nnetworks" } as const;
    const typed = { "total|text": "Made up: two\r\nnetworks ", "total|missingReason": "" };
    expect(isStoredAnswer(typed, { ...words, cells: { total: { value: text, ...at } } })).toBe(true);
    expect(isStoredAnswer(typed, words)).toBe(false);
  });
});
