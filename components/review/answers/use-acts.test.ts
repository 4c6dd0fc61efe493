import { describe, expect, it } from "vitest";
import { type Choices, noAnswer } from "./choice";
import { whatIsLeft } from "./use-acts";

describe("an act that the server hasn't done", () => {
  const codes = ["a", "b"];
  const shown: Choices = { a: noAnswer, b: noAnswer, c: noAnswer };
  const answered = (isOwn: boolean) => ({ answer: "accept" as const, query: "", by: "N", isOwn, named: [] });

  it("can be tried again while something of it has no answer", () => {
    expect(whatIsLeft(codes, shown, { a: answered(false), c: answered(false) })).toBe("open");
    expect(whatIsLeft(codes, shown, null)).toBe("open");
  });

  it("can be tried again where a colleague took an answer back, which leaves none", () => {
    const takenBack = { ...answered(false), answer: null };
    expect(whatIsLeft(codes, shown, { a: answered(false), b: takenBack })).toBe("open");
  });

  it("was overtaken where others answered all of it, or the rest", () => {
    expect(whatIsLeft(codes, shown, { a: answered(false), b: answered(false) })).toBe("theirs");
    expect(whatIsLeft(codes, shown, { a: answered(true), b: answered(false) })).toBe("theirs");
  });

  it("is no matter any more where it was all decided from here", () => {
    expect(whatIsLeft(codes, shown, { a: answered(true), b: answered(true) })).toBe("none");
    expect(
      whatIsLeft(codes, { ...shown, a: { answer: "accept", query: "" }, b: { answer: "query", query: "Q" } }, null),
    ).toBe("none");
  });
});
