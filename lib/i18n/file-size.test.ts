import { describe, expect, it } from "vitest";
import { fileSizeOf } from "./file-size";

describe("the size of a file", () => {
  it.each([
    [0, "0 byte"],
    [999, "999 byte"],
    [1_000, "1 kB"],
    [48_300, "48 kB"],
    [1_240_000, "1.2 MB"],
    [25_400_000, "25 MB"],
  ])("%i", (bytes, text) => {
    expect(fileSizeOf("en")(bytes)).toBe(text);
  });

  it("is written in the page's language", () => {
    expect(fileSizeOf("th")(1_240_000)).toBe("1.2 MB");
  });
});
