import { describe, expect, it } from "vitest";
import { suppress } from "./suppression";
import { seededRandom } from "./suppression/random-source";
import { attackChoice } from "./suppression/testing/preference-attacker";

// Whoever knows which figures are preferred could conclude from what is hidden that nothing cheaper kept the promise.

const choice = (cells: string[], total: number) => ({
  ...{ cells, total, threshold: 5, draws: 250 },
  choose: (linked: Parameters<typeof suppress>[0], seed: number) =>
    suppress(linked, { threshold: 5, random: seededRandom(seed * 7919) }).marks,
});

describe("a reader who knows the preference", () => {
  for (const [name, cells, total] of [
    ["a cell that costs little beside a dear one", ["sex=female", "sex=unknown", "sex=other"], 14],
    ["cells that cost the same", ["sex=female", "sex=male", "sex=unknown"], 14],
  ] as const) {
    it(`still finds every value possible: ${name}`, { timeout: 240_000 }, () => {
      const { told, leastShare, views } = attackChoice(choice([...cells], total));
      console.log(`${name}: ${views} views, the least likely value is left ${(100 * leastShare).toFixed(1)}%`);
      expect(told).toEqual([]);
    });
  }
});
