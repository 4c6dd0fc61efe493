import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inflateSync } from "node:zlib";
import { aptInstall } from "@/scripts/postgres.mjs";

const isThere = () => spawnSync("pdftotext", ["-v"]).status === 0;

/** Whether poppler's programs can be run; they are installed where that is allowed. If not, it says so. */
export async function hasPoppler(): Promise<boolean> {
  if (isThere()) return true;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    try {
      await aptInstall("poppler-utils");
    } catch (error) {
      console.warn(`poppler-utils could not be installed: ${error}`);
    }
  }
  if (!isThere())
    console.warn("SKIPPED: what pdftotext and pdfinfo would read of the PDF; poppler-utils isn't installed.");
  return isThere();
}

function read(program: string, args: string[], pdf: Uint8Array): string {
  const folder = mkdtempSync(path.join(tmpdir(), "publication-"));
  try {
    const file = path.join(folder, "it.pdf");
    writeFileSync(file, pdf);
    const { stdout, status, stderr } = spawnSync(program, [...args, file, ...(program === "pdftotext" ? ["-"] : [])], {
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Text of each page. */
export const pagesOf = (pdf: Uint8Array): string[] => read("pdftotext", ["-layout"], pdf).split("\f").slice(0, -1);

export interface PdfWord {
  word: string;
  /** In points from the page's left upper corner. */
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The words of all pages, each with its place. */
export function wordsOf(pdf: Uint8Array): PdfWord[] {
  const found = read("pdftotext", ["-bbox"], pdf).matchAll(
    /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g,
  );
  return [...found].map(([, left, top, right, bottom, word = ""]) => ({
    word,
    left: Number(left),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
  }));
}

/** The tags with their texts, indented by depth. */
export const tagsOf = (pdf: Uint8Array): string => read("pdfinfo", ["-struct-text"], pdf);
/** Title, dates, pages and what else the file says of itself. */
export const factsOf = (pdf: Uint8Array): string => read("pdfinfo", [], pdf);

/** Alternative texts in the file, in its own order. */
export function alternativesOf(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf);
  const parts = [bytes.toString("latin1")];
  for (let at = bytes.indexOf("stream\n"); at >= 0; at = bytes.indexOf("stream\n", at + 7)) {
    try {
      parts.push(inflateSync(bytes.subarray(at + 7)).toString("latin1"));
    } catch {
      // Fonts and the end of a stream, which aren't packed.
    }
  }
  return parts.flatMap((part) =>
    [...part.matchAll(/\/Alt ?(?=[(<])/g)].map(({ index, 0: { length } }) => stringAt(part, index + length)),
  );
}

/** The string that begins at a place: brackets within it come in pairs or are escaped. */
function stringAt(text: string, start: number): string {
  if (text[start] === "<") return stringOf(text.slice(start, text.indexOf(">", start) + 1));
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return stringOf(text.slice(start, at + 1));
  }
  throw new Error("a string without its end");
}

/** A PDF string: in Latin-1 or, after a mark of its byte order, in UTF-16. */
function stringOf(written: string): string {
  const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
  const raw = written.startsWith("<")
    ? Buffer.from(written.slice(1, -1), "hex")
    : Buffer.from(
        written
          .slice(1, -1)
          .replace(/\\([0-7]{1,3}|.)/gs, (_, it: string) =>
            /^[0-7]/.test(it) ? String.fromCharCode(Number.parseInt(it, 8)) : (escapes[it] ?? it),
          ),
        "latin1",
      );
  if (raw[0] !== 0xfe || raw[1] !== 0xff) return raw.toString("latin1");
  return Buffer.from(raw.subarray(2)).swap16().toString("utf16le");
}
