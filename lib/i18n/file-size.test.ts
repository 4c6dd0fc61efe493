import { describe, expect, it } from "vitest";
import { fileSizeOf } from "./file-size";

describe("the size of a file", () => {
  it.each([
    [0, "0 bytes"],
    [1, "1 byte"],
    [287, "287 bytes"],
    [999, "999 bytes"],
    [1_000, "1 kB"],
    [48_300, "48 kB"],
    [1_240_000, "1.2 MB"],
    [25_400_000, "25 MB"],
  ])("%i", (bytes, text) => {
    expect(fileSizeOf("en")(bytes)).toBe(text);
  });

  it("is written in the page's language", () => {
    expect([287, 48_300, 1_240_000].map(fileSizeOf("th"))).toEqual(["287 ไบต์", "48 kB", "1.2 MB"]);
  });
});
