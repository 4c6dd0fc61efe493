import { describe, expect, it } from "vitest";
import { seenField, seenIn, seenText } from "@/lib/schemas/reports/review-fields";
import { type Choice, type Choices, noAnswer } from "./choice";
import { afterRefusal } from "./refused-form";

const query = (words: string): Choice => ({ answer: "query", query: words });
const accepted: Choice = { answer: "accept", query: "" };
const rows = (choices: Choices) => Object.entries(choices).map(([code, choice]) => ({ code, ...choice }));
const told = {
  field: "answer:X",
  key: "answeredMeanwhile",
  args: { answer: "query", query: "Theirs", by: "N", at: "" },
};

/** A form of a page that showed `shown`, refused with `entered` in it; by now `present` stands. */
function refused(
  { shown, entered, present }: Record<"shown" | "entered" | "present", Choices>,
  { problems = [] as (typeof told)[], before = {} } = {},
) {
  const fields = Object.entries(entered).flatMap(([code, { answer, query }]) => [
    ...(answer ? [[`answer:${code}`, [answer]]] : []),
    [`query:${code}`, [query]],
  ]);
  const state = { entered: { ...Object.fromEntries(fields), [seenField]: [seenText(rows(shown), before)] }, problems };
  const { choices, seen, unsaved } = afterRefusal(present, state);
  const sentNext = Object.fromEntries(seenIn(seenText(rows(present), seen)));
  return { choices, seen: sentNext, unsaved };
}
const seenOf = (choice: Choice) => seenIn(seenText([{ code: "X", ...choice }]))[0]![1];

describe("a page's form that was refused", () => {
  it("shows what stands where its person changed nothing", () => {
    const shown = { X: query("First words"), Y: accepted, Z: noAnswer, W: noAnswer };
    const present = { X: query("Other words"), Y: noAnswer, Z: noAnswer, W: accepted };
    const { choices, seen, unsaved } = refused({ shown, entered: { ...shown, Z: query("") }, present });
    expect(unsaved).toEqual(["Z"]);
    expect(choices).toEqual({ ...present, Z: query("") });
    expect(seen).toEqual({ X: seenOf(query("Other words")), Y: "", Z: "", W: "accept" });
  });

  it("keeps what was changed, with what its person had seen", () => {
    const shown = { X: query("First words"), Y: accepted };
    const entered = { X: query("First words, and mine"), Y: query("Mine") };
    const present = { X: query("Other words"), Y: noAnswer };
    const { choices, seen } = refused({ shown, entered, present });
    expect(choices).toEqual(entered);
    expect(seen).toEqual({ X: seenOf(query("First words")), Y: "accept" });
    // And once more, from that page.
    const again = refused({ shown: present, entered, present }, { before: seen });
    expect(again).toEqual({ choices, seen, unsaved: ["X", "Y"] });
  });

  it("counts another's answer as seen once it was told", () => {
    const change = { shown: { X: noAnswer }, entered: { X: query("Mine") } };
    const { choices, seen } = refused({ ...change, present: { X: query("Newer still") } }, { problems: [told] });
    expect(choices.X).toEqual(query("Mine"));
    expect(seen.X).toBe(seenOf(query("Theirs")));
  });

  it("goes on from what was stored beside what was refused", () => {
    const change = { shown: { X: noAnswer }, entered: { X: query("Mine") } };
    const { seen, unsaved } = refused({ ...change, present: { X: query("Mine") } });
    expect([seen.X, unsaved]).toEqual([seenOf(query("Mine")), []]);
  });

  it("keeps words that were typed without a choice", () => {
    const change = { shown: { X: noAnswer }, entered: { X: { answer: null, query: "Typed" } } };
    expect(refused({ ...change, present: { X: accepted } }).choices.X).toEqual({ answer: "accept", query: "Typed" });
    expect(refused({ ...change, present: { X: query("Theirs") } })).toEqual({
      choices: { X: { answer: null, query: "Typed" } },
      seen: { X: "" },
      unsaved: ["X"],
    });
  });
});
