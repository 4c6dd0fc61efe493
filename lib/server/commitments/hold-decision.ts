import "server-only";
import {
  actingUnits,
  arePublic,
  decisionCode,
  kindsDecidedAt,
  longestExtension,
  type mayWriteDecisions,
} from "@/lib/domain/commitments/decision";
import type { MeetingState } from "@/lib/domain/commitments/meeting";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { DecisionWords } from "@/lib/schemas/commitments/decision-forms";
import type { MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import type { AuditEntry } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { type HeldMeeting, meetingEvent } from "./hold-meeting";
import { nodesOfRows } from "./nodes-by-code";

/**
 * Holds a meeting whose decisions somebody writes down or follows up, as they saw it.
 * @param may in which states that is done
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export async function holdForDecisions(
  tx: Transaction,
  actor: Actor,
  { plan, id, rowVersion }: MeetingSeen,
  may: typeof mayWriteDecisions,
): Promise<HeldMeeting> {
  await tx.$queryRaw`SELECT FROM meeting WHERE id = ${id} FOR NO KEY UPDATE`;
  const row = await tx.meeting.findFirst({
    where: { id, plan: { code: plan } },
    select: { id: true, planId: true, code: true, kind: true, state: true, rowVersion: true },
  });
  if (!row) throw new Refusal("notFound");
  mustBeAble(actor, "keepMeetings", { planId: row.planId });
  if (row.rowVersion !== rowVersion || !may(row.state satisfies MeetingState)) throw new Refusal("changedMeanwhile");
  return { ...row, planCode: plan };
}

/** The decision of that number; null for none. Its words are those of its one round. */
export async function decisionOf(tx: Transaction, meetingId: number, number: number) {
  const row = await tx.meetingDecision.findUnique({
    where: { meetingId_number: { meetingId, number } },
    select: {
      textId: true,
      nodes: { select: { nodeId: true } },
      organisations: { orderBy: { organisationId: "asc" }, select: { organisationId: true } },
      text: { select: { rounds: { where: { round: 1 }, select: { body: true } } } },
    },
  });
  return (
    row && {
      textId: row.textId,
      body: row.text.rounds[0]?.body ?? "",
      organisations: row.organisations.map(({ organisationId }) => organisationId),
      nodeIds: row.nodes.map(({ nodeId }) => nodeId),
    }
  );
}

/** The ids of the countries addressed. @throws InvalidFields for one that the plan doesn't have */
export async function unitsAddressed(tx: Transaction, planId: number, codes: readonly string[]): Promise<number[]> {
  const wanted = [...new Set(codes)];
  const rows = await tx.reportingUnit.findMany({
    where: { planId, level: "country", code: { in: wanted } },
    select: { id: true },
  });
  if (rows.length < wanted.length) throw new InvalidFields([{ field: "units", key: "choiceMissing" }]);
  return rows.map(({ id }) => id);
}

/**
 * The organisations addressed. One that is archived isn't offered any more, and stays where it stood before.
 * @param before those that the decision addresses so far
 * @throws InvalidFields for one that isn't offered
 */
export async function organisationsAddressed(
  tx: Transaction,
  asked: readonly number[],
  before: readonly number[] = [],
): Promise<number[]> {
  const wanted = [...new Set(asked)];
  const offered = await tx.organisation.count({
    where: { id: { in: wanted }, OR: [{ archivedAt: null }, { id: { in: [...before] } }] },
  });
  if (offered < wanted.length) throw new InvalidFields([{ field: "organisations", key: "choiceMissing" }]);
  return wanted;
}

/**
 * The columns of what is decided, and the ids of the nodes that a priority is about. What the framework doesn't have any
 * more stays where it stood before.
 * @param before the nodes that the decision is about so far
 * @throws InvalidFields for what such a meeting doesn't decide, codes that the framework doesn't have, and an extension that
 * adds nothing, or more years than `longestExtension`
 */
export async function decisionColumns(
  tx: Transaction,
  { planId, kind: meeting }: Pick<HeldMeeting, "planId" | "kind">,
  { kind, dueOn, priority, extendedTo }: DecisionWords,
  before: readonly number[] = [],
) {
  if (!kindsDecidedAt(meeting).includes(kind)) throw new InvalidFields([{ field: "kind", key: "choiceMissing" }]);
  const rows = priority ? [{ ...priority, field: "nodes" }] : [];
  const nodes = await nodesOfRows(tx, planId, { rows, before }, "meetingNodeUnknown");
  if (extendedTo !== null) await mustExtend(tx, planId, extendedTo);
  return {
    nodeIds: [...nodes.values()].flat(),
    columns: {
      kind,
      dueOn: dueOn === "" ? null : new Date(dueOn),
      priorityYear: priority?.year ?? null,
      extendedTo: extendedTo === null ? null : new Date(extendedTo),
    },
  };
}

async function mustExtend(tx: Transaction, planId: number, extendedTo: IsoDate): Promise<void> {
  const { endsOn, periods } = await tx.plan.findUniqueOrThrow({
    where: { id: planId },
    select: { endsOn: true, periods: { orderBy: { endsOn: "desc" }, take: 1, select: { endsOn: true } } },
  });
  const last = dayOf(periods[0]?.endsOn ?? endsOn);
  const furthest = `${Number(last.slice(0, 4)) + longestExtension}${last.slice(4)}`;
  if (extendedTo <= last)
    throw new InvalidFields([{ field: "extendedTo", key: "meetingExtensionTooEarly", args: { endsOn: last } }]);
  if (extendedTo > furthest)
    throw new InvalidFields([
      { field: "extendedTo", key: "meetingExtensionTooFar", args: { years: longestExtension } },
    ]);
}

const unitSelect = { select: { id: true, code: true, level: true } } as const;

/**
 * Holds an agreed decision on which a unit acts until the transaction ends. What is agreed stays: nobody needs to have seen
 * what others tell of it.
 * @throws Refusal `notFound` also for a unit that it doesn't ask, and for one that was taken down; `notAllowed`
 */
export async function holdAgreedDecision(
  tx: Transaction,
  actor: Actor,
  { plan, id, of }: Omit<ObservationSeen, "rowVersion"> & { of: string },
) {
  await tx.$queryRaw`SELECT FROM addressed_text WHERE id = ${id} FOR NO KEY UPDATE`;
  const row = await tx.addressedText.findFirst({
    where: { id, kind: "decision", plan: { code: plan } },
    select: {
      planId: true,
      rowVersion: true,
      end: true,
      units: { select: { unit: unitSelect } },
      plan: { select: { units: unitSelect } },
      decision: {
        select: {
          number: true,
          organisations: { select: { organisationId: true } },
          meeting: { select: { id: true, code: true, kind: true, state: true, unit: unitSelect } },
        },
      },
    },
  });
  if (!row?.decision || row.end === "takenDown" || !arePublic(row.decision.meeting.state))
    throw new Refusal("notFound");
  const { planId } = row;
  const { number, organisations, meeting } = row.decision;
  const named = row.units.map(({ unit }) => unit);
  const isOwn = named.length + organisations.length === 0 && meeting.unit !== null;
  const addressed = { units: isOwn ? [meeting.unit!] : named, organisations };
  const unit = actingUnits(row.plan.units, addressed).find(({ code }) => code === of);
  if (!unit) throw new Refusal("notFound");
  mustBeAble(actor, "sendReply", { planId, unit });
  return {
    id,
    planId,
    rowVersion: row.rowVersion,
    unit,
    isOfYoung: meeting.kind === "youthForum",
    doers: unit.level === "region" ? organisations.map(({ organisationId }) => organisationId) : null,
    event: {
      ...decisionEvent({ ...meeting, planId, planCode: plan }, number),
      place: { planId, unitId: unit.id },
    },
  };
}

/** What the audit says is decided; its words have a row of their own. */
export const auditedDecision = ({ kind, dueOn, units, organisations, priority, extendedTo }: DecisionWords) => ({
  kind,
  dueOn: dueOn || null,
  units,
  organisations,
  ...(priority && { priority }),
  ...(extendedTo !== null && { extendedTo }),
});

/** What the audit says of every event of a decision: in its meeting's stream. */
export const decisionEvent = (
  held: Parameters<typeof meetingEvent>[0],
  number: number,
): Pick<AuditEntry, "stream" | "subject" | "place"> => ({
  ...meetingEvent(held),
  subject: `decision ${held.planCode} ${decisionCode(held.code, number)}`,
});
