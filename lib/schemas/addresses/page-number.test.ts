import { describe, expect, it } from "vitest";
import { pageNumber } from "./page-number";

describe("a page's number in an address", () => {
  it.each([
    [undefined, 1],
    ["1", 1],
    ["27", 27],
    ["0", null],
    ["-1", null],
    ["01", null],
    ["1e3", null],
    ["2.5", null],
    ["", null],
    ["12345678", null],
    [["1", "2"], null],
  ])("%j is %j", (asked, page) => {
    expect(pageNumber(asked)).toBe(page);
  });
});
