import fc from "fast-check";
import { expect, it } from "vitest";
import { asIndicator } from "@/test/disclosure-audit/as-indicator";
import { testWorlds } from "@/test/disclosure-audit/test-world";
import { PatternCheck } from "../audit/pattern-check";
import { prepareToHide } from "../suppress";
import { linkValues } from "../tables/link-values";
import { leastPattern } from "./least-pattern";

const triedAtMost = 9;

it("finds what trying every pattern finds", { timeout: 60_000 }, () => {
  let compared = 0;
  for (const world of fc.sample(testWorlds(), { numRuns: 150, seed: 3 })) {
    const { settled, rules } = prepareToHide(linkValues(asIndicator(world)), 5, { left: 3e7 });
    const able = [...settled.values.keys()].filter((place) => rules.canProtect(place) && !rules.primary.has(place));
    if (!settled.isSettled || able.length === 0 || able.length > triedAtMost) continue;
    const check = new PatternCheck(settled, rules);
    const costOf = (place: number) => settled.values[place]!.cost;
    const price = (extra: readonly number[]) =>
      extra.reduce((sum, place) => sum + costOf(place) + (settled.values[place]!.isTotal ? 1e6 : 0), 0);
    const patternOf = (extra: readonly number[]) => ({
      hidden: new Set([...rules.primary, ...extra]),
      dark: new Set<number>(),
    });
    const every = Array.from({ length: 2 ** able.length }, (_, bits) => able.filter((_, at) => bits & (1 << at)));
    const cheapestFirst = every.map((extra) => ({ extra, cost: price(extra) })).sort((a, b) => a.cost - b.cost);
    const tried = cheapestFirst.find(({ extra }) => check.keeps(patternOf(extra), { left: 1e6 }));
    const found = leastPattern({ settled, rules, check, costOf }, patternOf([]), triedAtMost, { left: 1e7 });
    const extra = found && [...found.hidden].filter((place) => !rules.primary.has(place));
    expect(extra && price(extra)).toEqual(tried?.cost);
    if (tried && tried.cost > 0) compared += 1;
  }
  expect(compared).toBeGreaterThan(10);
});
