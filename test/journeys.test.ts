import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

// A journey costs seconds where a request, a component or a rule costs a hundredth: only what a person lives through is one.

/** Of journeys that `npm test` runs, so that it keeps to a quarter of an hour; a capability to come may add ten. */
const MOST_QUICK = 80;

const e2e = path.resolve(import.meta.dirname, "../e2e");

it("npm test runs no more journeys than its budget allows", () => {
  const specs = readdirSync(e2e, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".spec.ts"));
  const quick = specs.flatMap((file) => readFileSync(path.join(e2e, file), "utf8").match(/@quick\b/g) ?? []);
  expect(quick.length).toBeGreaterThan(0);
  expect(quick.length).toBeLessThanOrEqual(MOST_QUICK);
});
