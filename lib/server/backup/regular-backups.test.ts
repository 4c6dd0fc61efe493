import path from "node:path";
import { describe, expect, it } from "vitest";
import { dueAt, regularBackups } from "./regular-backups";

const settings = (env: Record<string, string>) => regularBackups({ SPAIV_DATA_DIR: "data", ...env });
const hour = 3_600_000;

describe("regular backups", () => {
  it("are made once a day and kept for two weeks, unless the environment says otherwise", () => {
    expect(settings({})).toMatchObject({ everyMs: 24 * hour, keep: 14 });
    expect(settings({ SPAIV_BACKUP_HOURS: "0.5", SPAIV_BACKUP_KEEP: "3", SPAIV_BACKUP_DIR: "/mnt/kept" })).toEqual({
      everyMs: hour / 2,
      keep: 3,
      folder: path.resolve("/mnt/kept"),
    });
    expect(settings({ SPAIV_BACKUP_HOURS: "0" })).toBeNull();
  });

  it.each([
    ["SPAIV_BACKUP_HOURS", "daily"],
    ["SPAIV_BACKUP_HOURS", "-1"],
    ["SPAIV_BACKUP_KEEP", "0"],
    ["SPAIV_BACKUP_KEEP", "2.5"],
  ])("refuse %s=%s in a sentence", (name, value) => {
    expect(() => settings({ [name]: value })).toThrow(`${name} is ${value}. Set it to`);
  });

  it("are due so long after the newest, and not right after a start", () => {
    const daily = settings({})!;
    const started = Date.parse("2026-11-26T12:00:00Z");
    const soon = started + 600_000;
    expect(dueAt(undefined, daily, started)).toBe(soon);
    expect(dueAt("spaiv-backup-20261120T080000Z.tar.gz", daily, started)).toBe(soon);
    expect(dueAt("spaiv-backup-20261126T080000Z.tar.gz", daily, started)).toBe(Date.parse("2026-11-27T08:00:00Z"));
  });
});
