import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { mayUsePublication } from "@/lib/domain/publication";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";

/**
 * The units of the plan that the person may make a publication about, and which publications of the plan are theirs to
 * read; null where there are no such units, or no such plan.
 */
export async function unitsToMakeAbout(actor: Actor, planCode: string) {
  const client = await db();
  const plan = await client.plan.findUnique({
    where: { code: planCode },
    select: {
      ...{ id: true, resultsVersion: true },
      units: {
        where: { level: { in: ["region", "country"] } },
        orderBy: { position: "asc" },
        select: { id: true, code: true, level: true },
      },
    },
  });
  const units = plan?.units.filter((unit) => can(actor, "makePublication", { planId: plan.id, unit })) ?? [];
  if (!plan || units.length === 0) return null;
  const readable: Prisma.PublicationWhereInput = {
    planId: plan.id,
    OR: [false, true].map((isInternal) => ({
      isInternal,
      unitId: {
        in: units.flatMap((unit) => (mayUsePublication(actor, isInternal, { planId: plan.id, unit }) ? unit.id : [])),
      },
    })),
  };
  return { planId: plan.id, version: plan.resultsVersion, units, readable };
}
