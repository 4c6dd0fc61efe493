// npm run bench:suppression: what is hidden beside the small counts themselves, by dimension, and how far that is from the
// least that protects, where tables are small enough to find it. On the demonstration (SPAIV_DEMO=1) and on UNODC's file.
// And what corrections of the demonstration's tables hide.
import { existsSync } from "node:fs";
import { PatternCheck } from "@/lib/domain/suppression/audit/pattern-check";
import { leastPattern } from "@/lib/domain/suppression/secondary/least-pattern";
import { seededRandom } from "@/lib/domain/suppression/secondary/random-source";
import { prepareToHide, suppress } from "@/lib/domain/suppression/suppress";
import { linkValues, placeOfValue } from "@/lib/domain/suppression/tables/link-values";
import type { LinkedValues } from "@/lib/domain/suppression/tables/linked-values";
import { asIndicator } from "@/test/disclosure-audit/as-indicator";
import { GlotipWorlds } from "@/test/disclosure-audit/glotip-worlds";
import { demonstration, linkedGroups, measureCorrections } from "./suppression-of-demonstration";

const draws = 8;
/** As the product's own cap: `hide-values.ts`. */
const effortPerCount = 3_000;
const smallGroup = 80;

/** The axes of GLOTIP's tables by the names that the preference knows. */
const axes: Record<string, string> = { a: "form", b: "citizenship", c: "repatriation", d: "sex", e: "age" };

function glotip(file: string): LinkedValues[] {
  const worlds = new GlotipWorlds(file);
  return worlds.tables().map(({ indicator, year, countries }) => {
    const given = asIndicator(worlds.world(indicator, year, countries, true));
    const named = (cell: string) => cell.replace(/dim([a-e])/g, (_, axis: string) => axes[axis]!);
    return linkValues({ ...given, values: given.values.map((each) => ({ ...each, cell: named(each.cell) })) });
  });
}

/** What must be hidden beside the small values in any case, by cost; undefined where nothing but the dark helps. */
function leastCost({ settled, rules }: ReturnType<typeof prepareToHide>): number | undefined {
  const costOf = (place: number) => settled.values[place]!.cost;
  const search = { settled, rules, check: new PatternCheck(settled, rules), costOf };
  const start = { hidden: rules.primary, dark: new Set<number>() };
  const found = leastPattern(search, start, Number.POSITIVE_INFINITY, { left: 300_000_000 });
  const extra = found && [...found.hidden].filter((place) => !rules.primary.has(place));
  return extra?.reduce((sum, place) => sum + costOf(place), 0);
}

function measure(name: string, groups: readonly LinkedValues[]) {
  const rows = new Map<string, { values: number; small: number; beside: number }>();
  const least = { groups: 0, least: 0, best: 0, mean: 0 };
  for (const [index, linked] of groups.entries()) {
    const counts = linked.values.reduce((sum, { value }) => sum + (value?.kind === "ratio" ? 3 : 1), 0);
    const { settled, rules } = prepareToHide(linked, 5, { left: 30_000_000 });
    const costs: number[] = [];
    for (let draw = 1; draw <= draws; draw++) {
      const random = seededRandom(draw * 7919 + index * 104729);
      const { states } = suppress(linked, { threshold: 5, random, effort: effortPerCount * counts });
      let cost = 0;
      for (const [place, each] of settled.values.entries()) {
        const state = states.get(each.id)!;
        const { unit, period, cell } = placeOfValue(each.id);
        if (state === "missing" || period === "baseline") continue;
        const dimensions = cell === "total" ? [cell] : cell.split(";").map((pair) => pair.split("=")[0]!);
        const level = unit.toLowerCase() === "region" ? "region " : "country";
        const keys = [dimensions.join(" x "), ...(/^(sex|age|form)=[^;]+$/.test(cell) ? [`  ${cell}`] : [])];
        const isBeside = state !== "shown" && !rules.primary.has(place);
        if (isBeside) cost += each.cost;
        for (const key of keys) {
          const row = rows.get(`${level} ${key}`) ?? { values: 0, small: 0, beside: 0 };
          rows.set(`${level} ${key}`, {
            values: row.values + 1 / draws,
            small: row.small + (rules.primary.has(place) ? 1 / draws : 0),
            beside: row.beside + (isBeside ? 1 / draws : 0),
          });
        }
      }
      costs.push(cost);
    }
    const known = linked.values.length <= smallGroup ? leastCost({ settled, rules }) : undefined;
    if (known === undefined) continue;
    least.groups += 1;
    least.least += known;
    least.best += Math.min(...costs);
    least.mean += costs.reduce((sum, cost) => sum + cost / draws, 0);
  }
  console.log(`\n${name}: values, small ones, hidden beside them (mean of ${draws} draws), hidden in all`);
  for (const [key, { values, small, beside }] of [...rows].sort()) {
    const share = `${((100 * (small + beside)) / values).toFixed(1)}%`;
    const numbers = [values.toFixed(0), small.toFixed(0), beside.toFixed(1), share];
    console.log(`  ${key.padEnd(42)}${numbers.map((text) => text.padStart(9)).join("")}`);
  }
  console.log(
    `  Groups of up to ${smallGroup} values whose least cost is known: ${least.groups}. Least ${least.least}, best draw ${least.best}, mean ${least.mean.toFixed(0)}`,
  );
}

async function main() {
  const demo = await demonstration();
  measure("Demonstration", linkedGroups(demo));
  measureCorrections(demo);
  const file = process.env.SPAIV_GLOTIP_FILE ?? "";
  if (existsSync(file)) measure("GLOTIP", glotip(file));
  else console.log(`\nSkipped: UNODC's GLOTIP file isn't at "${file}" (SPAIV_GLOTIP_FILE).`);
}

void main();
