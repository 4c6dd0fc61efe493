import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { keepNewest, keptCount } from "./keep-newest";

describe("how many backups are kept", () => {
  it.each(["0", "-5", "abc", "1.5", "", " ", "1e3"])("refuses %j before anything is touched", (typed) => {
    expect(() => keptCount(typed)).toThrow(`--keep is ${typed}. Say how many`);
  });

  it("is what was typed otherwise", () => {
    expect(["1", "30", "007"].map(keptCount)).toEqual([1, 30, 7]);
  });

  it("leaves the newest, and files of other names", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "spaiv-keep-"));
    try {
      const dated = ["23", "24", "25"].map((day) => `spaiv-backup-202611${day}T080000Z.tar.gz`);
      for (const name of [...dated, "before-0.2.0.tar.gz"]) writeFileSync(path.join(folder, name), "");
      await keepNewest(folder, 2);
      expect(readdirSync(folder).sort()).toEqual(["before-0.2.0.tar.gz", ...dated.slice(1)]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
