import "server-only";
import { partyOf } from "@/lib/domain/commitments/parties";
import type { Actor } from "@/lib/domain/permissions";
import { type CorrectedRow, correctedByText, correctedOfPlan } from "@/lib/server/commitments/corrected-after";
import { factsOf, observationSelect, observationView } from "@/lib/server/commitments/observation-rows";
import { byText, type DecidedOf, decidedOfPlan } from "@/lib/server/commitments/subjects/read-decided";
import { Prisma, type PrismaClient } from "@/lib/server/db/generated/client";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import type { ObservationView } from "@/lib/views/commitments/observation-view";

/** What is told of a plan's observations besides their rows: the decisions that they are about, and what was corrected since. */
export interface OfObservations {
  decided: DecidedOf[];
  corrected: CorrectedRow[];
}

/** Its columns, of a statement that asks for more. @param planId a column */
export const ofObservations = (planId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  ${decidedOfPlan(planId)} AS decided, ${correctedOfPlan(planId)} AS corrected`;

/** What civil society observed about a unit in a year, or for the region about any, as far as somebody may know of it. */
export async function observationsOfYear(
  client: Pick<PrismaClient, "addressedText">,
  { planId, unitId, year, ...told }: { planId: number; unitId: number; year: number } & OfObservations,
  reader: { actor: Actor | null; framework: PlanFramework; locale: string; threshold: number; now: Date },
): Promise<ObservationView[]> {
  const { actor, ...read } = reader;
  const isRegion = read.framework.units.get(unitId)?.level === "region";
  const periodIds = read.framework.periods
    .filter(({ startsOn }) => startsOn.getUTCFullYear() === year)
    .map(({ id }) => id);
  const rows = await client.addressedText.findMany({
    where: {
      planId,
      kind: "observation",
      number: { not: null },
      observation: { periodId: { in: periodIds } },
      ...(isRegion ? {} : { units: { some: { unitId } } }),
    },
    orderBy: { number: "asc" },
    select: observationSelect,
  });
  const decided = byText(told.decided);
  const corrected = correctedByText(told.corrected);
  return rows.flatMap((row) => {
    const party = actor && partyOf(actor, factsOf(row));
    const view = observationView(row, { party, ...read, decided, corrected });
    // Of what was withdrawn, no words are left to tell; what waits for the safety check isn't said yet.
    return view?.rounds.some(({ stage }) => stage === "passed") ? [view] : [];
  });
}
