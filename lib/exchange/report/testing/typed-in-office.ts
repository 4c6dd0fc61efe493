import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("./type-in-office.py", import.meta.url));

/**
 * For tests alone: the workbook after somebody opened it in LibreOffice, typed into cells one after another, and saved it.
 * @param typed by the key of the row and the name of the column
 * @returns what each of them shows at last, and the saved file
 */
export function typedInOffice(
  { program, python }: { program: string; python: string },
  workbook: Uint8Array,
  typed: readonly (readonly [key: string, column: string, text: string])[],
): { shown: string[]; bytes: Uint8Array } {
  const folder = mkdtempSync(path.join(tmpdir(), "typed-"));
  try {
    const file = path.join(folder, "book.xlsx");
    const saved = path.join(folder, "saved.xlsx");
    writeFileSync(file, workbook);
    const answer = execFileSync(python, [script], {
      input: JSON.stringify({ program, folder, workbook: file, saved, typed }),
      env: { ...process.env, LC_ALL: "C.UTF-8" },
      encoding: "utf8",
      stdio: ["pipe", "pipe", "pipe"],
      timeout: 120_000,
    });
    return { shown: JSON.parse(answer), bytes: readFileSync(saved) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
