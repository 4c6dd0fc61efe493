import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

// One word for one thing: a word that once meant two things, or another word for a thing that has one, doesn't come back
// in the names of code and files.

interface Banned {
  /** As a part of a name, in lower case: `figure` is in `readFigures` and in `read-figures.ts`. */
  word: string;
  rather: string;
  /** Names that are given: by tables, by HTML and Word, in what was stored before. */
  but?: RegExp;
  /** Files that may have it, for they read what an earlier version stored under it, or speak with a format that has it. */
  files?: RegExp;
}

const banned: Banned[] = [
  {
    word: "figure",
    rather: "value for what is reported or computed for a cell, chart for a picture in a document",
    // A public address.
    but: /^app\/results\/.*\/figures\/route\.ts$/,
    files: /^lib\/(publication\/content|server\/results\/stored\/read-inputs)(\.test)?\.ts$/,
  },
  {
    word: "room",
    rather: "entry form for where values are typed, space for how much of it there is",
  },
];
const mentioned = new RegExp(banned.map(({ word }) => word).join("|"), "i");
/** What people read in English says them no more; `Figure 3` stands below a picture in a document. */
const bannedInMessages = /\bfigures?\b(?! \{number\})/i;

const root = path.resolve(import.meta.dirname, "..");
const skipped = /^(lib\/server\/db\/generated|prisma\/migrations|scripts\/prisma\/node_modules)$/;

function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const place = path.posix.join(folder, entry.name);
    if (skipped.test(place)) continue;
    if (entry.isDirectory()) yield* filesUnder(place);
    else yield place;
  }
}

/** `readFiguresOf` and `read-figures_of`: read, figure, of. */
const wordsOf = (name: string) =>
  name
    .split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .map((word) => word.toLowerCase().replace(/(?<!s)s$/, ""));

const breachIn = (name: string, file: string) =>
  banned.find(({ word, but, files }) => !but?.test(name) && !files?.test(file) && wordsOf(name).includes(word));

/** Names in code, each once: not texts, not the elements of HTML. */
function namesIn(file: string, text: string): Set<string> {
  const names = new Set<string>();
  const see = (node: ts.Node) => {
    const isElement =
      ts.isJsxOpeningElement(node.parent) ||
      ts.isJsxClosingElement(node.parent) ||
      ts.isJsxSelfClosingElement(node.parent);
    if ((ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) && !(isElement && /^[a-z]/.test(node.text)))
      names.add(node.text);
    ts.forEachChild(node, see);
  };
  ts.forEachChild(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), see);
  return names;
}

function breaches(file: string, text: string): string[] {
  const names = mentioned.test(text) ? namesIn(file, text) : [];
  return [file, ...names].flatMap((name) => {
    const found = breachIn(name, file);
    return found ? [`${file}${name === file ? "" : `, ${name}`}: ${found.rather}, not ${found.word}`] : [];
  });
}

const files = ["app", "components", "lib", "prisma", "e2e", "scripts", "bench", "test"].flatMap((folder) => [
  ...filesUnder(folder),
]);
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

describe("one word, one thing", () => {
  it("in the names of files and of what code has in them", () => {
    const text = (file: string) => (/\.(tsx?|mjs)$/.test(file) ? read(file) : "");
    expect(files.flatMap((file) => breaches(file, text(file)))).toEqual([]);
  });

  it("in English messages", () => {
    const said = files.filter((file) => /^lib\/i18n\/messages\/en\/.*\.json$/.test(file));
    expect(said.length).toBeGreaterThan(10);
    const found = said.flatMap((file) =>
      read(file)
        .split("\n")
        .filter((line) => bannedInMessages.test(line)),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ["a type", "lib/views/a.ts", "export interface PublicFigure { id: string }"],
    ["a property", "lib/views/a.ts", "export const a = { figures: [] };"],
    ["a binding in JSX", "components/a.tsx", "export const A = ({ figure }) => <td>{figure}</td>;"],
    ["a component", "components/a.tsx", "export const A = () => <RegionFigure />;"],
    ["a file", "lib/views/public-figure.ts", ""],
    ["a folder", "lib/publication/figures/chart.ts", ""],
    ["a test", "lib/views/read-figures.db.test.ts", ""],
  ])("%s with another word is told", (_, file, text) => {
    expect(breaches(file, text)).toHaveLength(1);
  });

  it.each([
    ["an element of HTML", "components/a.tsx", "export const A = () => <figure>{a}</figure>;"],
    ["a text", "lib/a.ts", 'export const kind = "figure";'],
    ["a word that has it in it", "lib/a.ts", "export const configure = 1;"],
  ])("%s is none", (_, file, text) => {
    expect(breaches(file, text)).toEqual([]);
  });
});
