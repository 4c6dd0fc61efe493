import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { asIndicator } from "@/test/disclosure-audit/as-indicator";
import { GlotipWorlds } from "@/test/disclosure-audit/glotip-worlds";
import { attack } from "@/test/disclosure-audit/reader";
import type { TestWorld } from "@/test/disclosure-audit/test-world";
import { seededRandom } from "./secondary/random-source";
import { suppress } from "./suppress";
import { linkValues } from "./tables/link-values";

// The real tables, with all that is wrong with them. None of their values is written down here.

const file = path.resolve(process.env.SPAIV_GLOTIP_FILE ?? "../shared/data/unodc-glotip-2025-gms.csv");
const isThere = existsSync(file);
if (!isThere) console.log(`Skipped: UNODC's GLOTIP file isn't at ${file} (SPAIV_GLOTIP_FILE).`);
const victims = "Detected trafficking victims";

const run = (world: TestWorld, seed: number) =>
  suppress(linkValues(asIndicator(world)), { threshold: 5, random: seededRandom(seed) });
const totalsOf = ({ values }: TestWorld) => values.filter(({ along }) => along.every((code) => code === "*"));

describe.skipIf(!isThere)("on UNODC's file", { timeout: 60_000 }, () => {
  it("keeps the promise in each country's tables of each year", () => {
    const worlds = new GlotipWorlds(file);
    for (const { indicator, year, countries } of worlds.tables()) {
      for (const country of countries) {
        const world = worlds.world(indicator, year, [country]);
        const result = run(world, 1);
        expect(attack(world, result, 5), `${indicator}, ${country} ${year}`).toEqual([]);
        expect(result.lost).toEqual([]);
      }
    }
  });

  it("keeps the promise with all countries under a regional total, and hides no total that isn't small", () => {
    const worlds = new GlotipWorlds(file);
    for (const { indicator, year, countries } of worlds.tables()) {
      const world = worlds.world(indicator, year, countries, true);
      const result = run(world, 1);
      expect(attack(world, result, 5), `${indicator} ${year}`).toEqual([]);
      expect(result.lost).toEqual([]);
      const hidden = totalsOf(world).filter(({ id }) => result.states.get(id) === "suppressed");
      expect(hidden.map(({ id }) => id)).toEqual([]);
    }
  });

  it("shows Thailand's total of 2016, whatever the chance", () => {
    const worlds = new GlotipWorlds(file);
    const { countries } = worlds.tables().find(({ indicator, year }) => indicator === victims && year === "2016")!;
    const world = worlds.world(victims, "2016", countries, true);
    for (let seed = 1; seed <= 20; seed++) {
      const { states, dark } = run(world, seed);
      for (const unit of ["THA", "region"]) expect(states.get(`${unit}|2016|total`), `seed ${seed}`).toBe("shown");
      expect(dark).toEqual([]);
    }
  });
});
