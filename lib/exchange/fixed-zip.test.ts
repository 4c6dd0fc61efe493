import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { fixedZip } from "./fixed-zip";

describe("a zip of a day", () => {
  const parts = [
    { name: "a.txt", content: ["one ", "ក"] },
    { name: "b.bin", content: new Uint8Array([0, 1, 2]) },
  ];

  it("holds its parts in their order", () => {
    const files = unzipSync(fixedZip(parts, "2018-06-14"));
    expect(Object.keys(files)).toEqual(["a.txt", "b.bin"]);
    expect(strFromU8(files["a.txt"]!)).toBe("one ក");
    expect(files["b.bin"]).toEqual(new Uint8Array([0, 1, 2]));
  });

  it("is the same each time, and another on another day", () => {
    const [one, same, other] = ["2018-06-14", "2018-06-14", "2018-06-15"].map((day) => fixedZip(parts, day));
    expect(Buffer.from(one!).equals(same!)).toBe(true);
    expect(Buffer.from(one!).equals(other!)).toBe(false);
  });

  it("fails as the texts of a part fail, and ends nothing else", () => {
    function* broken() {
      yield "begun";
      throw new RangeError("too long");
    }
    expect(() => fixedZip([{ name: "a", content: broken() }, ...parts], "2018-06-14")).toThrow("too long");
    expect(() => fixedZip([...parts, { name: "a", content: broken() }], "2018-06-14")).toThrow("too long");
  });
});
