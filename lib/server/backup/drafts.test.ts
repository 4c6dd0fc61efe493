import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { draftName, removeLeftDrafts, withDraft } from "./drafts";

const folderWith = (...drafts: string[]) => {
  const folder = mkdtempSync(path.join(tmpdir(), "spaiv-drafts-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const draft of drafts) writeFileSync(path.join(folder, draft), "");
  return folder;
};
const gone = { pid: spawnSync(process.execPath, ["--version"]).pid, began: "1", host: hostname() };

it("of a process that is gone are removed, with all that is in them, and nothing else is", async () => {
  const others = [draftName("backup"), ".spaiv-backup-of-somebody", "spaiv-backup-20261126T080000Z.tar.gz", ".bashrc"];
  const copy = draftName("copy", gone);
  const folder = folderWith(draftName("backup", gone), ...others);
  mkdirSync(path.join(folder, copy, "pglite"), { recursive: true });
  await removeLeftDrafts(folder);
  expect(readdirSync(folder).sort()).toEqual(others.sort());
});

it("of another host are removed once nobody touches them any more", async () => {
  const [touched, left] = [1, 2].map((pid) => draftName("backup", { pid, began: null, host: "näs-1.example/b" }));
  const folder = folderWith(touched!, left!);
  const before = new Date(Date.now() - 60_000);
  utimesSync(path.join(folder, left!), before, before);
  await removeLeftDrafts(folder);
  expect(readdirSync(folder)).toEqual([touched]);
});

it("end with the work on them, also where it fails", async () => {
  const folder = folderWith();
  const failing = withDraft("backup", folder, async (draft) => {
    writeFileSync(draft, "");
    await removeLeftDrafts(folder);
    expect(readdirSync(folder)).toHaveLength(1);
    throw new Error("full");
  });
  await expect(failing).rejects.toThrow("full");
  expect(readdirSync(folder)).toEqual([]);
});

it("are none in a folder that isn't there", () => removeLeftDrafts(path.join(tmpdir(), "spaiv-nowhere")));
