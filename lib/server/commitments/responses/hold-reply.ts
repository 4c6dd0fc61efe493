import "server-only";
import { passedRound, type ResponseStep } from "@/lib/domain/commitments/addressed-life";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import type { AuditEntry } from "@/lib/server/audit/write";
import { raisePlatforms } from "@/lib/server/civil-society/hold-platform";
import { changePlatformReport, isAnswered } from "@/lib/server/civil-society/hold-platform-report";
import { holdPoint } from "@/lib/server/civil-society/hold-point";
import { tellMembers } from "@/lib/server/civil-society/tell-members";
import type { Transaction } from "@/lib/server/db/client";
import type { HeldResponse } from "../hold-key-actions";
import { changeText, holdStanding, observationEvent } from "../hold-observation";
import { changeAnswer, onlyRound } from "../hold-recommendation";
import { raiseObservations } from "../raise-observations";
import { tellAuthor } from "../tell";

/** An observation as somebody saw it; or a unit's answer to a point of a platform's report, by the row of the point's text. */
export type ReplySeen = ObservationSeen & ({ unit?: undefined } | { unit: string; kind: "platformPoint" });

type ReplyStep = Extract<ResponseStep, "draftReply" | "sendReply">;

/** A reply that somebody drafts or sends, which nobody else changes until the transaction ends. */
interface HeldReply extends Pick<HeldResponse, "id" | "unit" | "isOfYoung" | "change"> {
  round: number;
  event: Pick<AuditEntry, "stream" | "subject" | "place" | "action">;
  /** What the audit says of which reply it is. */
  of: Record<string, string | number>;
  /** What follows when it is sent: the public pages, whoever spoke, and what is answered with it. */
  follow(now: Date): Promise<void>;
}

/**
 * Holds what somebody drafts or sends a reply to, as they saw it.
 * @throws Refusal `notFound`, `notAllowed`; `changedMeanwhile` also of what has ended
 */
export const holdReply = (tx: Transaction, actor: Actor, seen: ReplySeen, step: ReplyStep): Promise<HeldReply> =>
  seen.unit === undefined ? ofObservation(tx, actor, seen, step) : ofPoint(tx, actor, seen, seen.unit, step);

async function ofObservation(
  tx: Transaction,
  actor: Actor,
  seen: ObservationSeen,
  step: ReplyStep,
): Promise<HeldReply> {
  const held = await holdStanding(tx, actor, seen);
  mustBeAble(actor, step, held);
  // What its author writes after the round that was passed on is nobody else's yet: a late reply goes to that one.
  const passed = passedRound(held.rounds);
  if (!passed) throw new Refusal("changedMeanwhile");
  const { id, unit } = held;
  const { round } = passed;
  return {
    id,
    unit,
    isOfYoung: held.isOfYoung,
    round,
    of: { round },
    event: { ...observationEvent(held), action: step === "sendReply" ? "replySent" : "replyDrafted" },
    change: () => changeText(tx, held),
    follow: async (now) => {
      await raiseObservations(tx, held);
      await tellAuthor(tx, { ...held, number: held.number! }, now);
    },
  };
}

async function ofPoint(
  tx: Transaction,
  actor: Actor,
  seen: ObservationSeen,
  code: string,
  step: ReplyStep,
): Promise<HeldReply> {
  const held = await holdPoint(tx, actor, seen, code);
  const { id, planId, unit, kind, position, report, event } = held;
  mustBeAble(actor, step, { planId, unit });
  return {
    id,
    unit,
    isOfYoung: false,
    round: onlyRound,
    of: { point: `${kind} ${position}`, unit: unit.code },
    event: { ...event, action: step === "sendReply" ? "pointReplySent" : "pointReplyDrafted" },
    change: () => changeAnswer(tx, held),
    follow: async (now) => {
      // What other units answered meanwhile changes nothing of this one's.
      if (report.state === "presented" && (await isAnswered(tx, report.id)))
        await changePlatformReport(tx, report, { state: "answered" });
      else await raisePlatforms(tx, planId);
      await tellMembers(tx, report, unit, `${id} ${held.rowVersion}`, now);
    },
  };
}
