import "server-only";
import { mostRecommendations } from "@/lib/domain/commitments/recommendation";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { RecommendationSaid } from "@/lib/schemas/commitments/recommendation-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { recommendationEvent } from "@/lib/server/commitments/hold-recommendation";
import { recommendedNode, unitsRecommendedTo } from "@/lib/server/commitments/recommendation-subject";
import { transaction } from "@/lib/server/transaction";

/**
 * Begins a recommendation of a forum that was held, as a draft that only those who speak for the young people read.
 * @returns its id
 * @throws Refusal `notFound`, `notAllowed`, `recommendationsFull`; InvalidFields for what the plan doesn't have
 */
export function addRecommendation(
  actor: Actor,
  { plan, meeting: meetingId }: { plan: string; meeting: number },
  { body, language, node, units }: RecommendationSaid,
  now: Date,
): Promise<{ id: number }> {
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM meeting WHERE id = ${meetingId} FOR NO KEY UPDATE`;
    const forum = await tx.meeting.findFirst({
      where: { id: meetingId, kind: "youthForum", plan: { code: plan } },
      select: { planId: true, state: true, unit: { select: { id: true, code: true, level: true } } },
    });
    if (!forum) throw new Refusal("notFound");
    const { planId, unit } = forum;
    mustBeAble(actor, "recommend", { planId, unit });
    // What is recommended was said there.
    if (forum.state === "planned" || forum.state === "papersOut") throw new Refusal("changedMeanwhile");
    if ((await tx.recommendation.count({ where: { meetingId } })) >= mostRecommendations)
      throw new Refusal("recommendationsFull", { most: mostRecommendations });
    const unitIds = await unitsRecommendedTo(tx, planId, units);
    const nodeId = await recommendedNode(tx, planId, node);
    const { id } = await tx.addressedText.create({
      data: {
        planId,
        kind: "recommendation",
        locale: language,
        createdAt: now,
        organisationId: actor.organisation.id,
        authorId: actor.id,
        units: { create: unitIds.map((unitId) => ({ unitId })) },
        rounds: { create: { round: 1, body } },
      },
      select: { id: true },
    });
    await tx.recommendation.create({ data: { textId: id, planId, meetingId, nodeId } });
    await writeAudit(tx, {
      ...recommendationEvent({ id, number: null, planId, planCode: plan }),
      actorId: actor.id,
      action: "recommendationAdded",
      after: { node, units },
    });
    return { id };
  });
}
