import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { everyPage } from "./sent-words";

// A signed-in page sends its client components the namespaces, or parts of them, that it names (`words` of WorkFrame), and
// no others: one that it forgot would show as a key in the browser.

const root = path.resolve(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const pages = readdirSync(path.join(root, "app/[locale]"), { recursive: true, encoding: "utf8" })
  .map((file) => path.posix.join("app/[locale]", file))
  .filter((file) => file.endsWith("/page.tsx") && read(file).includes("<WorkFrame"));

function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(/(?:from|import\()\s*"([@.][^"]*)"/g)].flatMap(([, imported]) => {
    const target = imported!.startsWith("@/")
      ? imported!.slice(2)
      : path.posix.join(path.posix.dirname(file), imported!);
    const found = [`${target}.ts`, `${target}.tsx`].find((each) => existsSync(path.join(root, each)));
    return found && !found.startsWith("lib/server/") ? [found] : [];
  });
}

/** Namespaces that components ask for in the browser: those behind a "use client". */
function spokenInBrowser(file: string, isClient: boolean, seen = new Set<string>()): Set<string> {
  const text = read(file);
  const client = isClient || text.startsWith('"use client"');
  const spoken = new Set<string>();
  if (seen.has(`${file} ${client}`)) return spoken;
  seen.add(`${file} ${client}`);
  if (client)
    // Of what every page says, single messages are sent, and components ask for them by this name.
    for (const [, key] of text.matchAll(/useTranslations\("([^"]+)/g))
      if (key !== "common" || !text.includes('const common = useTranslations("common")')) spoken.add(key!);
      else for (const [, name] of text.matchAll(/\bcommon\("([^"]+)/g)) spoken.add(`common.${name}`);
  for (const each of importsOf(file, text)) {
    for (const key of spokenInBrowser(each, client, seen)) spoken.add(key);
  }
  return spoken;
}

const fieldsOfFigures = ["components/report/value-fields.tsx", "components/entry/entry-room.tsx"];

function reaches(file: string, target: string, seen = new Set<string>()): boolean {
  if (file === target) return true;
  if (seen.has(file)) return false;
  seen.add(file);
  return importsOf(file, read(file)).some((each) => reaches(each, target, seen));
}

const covers = (words: string, key: string) => key === words || key.startsWith(`${words}.`);

describe("words that a page sends", () => {
  it.each(pages)("%s", (page) => {
    const named = /words=\{\[([\s\S]*?)\]\}/.exec(read(page))?.[1] ?? "";
    const sent = [...named.matchAll(/"([^"]+)"/g)].map(([, key]) => key!);
    const needed = [...spokenInBrowser(page, false)].filter((key) => !everyPage.some((words) => covers(words, key)));
    // Only a page that says what the entry form says is sent what is wrong with a typed figure.
    const hasFigures = fieldsOfFigures.some((file) => reaches(page, file));
    if (hasFigures) expect(sent.join()).toMatch(/entry|room|fill/);
    expect(needed.filter((key) => !sent.some((words) => covers(words, key)))).toEqual([]);
    expect(sent.filter((words) => !needed.some((key) => covers(words, key)))).toEqual([]);
  });
});
