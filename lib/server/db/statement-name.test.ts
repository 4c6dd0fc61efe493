import { expect, it } from "vitest";
import { statementName } from "./statement-name";

it("names a statement by its text, and gives up naming before there are too many", () => {
  const name = statementName("SELECT 1");
  expect(name).toMatch(/^[\w-]{27}$/);
  expect(statementName("SELECT 2")).not.toBe(name);
  const names = new Set(Array.from({ length: 2000 }, (_, n) => statementName(`SELECT ${n} AS n`)));
  expect(names).toContain("");
  expect(names.size).toBeLessThan(600);
  expect(statementName("SELECT 1")).toBe(name);
});
