import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diskFault, folderFault } from "./disk-fault";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "spaiv-disk-"));
  writeFileSync(path.join(folder, "file"), "");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  delete process.env.SPAIV_DATA_DIR;
});

const inFolder = (...names: string[]) => path.join(folder, ...names);

/** What the work throws. */
function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("a file or folder that can't be used", () => {
  it("is named in a sentence that says why", () => {
    const sentenceOf = (work: () => unknown) => diskFault(thrown(work));
    expect(sentenceOf(() => writeFileSync(inFolder("gone", "x"), ""))).toBe(
      `${inFolder("gone", "x")} can't be used: there is no such file or folder. Make it, or name another place.`,
    );
    expect(sentenceOf(() => mkdirSync(inFolder("file")))).toContain("a file stands where a folder is needed");
    expect(sentenceOf(() => mkdirSync(inFolder("file", "x")))).toContain("a file stands where a folder is needed");
    expect(sentenceOf(() => readFileSync(folder))).toBeNull();
    expect(sentenceOf(() => writeFileSync(folder, ""))).toContain("a folder stands where a file is needed");
  });

  it("is told by the setting's name where it is the data folder", () => {
    process.env.SPAIV_DATA_DIR = inFolder("file", "data");
    const error = thrown(() => mkdirSync(inFolder("file", "data", "pglite"), { recursive: true }));
    expect(diskFault(error)).toBe(
      `${inFolder("file", "data")} can't be used: a file stands where a folder is needed. Move it away, or name another place in SPAIV_DATA_DIR.`,
    );
  });

  it("is a full disk's, also where a database says so and a migration failed of it", () => {
    const sentence = "The disk is full. Make room, and do it again.";
    const ofDatabase = Object.assign(new Error("could not extend file"), { code: "53100" });
    expect(diskFault(new Error("Migration x failed", { cause: ofDatabase }))).toBe(sentence);
    const ended = 'The embedded database ended: could not write to file "pg_wal/x": No space left on device';
    expect(diskFault(Object.assign(new Error(ended), { code: "57P02" }))).toBe(sentence);
    if (existsSync("/dev/full")) expect(diskFault(thrown(() => writeFileSync("/dev/full", "x")))).toBe(sentence);
  });

  it("is no socket, no program and no defect", async () => {
    const away = await new Promise((resolve) => connect(inFolder("gone.sock")).once("error", resolve));
    expect(away).toMatchObject({ code: "ENOENT" });
    const missing = spawnSync(inFolder("no-program")).error;
    expect(missing).toMatchObject({ code: "ENOENT" });
    for (const error of [away, missing, new TypeError("undefined is not a function"), null])
      expect(diskFault(error)).toBeNull();
  });
});

describe("a setting's folder", () => {
  it("will do where it is, or can be made, and isn't made yet", () => {
    expect(folderFault("SPAIV_DATA_DIR", folder)).toBeNull();
    expect(folderFault("SPAIV_DATA_DIR", inFolder("a", "b"))).toBeNull();
    expect(existsSync(inFolder("a"))).toBe(false);
  });

  it("won't do where a file is, or stands in the way", () => {
    for (const place of [inFolder("file"), inFolder("file", "data")])
      expect(folderFault("SPAIV_BACKUP_DIR", place)).toBe(
        `${place} can't be used: a file stands where a folder is needed. Move it away, or name another place in SPAIV_BACKUP_DIR.`,
      );
  });

  it("won't do where this user may not write", (context) => {
    // Nothing is closed to root.
    context.skip(process.getuid?.() === 0 || process.platform === "win32", "nothing is closed to this user");
    mkdirSync(inFolder("closed"), { mode: 0o500 });
    expect(folderFault("SPAIV_DATA_DIR", inFolder("closed", "data"))).toContain("this user has no permission there");
  });
});
