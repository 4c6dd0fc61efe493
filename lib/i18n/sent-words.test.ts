import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

// A signed-in page sends its client components the namespaces it names (`words` of WorkFrame), and no others: one that it
// forgot would show as a key in the browser.

const root = path.resolve(import.meta.dirname, "../..");
/** What WorkFrame sends with every page. */
const always = ["common", "errors"];

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
  if (client) for (const [, key] of text.matchAll(/useTranslations\("([^".]+)/g)) spoken.add(key!);
  for (const each of importsOf(file, text)) {
    for (const key of spokenInBrowser(each, client, seen)) spoken.add(key);
  }
  return spoken;
}

describe("words that a page sends", () => {
  it.each(pages)("%s", (page) => {
    const named = /words=\{\[([^\]]*)\]\}/.exec(read(page))?.[1] ?? "";
    const sent = [...named.matchAll(/"([^"]+)"/g)].map(([, key]) => key!);
    const needed = [...spokenInBrowser(page, false)].filter((key) => !always.includes(key));
    expect(sent.toSorted()).toEqual(needed.toSorted());
  });
});
