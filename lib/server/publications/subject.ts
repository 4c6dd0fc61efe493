import "server-only";
import type { UnitRef } from "@/lib/domain/permissions";
import type { PublicationSettings } from "@/lib/domain/publication";
import { db } from "@/lib/server/db/client";
import { presentEdition } from "@/lib/server/framework/edition";
import { present } from "@/lib/server/results/stored/as-of";

/** What a publication is about, in the plan's own rows. */
export interface Subject {
  planId: number;
  unit: UnitRef;
  periodId: number;
}

/** The same as far as it was found; `problems` are the settings that don't fit the plan. */
interface Found {
  planId: number;
  unit: UnitRef | null;
  periodId: number | null;
  problems: ("period" | "goal" | "countries")[];
}

/** null for a plan that there isn't. */
export async function subjectOfSettings(planCode: string, settings: PublicationSettings): Promise<Found | null> {
  const client = await db();
  const plan = await client.plan.findUnique({
    where: { code: planCode },
    select: {
      id: true,
      units: { where: { level: { in: ["region", "country"] } }, select: { id: true, code: true, level: true } },
      periods: { where: { code: settings.period }, select: { id: true } },
      editions: {
        where: presentEdition,
        select: { nodes: { where: { node: { kind: "goal" } }, select: { code: true } } },
      },
    },
  });
  if (!plan) return null;
  const [period] = plan.periods;
  const hasResults =
    period &&
    (await client.result.findFirst({
      where: { planId: plan.id, periodId: period.id, ...present },
      select: { unitId: true },
    }));
  const countries = new Set(plan.units.filter(({ level }) => level === "country").map(({ code }) => code));
  const problems: Found["problems"] = [];
  if (!hasResults) problems.push("period");
  if (settings.goal !== null && !plan.editions[0]?.nodes.some(({ code }) => code === settings.goal))
    problems.push("goal");
  if (!settings.countries.every((code) => countries.has(code))) problems.push("countries");
  return {
    planId: plan.id,
    unit: plan.units.find(({ code }) => code === settings.unit) ?? null,
    periodId: period?.id ?? null,
    problems,
  };
}
