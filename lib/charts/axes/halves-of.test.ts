import { describe, expect, it } from "vitest";
import { halvesOf } from "./halves-of";

describe("a blank's words in two lines", () => {
  it("are broken between words near the middle, in a script without spaces too", () => {
    expect(halvesOf("no approved report", "en")).toEqual(["no approved", "report"]);
    const [one, other] = halvesOf("ยังไม่มีรายงานที่ได้รับอนุมัติ", "th")!;
    expect(one + other).toBe("ยังไม่มีรายงานที่ได้รับอนุมัติ");
    expect(Math.abs(one.length - other.length)).toBeLessThan(8);
  });

  it("are none where there is one word", () => {
    expect(halvesOf("suppressed", "en")).toBeNull();
  });
});
