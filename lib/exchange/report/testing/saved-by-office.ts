import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * For tests alone: the workbook as an office program that isn't ours opens it and saves it again, all of it written anew.
 * @param program path of LibreOffice
 */
export function savedByOffice(program: string, workbook: Uint8Array): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), "saved-"));
  try {
    writeFileSync(path.join(folder, "book.xlsx"), workbook);
    // A profile of its own: a program that somebody has open would answer instead.
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const to = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", path.join(folder, "saved")];
    execFileSync(program, [profile, "--headless", ...to, path.join(folder, "book.xlsx")], { stdio: "ignore" });
    return readFileSync(path.join(folder, "saved/book.xlsx"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
