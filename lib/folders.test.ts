import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

// A newcomer finds a thing by its noun: lib/README.md says what each folder is for.

const root = path.resolve(import.meta.dirname, "..");
const generated = "lib/server/db/generated";

function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const place = path.posix.join(folder, entry.name);
    if (place === generated || entry.name === "node_modules") continue;
    if (entry.isDirectory()) yield* filesUnder(place);
    else yield place;
  }
}

/** What the tree at the top of the README says of each folder that has an entry, by its path: two spaces a step down. */
function entriesOf(readme: string): Map<string, string> {
  const entries = new Map<string, string>();
  const above: string[] = [];
  let latest = "";
  for (const line of readme.split("```")[1]!.split("\n")) {
    const depth = /^ */.exec(line)![0].length / 2;
    // Several small ones may share a line.
    for (const part of line.trim().split(/; {2,}/)) {
      const [, name, words] = /^([\w[\].-]+)\/(?: +(.*))?$/.exec(part) ?? [];
      if (name === undefined) entries.set(latest, `${entries.get(latest) ?? ""} ${part}`);
      else {
        above.length = depth;
        latest = path.posix.join(...above, name);
        above[depth] = name;
        entries.set(latest, words ?? "");
      }
    }
  }
  entries.delete("");
  return entries;
}

/** Folders that have no entry of their own and aren't named in the nearest one above them either. */
function unnamed(folders: readonly string[], readme: string): string[] {
  const entries = entriesOf(readme);
  return folders.filter((folder) => {
    if (entries.has(folder)) return false;
    let above = path.posix.dirname(folder);
    while (above !== "." && !entries.has(above)) above = path.posix.dirname(above);
    return !(entries.get(above) ?? "").split(/[^\w-]+/).includes(path.posix.basename(folder));
  });
}

/** With those that only hold others. */
const foldersOf = (files: readonly string[]) => {
  const folders = new Set<string>();
  for (const file of files)
    for (let folder = path.posix.dirname(file); folder !== "."; folder = path.posix.dirname(folder))
      folders.add(folder);
  return [...folders].sort();
};

const files = ["app", "bench", "components", "e2e", "lib", "prisma", "scripts", "test"].flatMap((folder) => [
  ...filesUnder(folder),
]);
const readme = readFileSync(path.join(root, "lib/README.md"), "utf8");

describe("folders", () => {
  it("of lib, e2e and scripts are named in lib/README.md", () => {
    // Tests' own support and the languages go without saying.
    const toBeNamed = foldersOf(files).filter(
      (folder) => /^(lib|e2e|scripts)(\/|$)/.test(folder) && !/\/testing$|\/messages\//.test(folder),
    );
    expect(unnamed(toBeNamed, readme)).toEqual([]);
    expect([...entriesOf(readme).keys()].filter((folder) => !existsSync(path.join(root, folder)))).toEqual([]);
  });

  it("that nobody named are found", () => {
    const tree =
      "```\nlib/\n  domain/   the rules, by noun:\n            values, reports\n  i18n/   words;  views/   plain\n```";
    expect(unnamed(["lib/domain/values", "lib/domain/reports", "lib/i18n", "lib/views"], tree)).toEqual([]);
    expect(unnamed(["lib/new", "lib/domain/new", "lib/views/words", "values"], tree)).toEqual([
      "lib/new",
      "lib/domain/new",
      "lib/views/words",
      "values",
    ]);
  });
});
