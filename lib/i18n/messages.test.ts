import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { messagesOf, overEnglish } from "./messages";
import { locales, spokenLocale, translatedLocales } from "./routing";

const folder = path.join(import.meta.dirname, "messages");
const languages = readdirSync(folder);

/** Every leaf of a message tree, as `namespace.key.key`. */
function* leaves(tree: object, prefix = ""): Generator<[string, string]> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") yield [prefix + key, value];
    else yield* leaves(value, `${prefix}${key}.`);
  }
}

const read = (language: string, file: string): object =>
  JSON.parse(readFileSync(path.join(folder, language, file), "utf8"));

/** Whether a `#` stands in a plural within a plural. */
function hasSignInInnerPlural(message: string): boolean {
  const open: boolean[] = [];
  for (const [part] of message.matchAll(/\{\s*\w+\s*,\s*plural\s*,|[{}#]/g)) {
    if (part === "}") open.pop();
    else if (part !== "#") open.push(part !== "{");
    else if (open.filter(Boolean).length > 1) return true;
  }
  return false;
}

describe("messages", () => {
  it("lists every namespace file in its language's index, so that none is forgotten", async () => {
    for (const language of languages) {
      const files = readdirSync(path.join(folder, language)).filter((name) => name.endsWith(".json"));
      const index: object = await import(`./messages/${language}/index.ts`);
      const named = Object.keys(index).map((name) => `${name.replace(/[A-Z]/g, "-$&").toLowerCase()}.json`);
      expect(named.sort(), language).toEqual(files.sort());
    }
  });

  it("falls back to English key by key", () => {
    const merged = overEnglish({ a: { x: "one", y: "two" }, b: "three" }, { a: { y: "zwei" }, b: "" });
    expect(merged).toEqual({ a: { x: "one", y: "zwei" }, b: "three" });
  });

  it("tells one from many in English by the number, for a language that has no singular falls back on it too", async () => {
    const byCategory = [...leaves(await messagesOf("en"))].filter(([, message]) =>
      /\b(?:zero|one|two|few|many) \{/.test(message),
    );
    expect(byCategory.map(([key]) => key)).toEqual([]);
  });

  it.each(locales.filter((locale) => locale !== "en"))(
    "tells one from many in %s by the number, for it has one plural form",
    (language) => {
      expect(new Intl.PluralRules(language).resolvedOptions().pluralCategories).toEqual(["other"]);
      const files = readdirSync(path.join(folder, language)).filter((name) => name.endsWith(".json"));
      const own = files.flatMap((file) => [...leaves(read(language, file))]);
      const plurals = own.filter(([, message]) => /, (?:plural|selectordinal),/.test(message));
      expect(plurals.filter(([, message]) => /(?<![\w=])(?:zero|one|two|few|many) \{/.test(message))).toEqual([]);
      // `select` has one as well: every choice ends in it.
      const choices = ([, message]: [string, string]) =>
        message.match(/, (?:plural|select|selectordinal),/g)?.length ?? 0;
      const others = ([, message]: [string, string]) => message.match(/(?<!\w)other \{/g)?.length ?? 0;
      expect(own.filter((message) => others(message) < choices(message)).map(([key]) => key)).toEqual([]);
      expect(plurals.length).toBeGreaterThan(5);
    },
  );

  // It stands for the number that is nearest, which whoever moves a sentence into another plural overlooks.
  it.each(languages)("names the number where one plural stands within another, in %s", (language) => {
    const files = readdirSync(path.join(folder, language)).filter((name) => name.endsWith(".json"));
    const own = files.flatMap((file) =>
      [...leaves(read(language, file))].map(([key, text]) => [`${file} ${key}`, text]),
    );
    expect(own.filter(([, text]) => hasSignInInnerPlural(text!)).map(([key]) => key)).toEqual([]);
  });

  it("gives every language a complete set", async () => {
    const english = [...leaves(await messagesOf("en"))].map(([key]) => key);
    for (const locale of locales) {
      const own = [...leaves(await messagesOf(locale))].map(([key]) => key);
      expect(new Set(own), locale).toEqual(new Set(english));
    }
  });

  // The others speak in publications only: `publication-languages.test.ts` says what they must have, and may.
  it.each(translatedLocales.filter((locale) => locale !== "en"))(
    "lacks nothing in %s of a namespace that it has, so that no page is half translated",
    (language) => {
      const files = readdirSync(path.join(folder, language)).filter((name) => name.endsWith(".json"));
      const missing = files.flatMap((file) => {
        const own = Object.fromEntries(leaves(read(language, file)));
        return [...leaves(read("en", file))].flatMap(([key, text]) =>
          own[key] || text === "" ? [] : [`${file} ${key}`],
        );
      });
      expect(missing).toEqual([]);
      expect(files.length).toBeGreaterThan(9);
    },
  );

  it("translates only what English has, with the same arguments, choices and tags", () => {
    for (const language of languages.filter((name) => name !== "en")) {
      for (const file of readdirSync(path.join(folder, language)).filter((name) => name.endsWith(".json"))) {
        const english = Object.fromEntries(leaves(read("en", file)));
        for (const [key, text] of leaves(read(language, file))) {
          expect(english, `${language}/${file} ${key}`).toHaveProperty([key]);
          expect(names(text), `${language}/${file} ${key}`).toEqual(names(english[key]!));
        }
      }
    }
  });

  it("can be read as ICU messages", async () => {
    for (const locale of locales) {
      const failures: string[] = [];
      const messages = await messagesOf(locale);
      const t = createTranslator({
        locale: spokenLocale(locale),
        messages,
        onError: (error) => {
          if (error.code === "INVALID_MESSAGE") failures.push(error.message);
        },
      });
      for (const [key] of leaves(messages)) t(key as Parameters<typeof t>[0]);
      expect(failures, locale).toEqual([]);
    }
  });
});

/** The names of a message's arguments and tags, and what it tells apart. What stands between braces after a branch's key is text. */
function names(text: string): string[] {
  const found = new Set([...text.matchAll(/<([a-z]+)>/g)].map((match) => match[1]!));
  const read = (at: number): number => {
    for (let index = at; index < text.length; index += 1) {
      if (text[index] === "}") return index;
      if (text[index] !== "{") continue;
      const name = /^\s*(\w+)\s*/.exec(text.slice(index + 1));
      if (name) found.add(name[1]!);
      // How many are told apart differs from language to language; which kinds there are doesn't.
      const isChoice = /^\s*\w+, select,/.test(text.slice(index + 1));
      index = text.indexOf(text.slice(index + 1).match(/[,}]/)![0], index);
      if (text[index] === "}") continue;
      // Each branch: a key, then a message of its own in braces.
      for (index += 1; text[index] !== "}"; index += 1) {
        if (text[index] !== "{") continue;
        const key = /(\w+)\s*$/.exec(text.slice(0, index))?.[1];
        if (name && isChoice) found.add(`${name[1]} ${key}`);
        index = read(index + 1);
      }
    }
    return text.length;
  };
  read(0);
  return [...found].sort();
}
