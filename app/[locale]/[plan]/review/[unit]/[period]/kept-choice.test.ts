import { describe, expect, it } from "vitest";
import type { Choice } from "./choice";
import { fateOf, type KeptChoice } from "./kept-choice";

const query = (words: string): Choice => ({ mark: "query", query: words });
const accepted: Choice = { mark: "accept", query: "" };
const kept = (change: Partial<KeptChoice>): KeptChoice => ({
  ...{ choice: query("One two"), before: query("One"), sent: query("One"), storedAt: null },
  ...change,
});
const read = "2026-03-02T08:00:10.000Z";
const [before, after] = ["2026-03-02T08:00:09.000Z", "2026-03-02T08:00:11.000Z"];

describe("a decision that the browser kept", () => {
  it("is over once the page has it", () => {
    expect(fateOf(kept({}), query("One two"), read)).toBe("over");
    expect(fateOf(kept({ choice: query(" \n"), before: query("One") }), { mark: null, query: "" }, read)).toBe("over");
  });

  it("goes on from what stood there when it was made", () => {
    expect(fateOf(kept({}), query("One"), read)).toBe("goesOn");
  });

  it("goes on from words of the same hand that were on their way, though nobody heard that they were stored", () => {
    expect(fateOf(kept({ before: accepted, sent: query("One t") }), query("One t"), read)).toBe("goesOn");
  });

  it("is newer than a page that was read before the server stored it, or the words before it", () => {
    const stored = { before: query("One two"), sent: query("One two"), storedAt: after };
    expect(fateOf(kept(stored), query("One"), read)).toBe("goesOn");
    expect(fateOf(kept({ ...stored, choice: query("One two three") }), query("One"), read)).toBe("goesOn");
  });

  it("is over where it was stored and somebody decided otherwise since", () => {
    const stored = { before: query("One two"), sent: query("One two"), storedAt: before };
    expect(fateOf(kept(stored), accepted, read)).toBe("over");
  });

  it("is for a person to say where somebody decided otherwise, if it has words", () => {
    expect(fateOf(kept({}), accepted, read)).toBe("asked");
    expect(fateOf(kept({ choice: accepted }), query("Theirs"), read)).toBe("over");
  });
});
