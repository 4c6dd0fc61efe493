import { describe, expect, it } from "vitest";
import { together, wordsLeft } from "./kept-words";

const guards = (name: string) => [`revision|${name.split("|")[1]}`];

describe("words that are left of a form", () => {
  it("keep the guards that still belong to one of them, and no others", () => {
    const words = { "text|P1": "Mine", "isPublic|P1": true, "revision|P1": "3", "text|P2": "Gone", "revision|P2": "1" };
    const left = (gone: string) => wordsLeft(words, (name) => name === gone, guards);
    expect(left("text|P2")).toEqual({ "text|P1": "Mine", "isPublic|P1": true, "revision|P1": "3" });
    expect(left("text|P1")).toMatchObject({ "isPublic|P1": true, "revision|P1": "3" });
    expect(left("text|P1")).not.toHaveProperty(["text|P1"]);
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

  it("rest on the older version, whichever window comes last", () => {
    const both = { "text|P1": "Mine", "isPublic|P1": true, "revision|P1": "9" };
    expect(together(first, second, guards)).toEqual(both);
    expect(together(second, first, guards)).toEqual(both);
  });

  it("rest on their own version where nothing else is kept of their text", () => {
    expect(together(first, { "text|P2": "Mine too", "revision|P2": "1" }, guards)).toEqual({
      ...first,
      ...{ "text|P2": "Mine too", "revision|P2": "1" },
    });
    expect(together({}, second, guards)).toEqual(second);
  });
});
