import { describe, expect, it } from "vitest";
import type { Memory } from "@/components/entry/state/unsent-cells";
import type { KeptWords } from "@/components/report/kept/kept-words";
import type { Choice } from "./choice";
import { begunQueries, fateOf, forgetQuery, type KeptChoice, lateQueries, takenUp, wordsBeside } from "./kept-choice";

const query = (words: string): Choice => ({ answer: "query", query: words });
const accepted: Choice = { answer: "accept", query: "" };
const kept = (change: Partial<KeptChoice>): KeptChoice => ({
  choice: query("One two"),
  before: query("One"),
  sent: query("One"),
  storedAt: null,
  ...change,
});
const read = "2026-03-02T08:00:10.000Z";
const [before, after] = ["2026-03-02T08:00:09.000Z", "2026-03-02T08:00:11.000Z"];

describe("a decision that the browser kept", () => {
  it("is over once the page has it", () => {
    expect(fateOf(kept({}), query("One two"), read)).toBe("over");
    expect(fateOf(kept({ choice: query(" \n"), before: query("One") }), { answer: null, query: "" }, read)).toBe(
      "over",
    );
  });

  it("goes on from what stood there when it was made", () => {
    expect(fateOf(kept({}), query("One"), read)).toBe("goesOn");
  });

  it("goes on from words of the same hand that were on their way, though nobody heard that they were stored", () => {
    expect(fateOf(kept({ before: accepted, sent: query("One t") }), query("One t"), read)).toBe("goesOn");
  });

  it("is newer than a page that was read before the server stored it, or the words before it", () => {
    const stored = { before: query("One two"), sent: query("One two"), storedAt: after };
    expect(fateOf(kept(stored), query("One"), read)).toBe("storedSince");
    expect(fateOf(kept({ ...stored, choice: query("One two three") }), query("One"), read)).toBe("goesOn");
  });

  it("isn't sent anew from a page of before, whatever that shows", () => {
    const stored = { choice: accepted, before: accepted, sent: accepted, storedAt: after };
    expect(fateOf(kept(stored), { answer: null, query: "" }, read)).toBe("storedSince");
    expect(fateOf(kept({ ...stored, choice: { answer: "accept", query: "Struck" } }), query("One"), read)).toBe(
      "storedSince",
    );
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

describe("words of a query that a decision struck", () => {
  it("are those that aren't asked", () => {
    expect(wordsBeside({ answer: "accept", query: "Struck" })).toBe("Struck");
    expect(wordsBeside({ answer: null, query: "Struck" })).toBe("Struck");
    expect(wordsBeside({ answer: "accept", query: " \n" })).toBe("");
    expect(wordsBeside(query("Asked"))).toBe("");
  });

  it("stay in the browser and stand ready, or are asked about beside another query, and nothing is sent", () => {
    const struck = kept({ choice: { answer: "accept", query: "Struck" }, before: accepted, sent: accepted });
    const { left, ...taken } = takenUp({ ...struck, storedAt: before }, accepted, read);
    expect(taken).toEqual({ fate: "over", shown: { answer: "accept", query: "Struck" }, since: null });
    for (const present of [accepted, { answer: null, query: "" }])
      expect(takenUp(left!, present, read)).toEqual({
        fate: "over",
        since: null,
        left,
        shown: { ...present, query: "Struck" },
      });
    expect(takenUp(left!, query("Theirs"), read)).toEqual({
      fate: "asked",
      since: null,
      left,
      shown: query("Struck"),
    });
    expect(takenUp(left!, query("Struck"), read)).toEqual({ fate: "over", shown: null, since: null, left: null });
    expect(takenUp({ ...struck, choice: accepted }, accepted, read).left).toBe(null);
  });
});

describe("a decision that was stored after its page was read", () => {
  it("is what the server is known to have", () => {
    const newer = kept({ choice: accepted, before: accepted, sent: accepted, storedAt: after });
    expect(takenUp(newer, { answer: null, query: "" }, read)).toEqual({
      fate: "storedSince",
      shown: accepted,
      left: newer,
      since: { choice: accepted, storedAt: after },
    });
  });
});

/** A browser's memory in which forms' words are kept. */
function memoryWith(words: Record<string, KeptWords>): Memory {
  const kept = new Map(Object.entries(words).map(([place, each]) => [`spaiv-words/${place}`, JSON.stringify(each)]));
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

describe("queries that wait in the browser", () => {
  const owner = { userId: 9, plan: "spaiv", unit: "KHM", period: "2017" };
  const waits = { submission: 3, code: "G2.1.1-b", query: "Which register?" };

  it("are those whose words nobody heard to be stored, on whichever submission", () => {
    const memory = memoryWith({
      "9/spaiv/KHM/2017/mark 3 G2.1.1-b": { mark: "query", query: waits.query, markBefore: "", queryBefore: "" },
      "9/spaiv/KHM/2017/mark 3 G1.1-a": { mark: "query", query: "One", markBefore: "query", queryBefore: "One" },
      "9/spaiv/KHM/2017/mark 4 G1.2-a": { mark: "accept", query: "", markBefore: "", queryBefore: "" },
      "9/spaiv/KHM/2017/mark 4 G1.3-a": { mark: "query", query: " ", markBefore: "", queryBefore: "" },
      "9/spaiv/KHM/2017/return 3": { reason: "Made up" },
      "8/spaiv/KHM/2017/mark 3 G1.4-a": { mark: "query", query: "Theirs", markBefore: "", queryBefore: "" },
    });
    expect(begunQueries(memory, owner)).toEqual([waits]);
    forgetQuery(memory, owner, waits);
    expect(begunQueries(memory, owner)).toEqual([]);
  });

  it("are late once their submission takes none, and forgotten if they arrived", () => {
    const memory = memoryWith({
      "9/spaiv/KHM/2017/mark 3 G2.1.1-b": { mark: "query", query: waits.query, markBefore: "", queryBefore: "" },
    });
    const late = (open: number | null, asked: Record<string, string[]>) => lateQueries(memory, owner, open, asked);
    expect(late(null, {})).toEqual([waits]);
    expect(late(4, { "G2.1.1-b": ["Another"], "G1.1-a": [waits.query] })).toEqual([waits]);
    expect(late(3, { "G2.1.1-b": [waits.query] })).toEqual([]);
    expect(begunQueries(memory, owner)).toEqual([waits]);
    expect(late(4, { "G2.1.1-b": ["Which register? "] })).toEqual([]);
    expect(begunQueries(memory, owner)).toEqual([]);
  });
});
