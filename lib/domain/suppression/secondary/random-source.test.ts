import { expect, it } from "vitest";
import { seededRandom } from "./random-source";

it("begins differently for seeds that lie close together", () => {
  const firstOf = (seed: number) => Math.floor(8 * seededRandom(seed)());
  const firsts = Array.from({ length: 400 }, (_, seed) => firstOf(seed));
  for (let eighth = 0; eighth < 8; eighth++) {
    expect(firsts.filter((first) => first === eighth).length, `${eighth}/8`).toBeGreaterThan(25);
  }
});
