import "server-only";
import { decisionCode, type mayWriteDecisions } from "@/lib/domain/commitments/decision";
import type { MeetingState } from "@/lib/domain/commitments/meeting";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import type { AuditEntry } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { type HeldMeeting, meetingEvent } from "./hold-meeting";

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
): Promise<HeldMeeting & { unitId: number | null }> {
  await tx.$queryRaw`SELECT FROM meeting WHERE id = ${id} FOR NO KEY UPDATE`;
  const row = await tx.meeting.findFirst({
    where: { id, plan: { code: plan } },
    select: { id: true, planId: true, code: true, state: true, rowVersion: true, unitId: true },
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
      text: { select: { rounds: { where: { round: 1 }, select: { body: true } } } },
    },
  });
  return row && { textId: row.textId, body: row.text.rounds[0]?.body ?? "" };
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

/** What the audit says of every event of a decision: in its meeting's stream. */
export const decisionEvent = (held: HeldMeeting, number: number): Pick<AuditEntry, "stream" | "subject" | "place"> => ({
  ...meetingEvent(held),
  subject: `decision ${held.planCode} ${decisionCode(held.code, number)}`,
});
