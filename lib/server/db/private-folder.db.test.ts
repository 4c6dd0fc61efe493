import { chmodSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "./client";

// Windows has no such permissions.
it.skipIf(process.env.SPAIV_TEST_DATABASE_URL || process.platform === "win32")(
  "nobody else on the machine gets into the embedded database's folder, nor into one that was open before",
  async () => {
    const place = mkdtempSync(path.join(tmpdir(), "spaiv-private-"));
    const data = path.join(place, "data");
    const folder = path.join(data, "pglite");
    const rights = (of: string) => (statSync(of).mode & 0o777).toString(8);
    try {
      await (await openDatabase({ folder })).close();
      expect([rights(data), rights(folder)]).toEqual(["700", "700"]);
      chmodSync(folder, 0o755);
      await (await openDatabase({ folder })).close();
      expect(rights(folder)).toBe("700");
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  },
);
