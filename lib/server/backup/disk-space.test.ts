import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { freeSpaceIn, LEFT_FREE, sizeOf, spaceFault } from "./disk-space";

describe("the space that a regular backup wants", () => {
  it("is that of a copy and a backup, with some left for the database", () => {
    const sizes = { database: 100e6, files: 20e6 };
    expect(spaceFault(170e6 + LEFT_FREE, sizes)).toBeNull();
    expect(spaceFault(170e6 + LEFT_FREE - 1, sizes)).toMatch(
      /^The disk has room for 221 MB, and a backup wants 221 MB/,
    );
  });

  it("is measured below a folder, and on its disk", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "spaiv-space-"));
    try {
      mkdirSync(path.join(folder, "a", "b"), { recursive: true });
      writeFileSync(path.join(folder, "one"), "1");
      writeFileSync(path.join(folder, "a", "b", "four"), "four");
      expect(await sizeOf(folder)).toBe(5);
      expect(await sizeOf(path.join(folder, "nowhere"))).toBe(0);
      expect(await freeSpaceIn(folder)).toBeGreaterThan(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
