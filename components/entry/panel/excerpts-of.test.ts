import { describe, expect, it } from "vitest";
import { excerptOf, excerptsOf } from "./excerpts-of";

const long = "First part, with a tab. Second line: 12 cases were opened in the provinces";

describe("a few words of a long text", () => {
  it("are its first, and all of a short one", () => {
    expect(excerptOf("Two words")).toBe("Two words");
    expect(excerptOf(long)).toBe("First part, with a tab. Second line: 12 …");
  });

  it("are those where two versions part", () => {
    expect(excerptsOf(`${long} More.`, long)).toEqual(["… in the provinces More.", "… in the provinces"]);
    const amid = long.replace("were opened", "were closed");
    expect(excerptsOf(long, amid)).toEqual([
      "… 12 cases were opened in the provinces",
      "… 12 cases were closed in the provinces",
    ]);
  });

  it("are the first where these differ, and all of two short ones", () => {
    expect(excerptsOf("12", "125")).toEqual(["12", "125"]);
    expect(excerptsOf(long, "Second")).toEqual(["First part, with a tab. Second line: 12 …", "Second"]);
    expect(excerptsOf("", long)).toEqual(["", "First part, with a tab. Second line: 12 …"]);
  });

  it("never show two different texts alike, without spaces either", () => {
    const thai = "ก".repeat(100);
    const [one, other] = excerptsOf(`${thai}ข`, thai);
    expect(one).not.toBe(other);
  });
});
