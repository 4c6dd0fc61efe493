import { describe, expect, it } from "vitest";
import { together, wordsLeft } from "./kept-words";

const guards = (name: string) => [`revision|${name.split("|")[1]}`];

describe("words that are left of a form", () => {
  it("keep the guards that still belong to one of them, and no others", () => {
    const words = { "text|P1": "Mine", "isPublic|P1": true, "revision|P1": "3", "text|P2": "Gone", "revision|P2": "1" };
    const left = (gone: string) => wordsLeft(words, (name) => name === gone, guards);
    expect(left("text|P2")).toEqual({ "text|P1": "Mine", "isPublic|P1": true, "revision|P1": "3" });
    // A box goes with what is written of its text.
    expect(left("text|P1")).toEqual({ "text|P2": "Gone", "revision|P2": "1" });
  });

  it("never lose a guard to a word that happens to be the same", () => {
    const words = { "text|P1": "3", "revision|P1": "3" };
    expect(wordsLeft(words, (_, word) => word === "4", guards)).toEqual(words);
    expect(wordsLeft(words, (_, word) => word === "3", guards)).toEqual({});
  });
});

describe("words of two windows", () => {
  const [first, second] = [
    { "text|P1": "Mine", "revision|P1": "9" },
    { "isPublic|P1": true, "revision|P1": "10" },
  ];

  it("never show to the public what another window wrote", () => {
    expect(together(first, second, guards)).toEqual(first);
    expect(together(second, first, guards)).toEqual(first);
    const [shown, hidden] = [
      { "text|P1": "For everyone", "isPublic|P1": true, "revision|P1": "9" },
      { "text|P1": "Internal only", "isPublic|P1": false, "revision|P1": "9" },
    ];
    expect(together(shown, hidden, guards)).toEqual(hidden);
    expect(together(hidden, shown, guards)).toEqual(shown);
    expect(together(shown, { "text|P1": "Internal only", "revision|P1": "9" }, guards)).not.toHaveProperty(
      "isPublic|P1",
    );
  });

  it("rest on the older version, whichever window comes last", () => {
    const [older, newer] = [
      { "text|P1": "Mine", "revision|P1": "9" },
      { "reason|P1": "Another field of that text", "revision|P1": "10" },
    ];
    const both = { ...newer, ...older };
    expect(together(older, newer, guards)).toEqual(both);
    expect(together(newer, older, guards)).toEqual(both);
  });

  it("rest on their own version where nothing else is kept of their text", () => {
    expect(together(first, { "text|P2": "Mine too", "revision|P2": "1" }, guards)).toEqual({
      ...first,
      "text|P2": "Mine too",
      "revision|P2": "1",
    });
    expect(together({}, second, guards)).toEqual(second);
  });
});
