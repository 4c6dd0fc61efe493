// What npm run bench:suppression asks of the demonstration, seeded into a database in memory.

import { aggregateCountries } from "@/lib/domain/results/aggregate-countries";
import type { ApprovedCells } from "@/lib/domain/results/approved-values";
import { assessUnit } from "@/lib/domain/results/assess-unit";
import { groupsOf, linkGroup } from "@/lib/domain/results/disclosure/value-groups";
import { valuesOfRegion, valuesOfUnits } from "@/lib/domain/results/indicator-values";
import { countsPersons } from "@/lib/domain/results/plan-facts";
import { scopeOf } from "@/lib/domain/results/scope";
import { nothingSeen } from "@/lib/domain/results/stored-values";
import { workOutIndicator } from "@/lib/domain/results/work-out-indicator";
import { seededRandom } from "@/lib/domain/suppression/secondary/random-source";
import { openDatabase } from "@/lib/server/db/client";
import { deployMigrations } from "@/lib/server/db/migrate";
import { loadPlanFacts } from "@/lib/server/results/compute/load-plan-facts";
import { loadStored } from "@/lib/server/results/stored/stored-results";
import { seed } from "@/prisma/seed/seed";

export async function demonstration() {
  const { prisma, pool, close } = await openDatabase({});
  await deployMigrations(pool);
  await seed(prisma, console.log);
  const { id } = await prisma.plan.findFirstOrThrow({ select: { id: true } });
  const plan = await loadPlanFacts(prisma, id);
  const periods = new Set(plan.periods.map((period) => period.id));
  const stored = await loadStored(prisma, plan, plan.indicators, periods, () => false);
  await close();
  return { plan, periods, ...stored };
}

type Demonstration = Awaited<ReturnType<typeof demonstration>>;

/** All that is linked, as if nothing had been published before. */
export function linkedGroups({ plan, periods, approved }: Demonstration) {
  return plan.indicators.filter(countsPersons).flatMap((indicator) => {
    const scope = scopeOf(plan, indicator, periods, nothingSeen());
    const own = approved.get(indicator.id) ?? new Map();
    const units = plan.units
      .filter(({ level }) => (level === "region") === (indicator.level === "region"))
      .flatMap((unit) => assessUnit(plan, indicator, unit, own, scope));
    const values = [...valuesOfUnits(units), ...valuesOfRegion(aggregateCountries(plan, indicator, own, scope))];
    return groupsOf(plan, indicator, values, nothingSeen())
      .filter((group) => group.values.length > 0)
      .map((group) => linkGroup(plan, indicator, group, 2));
  });
}

const correctedCells = 5;
const smallTable = 8;

/** The same table with some of its counts a little higher or lower. */
function corrected(table: ApprovedCells, random: () => number): ApprovedCells {
  const cells = new Map(table.cells);
  const left = [...cells].flatMap(([cell, each]) => (each.value.kind === "number" ? [{ cell, each }] : []));
  for (let index = 0; index < correctedCells && left.length > 0; index++) {
    const [{ cell, each }] = left.splice(Math.floor(random() * left.length), 1) as [(typeof left)[number]];
    if (each.value.kind !== "number") continue;
    const by = (1 + Math.floor(random() * 3)) * (random() < 1 / 2 ? 1 : -1);
    const number = String(Math.max(0, Number(each.value.number) + by));
    cells.set(cell, { value: { ...each.value, number }, revision: (each.revision ?? 0) + 1 });
  }
  return { ...table, cells };
}

/** Corrects five cells of each table of each country, one table at a time, and tells how much more is hidden then. */
export function measureCorrections({ plan, approved, seen }: Demonstration) {
  const sum = { tables: 0, hidden: 0, more: 0, most: 0, givenUp: 0, lost: 0 };
  for (const indicator of plan.indicators.filter(countsPersons)) {
    const own = approved.get(indicator.id) ?? new Map<never, ApprovedCells>();
    for (const [place, table] of own) {
      if (table.cells.size < smallTable) continue;
      const periodId = Number(place.split(" ")[1]);
      const random = seededRandom(sum.tables * 7919);
      const known = seen.get(indicator.id) ?? nothingSeen();
      const worked = workOutIndicator(plan, indicator, new Map(own).set(place, corrected(table, random)), known, {
        resultsVersion: 1_000,
        looksAtAll: false,
        random,
        periodIds: new Set([periodId]),
      });
      sum.tables += 1;
      sum.hidden += worked.rows.filter(
        ({ disclosureState }) => disclosureState === "small" || disclosureState === "suppressed",
      ).length;
      sum.more += worked.newlyHidden.length;
      sum.most = Math.max(sum.most, worked.newlyHidden.length);
      if (worked.gaveUp.length > 0) sum.givenUp += 1;
      sum.lost += worked.lost.length;
    }
  }
  console.log(
    `  Corrections of ${correctedCells} cells: ${sum.tables} tables, ${(sum.more / sum.tables).toFixed(1)} more hidden on the mean, ${sum.most} at most; given up: ${sum.givenUp}; values that can't be protected any more: ${sum.lost}`,
  );
}
