import "server-only";
import { partyOf } from "@/lib/domain/commitments/parties";
import type { Actor } from "@/lib/domain/permissions";
import { factsOf, observationSelect, observationView } from "@/lib/server/commitments/observation-rows";
import { byText, type DecidedOf } from "@/lib/server/commitments/subjects/read-decided";
import type { PrismaClient } from "@/lib/server/db/generated/client";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import type { ObservationView } from "@/lib/views/commitments/observation-view";

/** What civil society observed about a unit in a year, or for the region about any, as far as somebody may know of it. */
export async function observationsOfYear(
  client: Pick<PrismaClient, "addressedText">,
  {
    planId,
    unitId,
    year,
    decided: ofPlan,
  }: { planId: number; unitId: number; year: number; decided: readonly DecidedOf[] },
  reader: { actor: Actor | null; framework: PlanFramework; locale: string; threshold: number; now: Date },
): Promise<ObservationView[]> {
  const { actor, ...read } = reader;
  const isRegion = read.framework.units.get(unitId)?.level === "region";
  const periodIds = read.framework.periods
    .filter(({ startsOn }) => startsOn.getUTCFullYear() === year)
    .map(({ id }) => id);
  const rows = await client.addressedText.findMany({
    where: {
      ...{ planId, kind: "observation", number: { not: null }, observation: { periodId: { in: periodIds } } },
      ...(isRegion ? {} : { units: { some: { unitId } } }),
    },
    orderBy: { number: "asc" },
    select: observationSelect,
  });
  const decided = byText(ofPlan);
  return rows.flatMap((row) => {
    const party = actor && partyOf(actor, factsOf(row));
    const view = observationView(row, { party, ...read, decided });
    // Of what was withdrawn, no words are left to tell; what waits for the safety check isn't said yet.
    return view?.rounds.some(({ stage }) => stage === "passed") ? [view] : [];
  });
}
