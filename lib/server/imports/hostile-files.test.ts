import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { hostileWorkbooks } from "@/lib/exchange/xlsx/testing/hostile-workbooks";

/** Less than any of the bombs becomes, and more than the process grows by itself. */
const mostMegabytes = 48;

it("a workbook that means harm, or is broken, is refused in its words, within a second and little memory", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "hostile-"));
  try {
    const expected: Record<string, string> = {};
    for (const [index, { name, bytes, refused }] of [...hostileWorkbooks()].entries()) {
      // Names of parts stand in some of them, with strokes.
      const file = `${index} ${name.replaceAll(/[/\\]/g, "_")}`;
      writeFileSync(path.join(folder, file), bytes);
      expected[file] = refused;
    }
    const program = [
      "--import",
      "tsx",
      "--conditions=react-server",
      "lib/server/imports/read-files.testing.ts",
      folder,
    ];
    const { ends, megabytes } = JSON.parse(execFileSync(process.execPath, program, { encoding: "utf8" }));
    expect(ends).toEqual(expected);
    expect(megabytes).toBeLessThan(mostMegabytes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
