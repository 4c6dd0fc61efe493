import "server-only";
import type { UnitRef } from "@/lib/domain/permissions";
import type { PublicationSettings } from "@/lib/domain/publication";
import { db } from "@/lib/server/db/client";
import { asOf, present } from "@/lib/server/results/stored/as-of";

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
  problems: ("release" | "period" | "goal" | "countries")[];
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
        where: { fromVersion: { not: null } },
        orderBy: { fromVersion: "asc" },
        select: { fromVersion: true, nodes: { where: { node: { kind: "goal" } }, select: { code: true } } },
      },
      releases: { where: { code: settings.release ?? "" }, select: { version: true } },
    },
  });
  if (!plan) return null;
  const [period] = plan.periods;
  const [release] = plan.releases;
  const isReleased = settings.release === null || release !== undefined;
  const hasResults =
    period &&
    isReleased &&
    (await client.result.findFirst({
      where: { planId: plan.id, periodId: period.id, ...(release ? asOf(release.version) : present) },
      select: { unitId: true },
    }));
  const countries = new Set(plan.units.filter(({ level }) => level === "country").map(({ code }) => code));
  const problems: Found["problems"] = [];
  if (!isReleased) problems.push("release");
  if (!hasResults) problems.push("period");
  const edition = plan.editions.findLast(({ fromVersion }) => !release || fromVersion! <= release.version);
  if (settings.goal !== null && !edition?.nodes.some(({ code }) => code === settings.goal)) problems.push("goal");
  if (!settings.countries.every((code) => countries.has(code))) problems.push("countries");
  return {
    planId: plan.id,
    unit: plan.units.find(({ code }) => code === settings.unit) ?? null,
    periodId: period?.id ?? null,
    problems,
  };
}
