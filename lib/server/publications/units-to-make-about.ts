import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";

/** The units of the plan that the person may make a publication about; null where there are none, or no such plan. */
export async function unitsToMakeAbout(actor: Actor, planCode: string) {
  const client = await db();
  const plan = await client.plan.findUnique({
    where: { code: planCode },
    select: {
      ...{ id: true, publicationVersion: true },
      units: {
        where: { level: { in: ["region", "country"] } },
        orderBy: { position: "asc" },
        select: { id: true, code: true, level: true },
      },
    },
  });
  const units = plan?.units.filter((unit) => can(actor, "makePublication", { planId: plan.id, unit })) ?? [];
  if (!plan || units.length === 0) return null;
  return { planId: plan.id, version: plan.publicationVersion, units, unitIds: units.map(({ id }) => id) };
}
