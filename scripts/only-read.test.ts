import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";

const tsx = path.resolve("node_modules/tsx/dist/cli.mjs");

// A restore takes an empty place only.
it.each([
  [["scripts/migrate.ts", "status"], 0, /^missing {2}\d+_\w+$/m],
  [["scripts/backup.ts", "one.tar.gz"], 1, /^There is nothing to back up/],
] as const)("%j makes no database where there is none", (command, status, said) => {
  const folder = mkdtempSync(path.join(tmpdir(), "spaiv-read-"));
  const env = { ...process.env, DATABASE_URL: "", SPAIV_DATA_DIR: path.join(folder, "data"), INIT_CWD: folder };
  try {
    const ended = spawnSync(process.execPath, [tsx, "--conditions=react-server", ...command], {
      env,
      encoding: "utf8",
    });
    expect(ended.stdout + ended.stderr).toMatch(said);
    expect(ended.status).toBe(status);
    expect(readdirSync(folder)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
