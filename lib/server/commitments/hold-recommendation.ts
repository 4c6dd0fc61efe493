import "server-only";
import {
  type RecommendationFacts,
  type RecommendationParty,
  readsRecommendation,
  recommendationParty,
} from "@/lib/domain/commitments/recommendation";
import type { Actor, UnitRef } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { RecommendationSeen } from "@/lib/schemas/commitments/recommendation-forms";
import type { AuditEntry } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { raiseAreas } from "@/lib/server/page-cache/raise-areas";

/** Of the one round that a recommendation has. */
export const onlyRound = 1;

/** A recommendation that nobody else changes until the transaction ends, and where it stands. */
export interface HeldRecommendation extends RecommendationFacts {
  id: number;
  number: number | null;
  /** The language in which it was said. */
  locale: string;
  rowVersion: number;
  planCode: string;
  /** The forum's. */
  meetingId: number;
  /** Whom it addresses. */
  units: UnitRef[];
  /** What the actor is to it. */
  party: RecommendationParty;
}

/**
 * Holds a recommendation that somebody does something with, as they saw it.
 * @throws Refusal `notFound` also for whoever may not know of it; `changedMeanwhile`
 */
export async function holdRecommendation(
  tx: Transaction,
  actor: Actor,
  seen: RecommendationSeen,
): Promise<HeldRecommendation> {
  const held = await lockRecommendation(tx, actor, seen);
  if (held.rowVersion !== seen.rowVersion) throw new Refusal("changedMeanwhile");
  return held;
}

/** One with the unit that answers: `rowVersion` is that of its own answer, whatever others answered meanwhile. */
interface HeldAnswer extends HeldRecommendation {
  unit: UnitRef;
}

/**
 * Holds a recommendation whose answer of a unit somebody writes, or tells more of, as they saw that answer.
 * @param seen with the version of the unit's answer
 * @throws Refusal `notFound` also of a unit that isn't addressed; `changedMeanwhile`
 */
export async function holdAnswer(
  tx: Transaction,
  actor: Actor,
  seen: RecommendationSeen,
  code: string,
): Promise<HeldAnswer> {
  const held = await lockRecommendation(tx, actor, seen);
  const unit = held.units.find((each) => each.code === code);
  if (!unit) throw new Refusal("notFound");
  const { rowVersion } = await tx.addressedUnit.findUniqueOrThrow({
    where: { textId_unitId: { textId: held.id, unitId: unit.id } },
    select: { rowVersion: true },
  });
  if (rowVersion !== seen.rowVersion) throw new Refusal("changedMeanwhile");
  return { ...held, rowVersion, unit };
}

/** Raises the version of the held answer. @throws Refusal `changedMeanwhile` */
export async function changeAnswer(
  tx: Transaction,
  { id, unit, rowVersion }: Pick<HeldAnswer, "id" | "unit" | "rowVersion">,
): Promise<void> {
  const { count } = await tx.addressedUnit.updateMany({
    where: { textId: id, unitId: unit.id, rowVersion },
    data: { rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new Refusal("changedMeanwhile");
}

async function lockRecommendation(
  tx: Transaction,
  actor: Actor,
  { plan, id }: Pick<RecommendationSeen, "plan" | "id">,
): Promise<HeldRecommendation> {
  await tx.$queryRaw`SELECT FROM addressed_text WHERE id = ${id} FOR NO KEY UPDATE`;
  const row = await tx.addressedText.findFirst({
    where: { id, kind: "recommendation", plan: { code: plan } },
    select: {
      number: true,
      locale: true,
      rowVersion: true,
      planId: true,
      organisationId: true,
      end: true,
      units: { orderBy: { unitId: "asc" }, select: { unit: { select: { id: true, code: true, level: true } } } },
      rounds: { select: { stage: true } },
      recommendation: {
        select: { meetingId: true, meeting: { select: { unit: { select: { id: true, code: true, level: true } } } } },
      },
    },
  });
  const [round] = row?.rounds ?? [];
  if (!row?.recommendation || !round) throw new Refusal("notFound");
  const { units, rounds: _, recommendation, ...own } = row;
  const facts = { ...own, stage: round.stage, forumUnit: recommendation.meeting.unit };
  const party = recommendationParty(actor, facts);
  if (!readsRecommendation(party, facts)) throw new Refusal("notFound");
  return {
    id,
    ...facts,
    planCode: plan,
    party,
    meetingId: recommendation.meetingId,
    units: units.map(({ unit }) => unit),
  };
}

/**
 * Makes the public pages of what young people recommend anew, and the slides of meetings, which say it too.
 * @param more other areas to be made anew
 */
export const raiseYouthForum = (
  tx: Pick<Transaction, "$executeRaw">,
  planId: number,
  more: readonly string[] = [],
): Promise<void> => raiseAreas(tx, planId, ["meetings", "youth-forum", ...more]);

/** What the audit says of every event of a recommendation. Its words don't stand there. */
export const recommendationEvent = ({
  id,
  number,
  planId,
  planCode,
}: Pick<HeldRecommendation, "id" | "number" | "planId" | "planCode">): Pick<
  AuditEntry,
  "stream" | "subject" | "place"
> => ({
  stream: `addressed:${id}`,
  subject: `recommendation ${planCode} ${number === null ? `draft ${id}` : number}`,
  place: { planId },
});
