import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

const program = path.resolve(import.meta.dirname, "read-env.mjs");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "spaiv-env-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a program in the folder knows of a setting, or why it ended. */
function read(): Promise<{ code: number | string; said: string }> {
  const script = `await import(${JSON.stringify(program)}); console.log(process.env.SPAIV_DEMO)`;
  const { SPAIV_DEMO: _, ...env } = process.env;
  return new Promise((resolve) =>
    execFile(process.execPath, ["--input-type=module", "-e", script], { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, said: `${stdout}${stderr}`.trim() }),
    ),
  );
}

const env = (name: string) => path.join(folder, name);

it("takes settings from a file, also through a link, and does without one", async () => {
  expect(await read()).toEqual({ code: 0, said: "undefined" });
  writeFileSync(env("settings"), "SPAIV_DEMO=0\n");
  symlinkSync("settings", env(".env"));
  expect(await read()).toEqual({ code: 0, said: "0" });
});

it("ends in a sentence where settings are there and can't be read", async () => {
  symlinkSync("nowhere/settings", env(".env"));
  const lost = await read();
  expect(lost.code).toBe(1);
  expect(lost.said).toBe(
    `The settings in ${env(".env")} can't be read: it leads to a file that isn't there. Mend that, or remove it.`,
  );
  rmSync(env(".env"));
  mkdirSync(env(".env"));
  const folderInstead = await read();
  expect(folderInstead.code).toBe(1);
  expect(folderInstead.said).toContain("can't be read: it is a folder.");
});

it("ends in a sentence where only others may read them", async (context) => {
  // Nothing is closed to root.
  context.skip(process.getuid?.() === 0 || process.platform === "win32", "nothing is closed to this user");
  writeFileSync(env(".env"), "SPAIV_DEMO=0\n", { mode: 0 });
  expect(await read()).toEqual({ code: 1, said: expect.stringContaining("this user may not read it") });
});
