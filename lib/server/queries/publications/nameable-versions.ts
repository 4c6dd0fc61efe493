import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import type { NameableVersion } from "@/lib/views/results-plan";

/** Older ones are named by nobody: so many are offered. */
const OFFERED = 50;

/** The results versions that have no name yet and can be read as they stood, the newest first; null for who may name none. */
export async function nameableVersions(actor: Actor, planCode: string): Promise<NameableVersion[] | null> {
  const client = await db();
  const plan = await client.plan.findUnique({ where: { code: planCode }, select: { id: true, historyFrom: true } });
  if (!plan || !can(actor, "makeRelease", { planId: plan.id })) return null;
  const rows = await client.resultsVersion.findMany({
    where: { planId: plan.id, version: { gte: plan.historyFrom }, release: null, cause: { notIn: ["release"] } },
    orderBy: { version: "desc" },
    take: OFFERED,
    select: { version: true, subject: true, createdAt: true },
  });
  return rows.map(({ createdAt, ...row }) => ({ ...row, day: dayInRegion(createdAt) }));
}
