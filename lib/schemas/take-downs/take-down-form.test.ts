import { describe, expect, it } from "vitest";
import { takeDownForm } from "./take-down-form";

const typed = {
  plan: "spaiv",
  unit: "KHM",
  period: "2016",
  locale: "en",
  part: "P1 progress",
  reason: "It names her.",
};
const problemOf = (change: Record<string, unknown>) =>
  takeDownForm.safeParse({ ...typed, ...change }).error?.issues.map(({ path, message }) => [path[0], message]) ?? [];

describe("what is taken down", () => {
  it("is a text or a value", () => {
    expect(takeDownForm.parse(typed).part).toEqual({ kind: "narrative", pillar: "P1", narrative: "progress" });
    expect(takeDownForm.parse({ ...typed, part: "G1.1-a" }).part).toEqual({ kind: "value", indicator: "G1.1-a" });
  });

  it("has to be chosen", () => {
    expect(problemOf({ part: "" })).toEqual([["part", "choiceMissing"]]);
  });

  it.each(["P1 gossip", "P1 progress lessons", " ", "G1.1-a; DROP", "../G1.1-a", "x".repeat(41)])(
    "is nothing else, such as %j",
    (part) => {
      expect(problemOf({ part })).toEqual([["part", "fieldInvalid"]]);
    },
  );
});
