import "server-only";
import { decisionCode, mayFollowUp } from "@/lib/domain/commitments/decision";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { FollowUpEntry } from "@/lib/schemas/commitments/decision-forms";
import { followUpField } from "@/lib/schemas/commitments/meeting-fields";
import type { MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { decisionsDueAt, decisionsOf } from "@/lib/server/commitments/decision-rows";
import { holdForDecisions } from "@/lib/server/commitments/hold-decision";
import { changeMeeting, type HeldMeeting, meetingEvent } from "@/lib/server/commitments/hold-meeting";
import type { Transaction } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";
import { refuseNames } from "@/lib/server/youth/keep-young-unnamed";

/**
 * Tells what became of decisions of earlier meetings, in the place of what this meeting was told before.
 * @throws Refusal `notFound` also for a decision that isn't due at this meeting, `notAllowed`, `changedMeanwhile`; InvalidFields
 * for words that name somebody, told at a forum of young people or of what one decided
 */
export function followUpDecisions(actor: Actor, seen: MeetingSeen, entries: readonly FollowUpEntry[]): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdForDecisions(tx, actor, seen, mayFollowUp);
    const { planId, id: meetingId } = held;
    const all = decisionsDueAt(await decisionsOf(tx, planId, "en"), meetingId);
    const due = all.filter(({ isTakenDown }) => !isTakenDown);
    const codes = new Map(due.map(({ textId, meeting, number }) => [textId, decisionCode(meeting.code, number)]));
    if (entries.some(({ textId }) => !codes.has(textId))) throw new Refusal("notFound");
    const isOfForum = await ofForums(tx, held);
    refuseNames(
      entries
        .filter(({ textId }) => isOfForum(textId))
        .map(({ textId, body }) => [followUpField("words", textId), body]),
    );
    const before = due.flatMap(({ textId, followUps }) => {
      const told = followUps.find((each) => each.meetingId === meetingId);
      return told ? [{ decision: codes.get(textId), status: told.status, body: told.body }] : [];
    });
    // What was told of a decision that is taken down stays, and that words of others were.
    const told = { meetingId, textId: { in: due.map(({ textId }) => textId) } };
    const emptied = await tx.decisionFollowUp.findMany({ where: { ...told, redactedAt: { not: null } } });
    await tx.decisionFollowUp.deleteMany({ where: told });
    await tx.decisionFollowUp.createMany({
      data: entries.map((entry) => {
        const before = emptied.find(({ textId }) => textId === entry.textId);
        return { ...entry, meetingId, planId, redactedAt: entry.body === "" ? before?.redactedAt : null };
      }),
    });
    await changeMeeting(tx, held);
    await writeAudit(tx, {
      ...meetingEvent(held),
      actorId: actor.id,
      action: "decisionsFollowedUp",
      before: { decisions: before },
      after: { decisions: entries.map(({ textId, status }) => ({ decision: codes.get(textId), status })) },
    });
  });
}

/** Whether a forum of young people says what is told of a decision, or decided it. */
async function ofForums(
  tx: Transaction,
  { planId, kind }: Pick<HeldMeeting, "planId" | "kind">,
): Promise<(textId: number) => boolean> {
  if (kind === "youthForum") return () => true;
  const rows = await tx.meetingDecision.findMany({
    where: { planId, meeting: { kind: "youthForum" } },
    select: { textId: true },
  });
  const decided = new Set(rows.map(({ textId }) => textId));
  return (textId) => decided.has(textId);
}
