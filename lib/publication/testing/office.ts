import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { aptInstall } from "../../../scripts/postgres.mjs";

// An office program that isn't ours reads the files. LibreOffice is found on the PATH; where tests are allowed to change the
// machine its spreadsheet part is installed.

const parts = { spreadsheets: "libsclo", texts: "libswlo" };

/** LibreOffice comes in parts, and one that misses a part opens no such file, and fails without a word. */
function hasPart(program: string, part: keyof typeof parts): boolean {
  const libraries = readdirSync(path.dirname(realpathSync(program))).filter((name) => /^libs[cw]lo\./.test(name));
  // Elsewhere than on Linux they lie in other folders; there it comes whole.
  return libraries.length === 0 || libraries.some((name) => name.startsWith(parts[part]));
}

/** Its path; undefined where there is none, or none for such files. */
export const findOffice = (part: keyof typeof parts): string | undefined =>
  (process.env.PATH ?? "")
    .split(path.delimiter)
    .flatMap((folder) => ["soffice", "libreoffice"].map((name) => path.join(folder, name)))
    .find((file) => existsSync(file) && hasPart(file, part));

const mayInstall = () => process.env.CI === "true" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

/** Its path; undefined where there is none. */
export async function findSpreadsheetProgram(): Promise<string | undefined> {
  const found = findOffice("spreadsheets");
  if (found || !mayInstall()) return found;
  await aptInstall("libreoffice-calc");
  return findOffice("spreadsheets");
}

/** The system's Python where it can tell LibreOffice what to do, which others can't; undefined where there is none. */
export async function findOfficePython(): Promise<string | undefined> {
  const python = "/usr/bin/python3";
  const canTell = () => spawnSync(python, ["-c", "import uno"], { stdio: "ignore" }).status === 0;
  if (canTell()) return python;
  if (!mayInstall()) return undefined;
  await aptInstall("python3-uno");
  return canTell() ? python : undefined;
}

/**
 * One sheet of a workbook as the program writes it as CSV.
 * @param number counted from 1
 */
export function sheetAsCsv(program: string, workbook: Uint8Array, { number, name }: { number: number; name: string }) {
  const folder = mkdtempSync(path.join(tmpdir(), "workbook-"));
  try {
    const file = path.join(folder, "book.xlsx");
    writeFileSync(file, workbook);
    // Comma, quote, UTF-8, from row 1, quotes only where needed, cells as shown and not their formulas, this sheet.
    const options = `44,34,76,1,,0,false,false,true,false,false,${number}`;
    // A profile of its own: a program that somebody has open would answer instead.
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const format = `csv:Text - txt - csv (StarCalc):${options}`;
    execFileSync(program, [profile, "--headless", "--convert-to", format, "--outdir", folder, file], {
      stdio: "ignore",
    });
    return readFileSync(path.join(folder, `book-${name}.csv`), "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
