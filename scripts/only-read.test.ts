import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";

const tsx = path.resolve("node_modules/tsx/dist/cli.mjs");

/** Runs a command as somebody who stands in an empty folder. */
function run(command: readonly string[], env: (folder: string) => Record<string, string>) {
  const folder = mkdtempSync(path.join(tmpdir(), "spaiv-read-"));
  const [script = "", ...args] = command;
  try {
    const { INIT_CWD: _, ...own } = process.env;
    const ended = spawnSync(process.execPath, [tsx, "--conditions=react-server", path.resolve(script), ...args], {
      cwd: folder,
      env: { ...own, DATABASE_URL: "", TSX_TSCONFIG_PATH: path.resolve("tsconfig.json"), ...env(folder) },
      encoding: "utf8",
    });
    return { status: ended.status, said: ended.stdout + ended.stderr, left: readdirSync(folder), folder };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// A restore takes an empty place only.
it.each([
  [["scripts/migrate.ts", "status"], 0, /^missing {2}\d+_\w+$/m],
  [["scripts/backup.ts", "one.tar.gz"], 1, /^There is nothing to back up/],
  [
    ["scripts/audit-erase.ts", "--stream", "a", "--event", "1", "--reason", "b", "--by", "c@d.example"],
    1,
    /no database yet/,
  ],
  [["scripts/audit-verify.ts"], 1, /^There is no database yet/],
  [["scripts/results-correct.ts", "--check"], 1, /^There is no database yet/],
] as const)("%j makes no database where there is none", (command, status, said) => {
  const ended = run(command, (folder) => ({ SPAIV_DATA_DIR: path.join(folder, "data") }));
  expect(ended.said).toMatch(said);
  expect(ended.status).toBe(status);
  expect(ended.left).toEqual([]);
});

it("means a file by its name from where the caller stands", () => {
  const ended = run(["scripts/restore.ts", "one.tar.gz"], (folder) => ({ SPAIV_DATA_DIR: path.join(folder, "data") }));
  expect(ended.said).toContain(path.join(ended.folder, "one.tar.gz"));
});

it("calls no migration missing where it can't look", () => {
  const ended = run(["scripts/migrate.ts", "status"], (folder) => {
    writeFileSync(path.join(folder, "file"), "");
    return { SPAIV_DATA_DIR: path.join(folder, "file") };
  });
  expect(ended.said.trim()).toBe(
    `${path.join(ended.folder, "file")} can't be used: a file stands where a folder is needed. Move it away, or name another place in SPAIV_DATA_DIR.`,
  );
  expect(ended.status).toBe(1);
});

it("calls no migration missing where it may not look", (context) => {
  // Nothing is closed to root.
  context.skip(process.getuid?.() === 0 || process.platform === "win32", "nothing is closed to this user");
  const ended = run(["scripts/migrate.ts", "status"], (folder) => {
    mkdirSync(path.join(folder, "closed"), { mode: 0 });
    return { SPAIV_DATA_DIR: path.join(folder, "closed", "data") };
  });
  expect(ended.said).toContain("this user has no permission there");
  expect(ended.status).toBe(1);
});
