import { describe, expect, it } from "vitest";
import type { ValueWarning } from "../values/value-warning";
import { lookCause, type Submitted } from "./clean";

const clean: Submitted = {
  warnings: [],
  wasAsked: false,
  isChanged: false,
  isMissing: false,
  hasWordsToLookAt: false,
  wasAccepted: false,
};
const warning = {
  code: "bigChange",
  level: "warning",
  direction: "higher",
  percent: "80",
  isLeast: false,
  period: "2015",
  before: { kind: "number", number: "1" },
} as ValueWarning;

describe("what a reviewer has to look at", () => {
  it("is nothing of a value that nothing speaks against, nor of one with a note", () => {
    expect(lookCause(clean)).toBeNull();
    expect(lookCause({ ...clean, warnings: [{ ...warning, level: "info" } as unknown as ValueWarning] })).toBeNull();
  });

  it.each([
    ["asked", { wasAsked: true }],
    ["warning", { warnings: [warning] }],
    ["changed", { isChanged: true }],
    ["missing", { isMissing: true }],
    ["words", { hasWordsToLookAt: true }],
  ] as const)("is what is %s", (cause, submitted) => {
    expect(lookCause({ ...clean, ...submitted })).toBe(cause);
  });

  it("isn't a reason or words that were accepted before, but a warning all the same", () => {
    expect(lookCause({ ...clean, isMissing: true, hasWordsToLookAt: true, wasAccepted: true })).toBeNull();
    expect(lookCause({ ...clean, warnings: [warning], wasAccepted: true })).toBe("warning");
  });

  it("is told by what weighs most", () => {
    const all = { warnings: [warning], wasAsked: true, isChanged: true, isMissing: true, hasWordsToLookAt: true };
    expect(lookCause({ ...clean, ...all })).toBe("asked");
    expect(lookCause({ ...clean, ...all, wasAsked: false })).toBe("warning");
  });
});
