import "server-only";
import { partyOf } from "@/lib/domain/commitments/parties";
import { isAskedIfValid as isAskedIfValidOf } from "@/lib/domain/commitments/validity";
import { isTimed, waitingFor } from "@/lib/domain/commitments/waiting";
import { type Actor, can, grantsIn } from "@/lib/domain/permissions";
import { type CorrectedRow, correctedByText, correctedJson } from "@/lib/server/commitments/corrected-after";
import { factsOf, observationSelect, observationView } from "@/lib/server/commitments/observation-rows";
import { readDecided } from "@/lib/server/commitments/subjects/read-decided";
import { type ValidityRow, validityJson } from "@/lib/server/commitments/validity/validity-rows";
import { db } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { ListedObservation, ObservationListView } from "@/lib/views/commitments/observation-view";

/** Observations of a plan as somebody may read them; null where there is no such plan or they have no part in it. */
export async function observationList(
  actor: Actor,
  planCode: string,
  { locale, now }: Asked,
): Promise<ObservationListView | null> {
  const client = await db();
  const plan = await client.plan.findUnique({
    where: { code: planCode },
    select: { id: true, code: true, resultsVersion: true, smallCountThreshold: true },
  });
  if (!plan || grantsIn(actor, plan.id).length === 0) return null;
  const framework = await frameworkOf(plan, locale);
  const rows = await client.addressedText.findMany({
    where: { planId: plan.id, kind: "observation" },
    orderBy: { id: "desc" },
    select: observationSelect,
  });
  const ids = rows.map(({ id }) => id);
  const decided = await readDecided(client, ids);
  const [{ asked, corrected }] = await client.$queryRaw<[{ asked: ValidityRow[]; corrected: CorrectedRow[] }]>`
    SELECT ${validityJson(ids)} AS asked, ${correctedJson(ids, plan.resultsVersion)} AS corrected`;
  const reader = {
    framework,
    locale,
    threshold: plan.smallCountThreshold,
    now,
    decided,
    corrected: correctedByText(corrected),
  };
  const listed = rows.flatMap((row) => {
    const party = partyOf(actor, factsOf(row));
    const view = party && observationView(row, { party, ...reader });
    if (!view) return [];
    const last = asked.find(({ textId }) => textId === row.id);
    const isAskedIfValid = isAskedIfValidOf(row.end, last);
    const { rounds: _, sources: __, language: ___, shadow: ____, ...head } = view;
    return [{ ...head, party, waiting: waitingFor(party, { ...head, isAskedIfValid }) }];
  });
  return {
    plan: plan.code,
    listed: listed.sort(pressing),
    units: [...framework.units].flatMap(([id, unit]) =>
      can(actor, "observe", { planId: plan.id, unit: { id, level: unit.level } }) ? [unit] : [],
    ),
  };
}

/** What waits first: what has a due date, the oldest first, and then the rest, the newest first. */
function pressing(one: ListedObservation, other: ListedObservation): number {
  const [dueOfOne, dueOfOther] = [one, other].map(({ waiting, dueOn }) => (isTimed(waiting) ? dueOn : null));
  if (dueOfOne && dueOfOther && dueOfOne !== dueOfOther) return dueOfOne < dueOfOther ? -1 : 1;
  const rank = ({ waiting }: ListedObservation) => (isTimed(waiting) ? 0 : waiting ? 1 : 2);
  return rank(one) - rank(other) || other.id - one.id;
}
