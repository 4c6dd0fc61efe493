import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type FileKey, fileKey, InvalidFileKey, mostBytesOf } from "./file-key";
import { FileStoreAway, FileTooLarge } from "./file-store";
import { files } from "./files";
import { s3Settings } from "./s3-settings";
import { S3Store } from "./s3-store";
import { hasS3Server, type S3Server, startS3Server } from "./testing/s3-server";

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

const key = fileKey("fill-waiting", 3, "7-8", hash("a"));

const hostile = [
  "../../etc/passwd",
  "fill/../../secret",
  `fill/../${hash("a")}`,
  `fill/7-8/../${hash("a")}`,
  "fill",
  "",
  "/",
  `/fill/7-8/${hash("a")}`,
  `fill//${hash("a")}`,
  `fill/7-8/${hash("A")}`,
  `fill/7-8/${hash("a")}\0.csv`,
  `fill/7-8/${hash("a")}\n`,
  `fill/7-8/${hash("a")}/x`,
  `fill/7%2f8/${hash("a")}`,
  `fill\\7-8\\${hash("a")}`,
  `constructor/${hash("a")}`,
  `__proto__/${hash("a")}`,
  `pglite/${hash("a")}`,
  `preview/1/${hash("a")}`,
];

/** What every store does. */
function keepsFiles() {
  it("is there whole until it is removed", async () => {
    expect([await files.read(key), await files.open(key), await files.list("fill-waiting")]).toEqual([null, null, []]);
    await files.put(key, bytes("words"));
    expect(await text((await files.open(key))!)).toBe("words");
    expect(Buffer.from((await files.read(key))!).toString()).toBe("words");
    await files.remove([key, fileKey("fill-waiting", 3, "7-8", hash("b"))]);
    expect(await files.read(key)).toBeNull();
  });

  it("is listed by its kind, and by the first parts of its key, with its size and when it was put last", async () => {
    const other = fileKey("fill-waiting", 33, "7-8", hash("a"));
    const each = [key, other, fileKey("fill", "7-8", hash("a"))];
    const asked = Date.now();
    for (const one of each) await files.put(one, bytes("words"));
    expect((await files.list("fill-waiting")).map((file) => file.key).sort()).toEqual([key, other]);
    const [found] = await files.list("fill-waiting", 3);
    expect(found).toMatchObject({ key, size: 5 });
    // Stores that keep seconds alone may say the one that has begun.
    expect(+found!.seen).toBeGreaterThan(asked - 2_000);
    expect(await files.list("preview")).toEqual([]);
    await files.remove(each);
  });

  it("isn't kept where it is too large, nor a part of it", async () => {
    await expect(files.put(key, new Uint8Array(mostBytesOf(key) + 1))).rejects.toThrow(FileTooLarge);
    const whole = new Uint8Array(mostBytesOf(key)).fill(7);
    await files.put(key, whole);
    expect(await files.list("fill-waiting")).toMatchObject([{ size: whole.byteLength }]);
    expect(Buffer.from(whole).equals((await files.read(key))!)).toBe(true);
    await files.remove([key]);
  });

  it.each(hostile)("is asked for by no key that isn't one: %j", async (said) => {
    const key = said as FileKey;
    mkdirSync(data, { recursive: true });
    writeFileSync(path.join(parent, "secret"), "secret");
    for (const asked of [
      async () => files.put(key, bytes("hostile")),
      async () => files.read(key),
      async () => files.open(key),
      async () => files.remove([key]),
    ])
      await expect(asked()).rejects.toThrow(InvalidFileKey);
    expect(existsSync(path.join(parent, "secret"))).toBe(true);
    expect(readdirSync(data)).toEqual([]);
  });
}

describe("a file that is kept on the disk", () => {
  keepsFiles();

  it("is there for this user alone", async () => {
    await files.put(key, bytes("words"));
    expect(statSync(path.join(data, "files", "fill-waiting")).mode & 0o077).toBe(0);
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

// Debian: apt-get install python3-moto python3-flask-cors
describe.skipIf(!hasS3Server())("a file that is kept in a bucket (skipped without python3-moto)", () => {
  let server: S3Server;
  beforeAll(async () => {
    server = await startS3Server();
    Object.assign(process.env, server.env);
  }, 90_000);
  afterAll(async () => {
    for (const name of Object.keys(server.env)) delete process.env[name];
    await server.stop();
  });

  keepsFiles();

  it("is on no disk of this server, and there for another one of the same bucket", async () => {
    await files.put(key, bytes("words"));
    expect(existsSync(data)).toBe(false);
    expect(Buffer.from((await new S3Store(s3Settings()!).read(key))!).toString()).toBe("words");
    await files.remove([key]);
  });

  it("is among more than one answer lists", async () => {
    const many = Array.from({ length: 1_001 }, (_, at) => fileKey("source-dropped", at.toString(16).padStart(64, "0")));
    for (let at = 0; at < many.length; at += 50)
      await Promise.all(many.slice(at, at + 50).map((each) => files.put(each, Uint8Array.of(0))));
    expect((await files.list("source-dropped")).map((file) => file.key).sort()).toEqual(many.sort());
  }, 60_000);

  it.each([
    ["another secret", { secretAccessKey: "x".repeat(40) }, /403, SignatureDoesNotMatch/],
    ["another bucket", { address: "nothing" }, /404, NoSuchBucket/],
    ["a store that isn't there", { address: "http://127.0.0.1:65533/files" }, /can't be reached \(ECONNREFUSED\)/],
  ])("is neither there nor gone, but the store away, with %s", async (_, changes, why) => {
    const settings = { ...s3Settings()!, ...changes };
    if (settings.address === "nothing") settings.address = s3Settings()!.address.replace(/files$/, "nothing");
    const store = new S3Store(settings);
    for (const asked of [
      () => store.mustAnswer(),
      () => store.put(key, bytes("words")),
      () => store.read(key),
      () => store.list("fill"),
    ]) {
      const refused = await asked().then(
        () => null,
        (error: unknown) => error,
      );
      expect(refused).toBeInstanceOf(FileStoreAway);
      expect((refused as Error).message).toMatch(why);
      // It is written to the log.
      expect((refused as Error).message).not.toContain(hash("a"));
    }
  });
});

it("a key is made of ids and hashes alone", () => {
  expect(fileKey("fill", "7-8", hash("a"))).toBe(`fill/7-8/${hash("a")}`);
  for (const parts of [["7-8", "a.csv"], ["..", hash("a")], [hash("a")]])
    expect(() => fileKey("fill", ...parts)).toThrow(InvalidFileKey);
});
