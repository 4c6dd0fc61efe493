import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { files } from "./disk-store";
import { type FileKey, fileKey, InvalidFileKey, mostBytesOf } from "./file-key";
import { FileTooLarge } from "./file-store";

const bytes = (words: string) => new TextEncoder().encode(words);
const hash = (digit: string) => digit.repeat(64);

let parent: string;
let data: string;
const before = process.env.SPAIV_DATA_DIR;
beforeAll(() => {
  parent = mkdtempSync(path.join(tmpdir(), "spaiv-store-"));
});
beforeEach(() => {
  data = path.join(parent, "data");
  rmSync(data, { recursive: true, force: true });
  process.env.SPAIV_DATA_DIR = data;
});
afterAll(() => {
  rmSync(parent, { recursive: true });
  if (before === undefined) delete process.env.SPAIV_DATA_DIR;
  else process.env.SPAIV_DATA_DIR = before;
});

describe("a kept file", () => {
  const key = fileKey("fill-waiting", 3, "7-8", hash("a"));

  it("is there whole, for this user alone, until it is removed", async () => {
    expect([await files.read(key), await files.open(key), await files.list("fill-waiting")]).toEqual([null, null, []]);
    await files.put(key, bytes("words"));
    expect(await text((await files.open(key))!)).toBe("words");
    expect(Buffer.from((await files.read(key))!).toString()).toBe("words");
    expect(statSync(path.join(data, "files", "fill-waiting")).mode & 0o077).toBe(0);
    await files.remove([key, fileKey("fill-waiting", 3, "7-8", hash("b"))]);
    expect(await files.read(key)).toBeNull();
  });

  it("is listed by its kind, and by the first parts of its key", async () => {
    const other = fileKey("fill-waiting", 33, "7-8", hash("a"));
    for (const each of [key, other, fileKey("fill", "7-8", hash("a"))]) await files.put(each, bytes("words"));
    expect((await files.list("fill-waiting")).map((file) => file.key).sort()).toEqual([key, other]);
    expect(await files.list("fill-waiting", 3)).toMatchObject([{ key, size: 5 }]);
    expect(await files.list("preview")).toEqual([]);
  });

  it("isn't kept where it is too large, nor a part of it", async () => {
    await expect(files.put(key, new Uint8Array(mostBytesOf(key) + 1))).rejects.toThrow(FileTooLarge);
    await files.put(key, new Uint8Array(mostBytesOf(key)));
    expect(await files.list("fill-waiting")).toHaveLength(1);
  });

  it("isn't what was half written, which goes after an hour, or what a stranger put there", async () => {
    await files.put(key, bytes("words"));
    const folder = path.join(data, "files", "fill-waiting", "3", "7-8");
    const [old, fresh] = [1, 2].map((digit) => `${hash("b")}.${String(digit).repeat(8)}-0000-0000-0000-000000000000`);
    for (const name of [old!, fresh!, "notes.txt"]) writeFileSync(path.join(folder, name), "half");
    const then = new Date(Date.now() - 2 * 3_600_000);
    for (const name of [old!, "notes.txt"]) utimesSync(path.join(folder, name), then, then);
    expect(await files.list("fill-waiting")).toHaveLength(1);
    await files.removeDrafts(new Date());
    expect(readdirSync(folder).sort()).toEqual([hash("a"), fresh, "notes.txt"].sort());
  });
});

describe("a key", () => {
  const hostile = [
    ...["../../etc/passwd", "fill/../../secret", `fill/../${hash("a")}`, `fill/7-8/../${hash("a")}`, "fill", "", "/"],
    ...[`/fill/7-8/${hash("a")}`, `fill//${hash("a")}`, `fill/7-8/${hash("A")}`, `fill/7-8/${hash("a")}\0.csv`],
    ...[`fill/7-8/${hash("a")}\n`, `fill/7-8/${hash("a")}/x`, `fill/7%2f8/${hash("a")}`, `fill\\7-8\\${hash("a")}`],
    ...[`constructor/${hash("a")}`, `__proto__/${hash("a")}`, `pglite/${hash("a")}`, `preview/1/${hash("a")}`],
  ];

  it.each(hostile)("that isn't one is refused by everything: %j", async (said) => {
    const key = said as FileKey;
    mkdirSync(data, { recursive: true });
    writeFileSync(path.join(parent, "secret"), "secret");
    for (const asked of [
      () => files.put(key, bytes("hostile")),
      async () => files.read(key),
      async () => files.open(key),
      () => files.remove([key]),
    ])
      await expect(asked()).rejects.toThrow(InvalidFileKey);
    expect(existsSync(path.join(parent, "secret"))).toBe(true);
    expect(readdirSync(data)).toEqual([]);
  });

  it("is made of ids and hashes alone", () => {
    expect(fileKey("fill", "7-8", hash("a"))).toBe(`fill/7-8/${hash("a")}`);
    for (const parts of [["7-8", "a.csv"], ["..", hash("a")], [hash("a")]])
      expect(() => fileKey("fill", ...parts)).toThrow(InvalidFileKey);
  });
});
