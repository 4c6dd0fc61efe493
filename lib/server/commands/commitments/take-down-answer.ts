import "server-only";
import type { SafetyRule } from "@/lib/domain/commitments/observation";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { AnswerPart, ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import type { PlatformReportSeen } from "@/lib/schemas/commitments/platform-forms";
import { type AuditEntry, writeAudit } from "@/lib/server/audit/write";
import { platformReportEvent } from "@/lib/server/civil-society/hold-platform";
import { changePlatformReport, holdPlatformReport } from "@/lib/server/civil-society/hold-platform-report";
import { changeText, observationEvent } from "@/lib/server/commitments/hold-observation";
import { raiseYouthForum, recommendationEvent } from "@/lib/server/commitments/hold-recommendation";
import { raiseObservations } from "@/lib/server/commitments/raise-observations";
import { emptyKeyActions, emptyReplies } from "@/lib/server/commitments/safety/empty-words";
import type { Transaction } from "@/lib/server/db/client";
import { eraseFromPublications, sayingTexts } from "@/lib/server/publications/drop-publications";
import { transaction } from "@/lib/server/transaction";

/** An observation or a recommendation as somebody saw it; or a point of a platform's report, by the row of its text, in that report. */
type AnsweredSeen = ObservationSeen | (PlatformReportSeen & { point: number });

/**
 * Takes a given reply, or a key action of one, down for safety by itself, with the rule that it broke: its words are gone from
 * every row, and the papers that say them too. Its kind, its days and what it answers stay.
 * @throws Refusal `notFound` also for words that aren't given, `notAllowed`, `changedMeanwhile`
 */
export async function takeDownAnswer(
  actor: Actor,
  seen: AnsweredSeen,
  part: AnswerPart,
  rule: SafetyRule,
  now: Date,
): Promise<void> {
  await transaction(async (tx) => {
    const held = await ("point" in seen ? holdAnsweredPoint(tx, actor, seen) : holdAnswered(tx, actor, seen));
    const saying = sayingTexts([held.id]);
    const offering = await eraseFromPublications(tx, actor, { ...held, planCode: seen.plan }, saying);
    const count =
      part.of === "reply"
        ? await emptyReplies(tx, { textId: held.id, round: part.round, asked: { unit: { code: part.unit } } }, now)
        : await emptyKeyActions(tx, { id: part.id, textId: held.id, response: { state: "given" } }, now);
    if (count === 0) throw new Refusal("notFound");
    await held.change(offering);
    const said = part.of === "reply" ? { round: part.round, unit: part.unit, rule } : { keyAction: part.id, rule };
    await writeAudit(tx, {
      ...held.event,
      actorId: actor.id,
      action: "answerTakenDown",
      after: held.point === null ? said : { point: held.point, ...said },
    });
  });
}

interface Answered {
  id: number;
  planId: number;
  event: Pick<AuditEntry, "stream" | "subject" | "place">;
  /** Which of a report's it is, for the audit; null of what isn't one. */
  point: string | null;
  /** Raises the version of what was seen, and makes the public pages anew where it may stand, or files that say it. @throws Refusal `changedMeanwhile` */
  change(offering: readonly string[]): Promise<void>;
}

/** Holds a point whose answers somebody takes down, as they saw its report. */
async function holdAnsweredPoint(
  tx: Transaction,
  actor: Actor,
  { point: id, ...seen }: Extract<AnsweredSeen, { point: number }>,
): Promise<Answered> {
  const report = await holdPlatformReport(tx, actor, seen, "takeDown");
  const point = await tx.platformPoint.findFirst({
    where: { textId: id, reportId: report.id },
    select: { kind: true, position: true, text: { select: { end: true } } },
  });
  if (!point) throw new Refusal("notFound");
  if (point.text.end !== null) throw new Refusal("changedMeanwhile");
  return {
    id,
    planId: report.planId,
    event: platformReportEvent(report),
    point: `${point.kind} ${point.position}`,
    // Its pages are all that offer files.
    change: () => changePlatformReport(tx, report),
  };
}

/** Holds an observation or a recommendation whose answers somebody takes down, as they saw it. */
async function holdAnswered(
  tx: Transaction,
  actor: Actor,
  { plan: planCode, id, rowVersion }: ObservationSeen,
): Promise<Answered> {
  await tx.$queryRaw`SELECT FROM addressed_text WHERE id = ${id} FOR NO KEY UPDATE`;
  const row = await tx.addressedText.findFirst({
    where: { id, kind: { in: ["observation", "recommendation"] }, plan: { code: planCode } },
    select: {
      number: true,
      planId: true,
      rowVersion: true,
      end: true,
      observation: { select: { visibility: true } },
      units: { orderBy: { unitId: "asc" }, select: { unit: { select: { id: true, code: true, level: true } } } },
    },
  });
  const unit = row?.units[0]?.unit;
  if (!row || !unit) throw new Refusal("notFound");
  const { number, planId, end, observation } = row;
  mustBeAble(actor, "checkSafety", { planId });
  if (row.rowVersion !== rowVersion || end === "takenDown") throw new Refusal("changedMeanwhile");
  return {
    id,
    planId,
    point: null,
    event: observation
      ? observationEvent({ id, number, planId, unit })
      : recommendationEvent({ id, number, planId, planCode }),
    change: async (offering) => {
      await changeText(tx, { id, rowVersion, end });
      if (observation) await raiseObservations(tx, { planId, visibility: observation.visibility }, offering);
      else await raiseYouthForum(tx, planId, offering);
    },
  };
}
