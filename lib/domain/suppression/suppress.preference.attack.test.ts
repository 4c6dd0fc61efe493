import { describe, expect, it } from "vitest";
import { attackChoice } from "@/test/disclosure-audit/preference-attacker";
import { seededRandom } from "./secondary/random-source";
import { suppress } from "./suppress";

// Whoever knows which values are preferred could conclude from what is hidden that nothing cheaper kept the promise.

const choice = (cells: string[], total: number) => ({
  cells,
  total,
  threshold: 5,
  draws: 250,
  choose: (linked: Parameters<typeof suppress>[0], seed: number) =>
    suppress(linked, { threshold: 5, random: seededRandom(seed * 7919) }).states,
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

  it("still finds every value possible: two ways, with the sums both ways", {
    timeout: 240_000,
    tags: ["long"],
  }, () => {
    const { told, leastShare, views } = attackChoice({
      ...choice(
        ["female;age=0-17", "female;age=18+", "male;age=0-17", "male;age=18+"].map((cell) => `sex=${cell}`),
        11,
      ),
      draws: 100,
      margins: [
        ["sex=female", [0, 1]],
        ["sex=male", [2, 3]],
        ["age=0-17", [0, 2]],
        ["age=18+", [1, 3]],
      ],
    });
    console.log(`two ways: ${views} views, the least likely value is left ${(100 * leastShare).toFixed(1)}%`);
    expect(told).toEqual([]);
  });
});
