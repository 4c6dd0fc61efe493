import "server-only";
import { partyOf } from "@/lib/domain/commitments/parties";
import { type Actor, can, grantsIn } from "@/lib/domain/permissions";
import { factsOf, observationSelect, observationView } from "@/lib/server/commitments/observation-rows";
import { db } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { ObservationListView } from "@/lib/views/commitments/observation-view";

/** Observations of a plan as somebody may read them, the newest first; null where there is no such plan or they have no part in it. */
export async function observationList(
  actor: Actor,
  planCode: string,
  { locale, now }: Asked,
): Promise<ObservationListView | null> {
  const client = await db();
  const plan = await client.plan.findUnique({
    where: { code: planCode },
    select: {
      ...{ id: true, code: true, resultsVersion: true },
      units: { orderBy: { position: "asc" }, select: { id: true, code: true, level: true } },
    },
  });
  if (!plan || grantsIn(actor, plan.id).length === 0) return null;
  const framework = await frameworkOf(plan, locale);
  const rows = await client.addressedText.findMany({
    where: { planId: plan.id, kind: "observation" },
    orderBy: { id: "desc" },
    select: observationSelect,
  });
  const listed = rows.flatMap((row) => {
    const party = partyOf(actor, factsOf(row));
    const view = party && observationView(row, { party, framework, locale, now });
    if (!view) return [];
    const { rounds: _, sources: __, language: ___, ...head } = view;
    return [{ ...head, party }];
  });
  return {
    plan: plan.code,
    listed,
    units: plan.units
      .filter((unit) => can(actor, "observe", { planId: plan.id, unit }))
      .map(({ id }) => framework.units.get(id)!),
  };
}
