import "server-only";
import { passedRound } from "@/lib/domain/commitments/addressed-life";
import { responseMay } from "@/lib/domain/commitments/response-may";
import { type Actor, mustBeAble, type UnitRef } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import type { AuditEntry } from "@/lib/server/audit/write";
import { raisePlatforms } from "@/lib/server/civil-society/hold-platform";
import { holdPoint } from "@/lib/server/civil-society/hold-point";
import { tellMembers } from "@/lib/server/civil-society/tell-members";
import type { Transaction } from "@/lib/server/db/client";
import { raiseAreaVersion } from "@/lib/server/page-cache/raise-area-version";
import { tellFacilitators } from "@/lib/server/youth/tell";
import { holdAgreedDecision } from "./hold-decision";
import { changeText, type HeldObservation, holdObservation, observationEvent } from "./hold-observation";
import { changeAnswer, holdAnswer, onlyRound, raiseYouthForum, recommendationEvent } from "./hold-recommendation";
import { raiseObservations } from "./raise-observations";
import { tellAuthor } from "./tell";

/**
 * An observation as somebody saw it; or with the unit that acts, its answer to a recommendation or to a point of a platform's report,
 * or a decision. Of the last one, on which many act, `rowVersion` is that of the key action that is told of.
 */
export type ResponseSeen = ObservationSeen & { unit?: string; kind?: "platformPoint" | "decision" };

/** The response of a unit, whose key actions nobody else changes until the transaction ends. */
export interface HeldResponse extends Pick<HeldObservation, "id" | "rowVersion" | "end"> {
  /** Null of a decision. */
  round: number | null;
  unit: UnitRef;
  isGiven: boolean;
  /** Whether what is said of it names nobody: it is young people's, who may be children. */
  isOfYoung: boolean;
  /** The organisations one of which does it; null where any of the unit's may, or its task force. */
  doers: readonly number[] | null;
  /** Whether telling is judged by the key action that is told of, whatever others told meanwhile of others of the text. */
  isToldApart: boolean;
  event: Pick<AuditEntry, "stream" | "subject" | "place">;
  /** Raises the version of what was seen. @throws Refusal `changedMeanwhile` */
  change(): Promise<void>;
  /** Makes the public pages anew where it may stand. */
  raise(): Promise<void>;
  /** Tells its author, where they are told by mail. */
  tellAuthor(now: Date): Promise<void>;
}

/**
 * Holds the response whose key actions somebody changes: as long as it is written, whoever drafts it; once it is given, who
 * sends it. What was closed by its author is still acted on where it was replied to; what was withdrawn or taken down isn't
 * told of any more.
 * To a decision others add theirs meanwhile: the caller judges what was seen.
 * @param keyAction one that is told of: of an observation, what was promised in its first round is so after the second one too
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export async function holdKeyActions(
  tx: Transaction,
  actor: Actor,
  seen: ResponseSeen,
  keyAction?: number,
): Promise<HeldResponse> {
  const { unit: code, kind } = seen;
  if (code === undefined) return ofObservation(tx, actor, seen, keyAction);
  if (kind === "decision") return ofDecision(tx, actor, seen, code);
  return kind === undefined ? ofRecommendation(tx, actor, seen, code) : ofPoint(tx, actor, seen, code);
}

async function ofObservation(
  tx: Transaction,
  actor: Actor,
  seen: ObservationSeen,
  keyAction?: number,
): Promise<HeldResponse> {
  const held = await holdObservation(tx, actor, seen);
  const { id, rowVersion, end, unit, rounds } = held;
  const told =
    keyAction === undefined
      ? null
      : await tx.keyAction.findFirst({ where: { id: keyAction, textId: id }, select: { round: true } });
  const of = rounds.find(({ round }) => round === told?.round) ?? passedRound(rounds);
  mustBeAble(actor, of?.response === "given" ? "sendReply" : "draftReply", held);
  if (!of || responseMay(actor, { ...held, response: of.response }).keyActions === null)
    throw new Refusal("changedMeanwhile");
  const { round, response } = of;
  return {
    id,
    rowVersion,
    end,
    round,
    unit,
    isGiven: response === "given",
    event: observationEvent(held),
    isOfYoung: held.isOfYoung,
    doers: null,
    isToldApart: false,
    change: () => changeText(tx, held),
    raise: () => raiseObservations(tx, held),
    tellAuthor: (now) => tellAuthor(tx, { ...held, number: held.number! }, now),
  };
}

async function ofRecommendation(
  tx: Transaction,
  actor: Actor,
  seen: ObservationSeen,
  code: string,
): Promise<HeldResponse> {
  const held = await holdAnswer(tx, actor, seen, code);
  const { id, rowVersion, end, planId, unit } = held;
  const response = await tx.unitResponse.findFirst({
    where: { textId: id, round: onlyRound, unitId: unit.id },
    select: { state: true },
  });
  mustBeAble(actor, response?.state === "given" ? "sendReply" : "draftReply", { planId, unit });
  if (!response || isOver(end)) throw new Refusal("changedMeanwhile");
  return {
    id,
    rowVersion,
    end,
    unit,
    round: onlyRound,
    isGiven: response.state === "given",
    isOfYoung: true,
    doers: null,
    isToldApart: false,
    event: { ...recommendationEvent(held), place: { planId, unitId: unit.id } },
    change: () => changeAnswer(tx, held),
    raise: () => raiseYouthForum(tx, planId),
    tellAuthor: (now) => tellFacilitators(tx, { ...held, number: held.number! }, unit, String(rowVersion), now),
  };
}

async function ofPoint(tx: Transaction, actor: Actor, seen: ObservationSeen, code: string): Promise<HeldResponse> {
  const { planId, response, report, ...held } = await holdPoint(tx, actor, seen, code);
  const { id, rowVersion, unit, event } = held;
  mustBeAble(actor, response === "given" ? "sendReply" : "draftReply", { planId, unit });
  return {
    id,
    rowVersion,
    unit,
    event,
    end: null,
    round: onlyRound,
    isGiven: response === "given",
    isOfYoung: false,
    doers: null,
    isToldApart: false,
    change: () => changeAnswer(tx, held),
    raise: () => raisePlatforms(tx, planId),
    tellAuthor: (now) => tellMembers(tx, report, unit, `${id} ${rowVersion}`, now),
  };
}

/** Nobody responds to a decision: once it is agreed, whoever it asks says what is done about it. */
async function ofDecision(
  tx: Transaction,
  actor: Actor,
  seen: Omit<ObservationSeen, "rowVersion">,
  code: string,
): Promise<HeldResponse> {
  const { planId, ...held } = await holdAgreedDecision(tx, actor, { ...seen, of: code });
  return {
    ...held,
    end: null,
    round: null,
    isGiven: true,
    isToldApart: true,
    change: () => changeText(tx, { ...held, end: null }),
    raise: () => raiseAreaVersion(tx, planId, "meetings"),
    // It stands on the pages of meetings.
    tellAuthor: async () => {},
  };
}

const isOver = (end: HeldObservation["end"]) => end === "withdrawn" || end === "takenDown";

/** The response that they stand with. */
export const responseOf = <R extends number | null>({
  id,
  round,
  unit,
}: Pick<HeldResponse, "id" | "unit"> & { round: R }) => ({ textId: id, round, unitId: unit.id });
