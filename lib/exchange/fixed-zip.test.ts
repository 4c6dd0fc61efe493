import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { fixedZip } from "./fixed-zip";

describe("a zip of a day", () => {
  const parts = [
    { name: "a.txt", content: ["one ", "ក"] },
    { name: "b.bin", content: new Uint8Array([0, 1, 2]) },
  ];

  it("holds its parts in their order", async () => {
    const files = unzipSync(await fixedZip(parts, "2018-06-14"));
    expect(Object.keys(files)).toEqual(["a.txt", "b.bin"]);
    expect(strFromU8(files["a.txt"]!)).toBe("one ក");
    expect(files["b.bin"]).toEqual(new Uint8Array([0, 1, 2]));
  });

  it("is the same each time, and another on another day", async () => {
    const [one, same, other] = await Promise.all(
      ["2018-06-14", "2018-06-14", "2018-06-15"].map((day) => fixedZip(parts, day)),
    );
    expect(Buffer.from(one!).equals(same!)).toBe(true);
    expect(Buffer.from(one!).equals(other!)).toBe(false);
  });

  it("fails as the texts of a part fail, and ends nothing else", async () => {
    function* broken() {
      yield "begun";
      throw new RangeError("too long");
    }
    await expect(fixedZip([{ name: "a", content: broken() }, ...parts], "2018-06-14")).rejects.toThrow("too long");
    await expect(fixedZip([...parts, { name: "a", content: broken() }], "2018-06-14")).rejects.toThrow("too long");
  });
});
