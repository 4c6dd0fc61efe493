import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

// What runs of the generated client is committed, so that a start needs no generator.

const root = path.resolve(import.meta.dirname, "../../..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

/** The generator aligns columns. */
const words = (text: string) => text.trim().replace(/\s+/g, " ");

it("the committed database client is that of prisma/schema; else run npm run prisma -- generate", () => {
  const generated = read("lib/server/db/generated/internal/class.ts");
  const inlined = JSON.parse(/"inlineSchema": (".*"),?$/m.exec(generated)![1]!) as string;
  const schema = readdirSync(path.join(root, "prisma/schema"))
    .sort()
    .map((file) => read(`prisma/schema/${file}`));
  expect(words(inlined)).toBe(words(schema.join("\n")));
});
