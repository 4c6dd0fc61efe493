import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { mayMakePublication, type PublicationSettings, type PublicationState } from "@/lib/domain/publication";
import { Refusal } from "@/lib/domain/refusal";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";

/** As `requestPublication` wrote them. Those of earlier versions name no release. */
export const storedSettings = (settings: Prisma.JsonValue): PublicationSettings => ({
  release: null,
  ...(settings as unknown as Omit<PublicationSettings, "release">),
});

/** A publication as commands need it. */
export interface LocatedPublication {
  id: number;
  planId: number;
  unitId: number;
  settings: PublicationSettings;
  state: PublicationState;
  jobId: number | null;
}

/** @throws Refusal `notFound` for a publication that there isn't, or that the person may not make, and for a platform's report */
export async function mustLocatePublication(actor: Actor, planCode: string, id: number): Promise<LocatedPublication> {
  const client = await db();
  const row = await client.publication.findFirst({
    // Files of a report are asked for where the report is.
    where: { id, platformReportId: null, plan: { code: planCode } },
    select: {
      id: true,
      planId: true,
      isInternal: true,
      settings: true,
      state: true,
      jobId: true,
      unit: { select: { id: true, level: true } },
    },
  });
  if (!row || !mayMakePublication(actor, row.isInternal, row)) throw new Refusal("notFound");
  const { unit, isInternal: _, settings, ...located } = row;
  return { ...located, unitId: unit.id, settings: storedSettings(settings) };
}

/** The stream of the publication's audit events, and what they are about. */
export const publicationEvent = (
  { id, planId, unitId }: Pick<LocatedPublication, "id" | "planId" | "unitId">,
  plan: string,
  { kind, unit, period }: PublicationSettings,
) => ({
  stream: `publication:${id}`,
  subject: `publication ${id}: ${plan} ${kind} ${unit} ${period}`,
  place: { planId, unitId },
});
