import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { testDatabase } from "@/lib/server/db/testing";
import { draftName } from "./drafts";
import { startRegularBackups } from "./regular-backups";

it("a start removes the copy that a killed server left, also where no backups are wanted any more", async () => {
  const database = await testDatabase();
  const folder = mkdtempSync(path.join(tmpdir(), "spaiv-regular-"));
  onTestFinished(async () => {
    delete process.env.SPAIV_BACKUP_DIR;
    delete process.env.SPAIV_BACKUP_HOURS;
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  Object.assign(process.env, { SPAIV_BACKUP_DIR: folder, SPAIV_BACKUP_HOURS: "0" });
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const copy = path.join(folder, draftName("copy", { pid, began: null, host: hostname() }), "pglite");
  mkdirSync(copy, { recursive: true });
  writeFileSync(path.join(copy, "PG_VERSION"), "18");
  await startRegularBackups();
  expect(readdirSync(folder)).toEqual([]);
});
