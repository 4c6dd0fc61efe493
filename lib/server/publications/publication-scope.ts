import "server-only";
import { type Actor, can, type UnitSubject } from "@/lib/domain/permissions";
import { mayReadPublication } from "@/lib/domain/publication";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";

/**
 * The units of the plan that the person may make a publication about, and which publications of the plan are theirs to
 * read; null for whoever may read none, or where there is no such plan.
 */
export async function publicationScope(actor: Actor, planCode: string) {
  const client = await db();
  const plan = await client.plan.findUnique({
    where: { code: planCode },
    select: {
      id: true,
      resultsVersion: true,
      units: {
        where: { level: { in: ["region", "country"] } },
        orderBy: { position: "asc" },
        select: { id: true, code: true, level: true },
      },
    },
  });
  const unitsFor = (test: (about: UnitSubject) => boolean) =>
    plan?.units.filter((unit) => test({ planId: plan.id, unit })) ?? [];
  if (!plan || unitsFor((about) => mayReadPublication(actor, false, about)).length === 0) return null;
  const readable: Prisma.PublicationWhereInput = {
    planId: plan.id,
    // Files of a platform's report are offered where the report is, to whoever reads it.
    platformReportId: null,
    OR: [false, true].map((isInternal) => ({
      isInternal,
      unitId: {
        in: unitsFor((about) => mayReadPublication(actor, isInternal, about)).map(({ id }) => id),
      },
    })),
  };
  const units = unitsFor((about) => can(actor, "makePublication", about));
  return { planId: plan.id, version: plan.resultsVersion, units, readable };
}
