import "server-only";
import { observationMay } from "@/lib/domain/commitments/observation-may";
import { partyOf } from "@/lib/domain/commitments/parties";
import { type Actor, can } from "@/lib/domain/permissions";
import { factsOf, observationSelect, observationView, standingOf } from "@/lib/server/commitments/observation-rows";
import { replyClocks } from "@/lib/server/commitments/reply-clocks";
import { db } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { WorkingObservationView } from "@/lib/views/commitments/observation-view";

/** An observation for somebody who works with it; null where there is none of which they may know as more than anybody. */
export async function observationForWork(
  actor: Actor,
  planCode: string,
  id: number,
  { locale, now }: Asked,
): Promise<WorkingObservationView | null> {
  const client = await db();
  const row = await client.addressedText.findFirst({
    where: { id, kind: "observation", plan: { code: planCode } },
    select: { ...observationSelect, plan: { select: { id: true, code: true, resultsVersion: true } } },
  });
  if (!row) return null;
  const facts = factsOf(row);
  const party = partyOf(actor, facts);
  if (party === null) return null;
  const view = observationView(row, { party, framework: await frameworkOf(row.plan, locale), locale, now });
  if (!view) return null;
  const last = row.rounds.at(-1)!;
  const [response] = last.responses;
  const drafts = response?.state !== "given" && response?.kind && can(actor, "draftReply", facts) ? response : null;
  const drafter =
    drafts?.draftedById == null
      ? null
      : await client.user.findUnique({ where: { id: drafts.draftedById }, select: { name: true } });
  return {
    ...{ ...view, plan: row.plan.code, rowVersion: row.rowVersion, party, attribution: facts.attribution },
    clocks: await replyClocks(client),
    draftReply:
      drafts?.draftedAt && drafts.kind
        ? { kind: drafts.kind, body: drafts.body, at: drafts.draftedAt.toISOString(), by: drafter?.name ?? "" }
        : null,
    may: observationMay(actor, facts, { ...standingOf(last), round: last.round, number: row.number }),
  };
}
