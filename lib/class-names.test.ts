import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

// A class without a rule looks as if it did something: names are few, and none is made up by habit from another project.

const root = path.resolve(import.meta.dirname, "..");

const textsOf = (folders: readonly string[], ending: RegExp): string[] =>
  folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => ending.test(name))
      .map((name) => readFileSync(path.join(root, folder, name), "utf8")),
  );
const found = (texts: readonly string[], pattern: RegExp) =>
  new Set(
    texts.flatMap((text) => [...text.matchAll(pattern)].flatMap(([, names]) => names!.split(/\s+/).filter(Boolean))),
  );

it("has a rule for every class that an element is given in so many words", () => {
  const ruled = found(textsOf(["app"], /\.css$/), /\.(-?[_a-zA-Z][\w-]*)/g);
  const given = found(textsOf(["app", "components"], /\.tsx$/), /className="([^"]*)"/g);
  expect(given.size).toBeGreaterThan(200);
  expect([...given].filter((name) => !ruled.has(name))).toEqual([]);
});
