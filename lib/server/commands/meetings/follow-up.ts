import "server-only";
import { decisionCode, mayFollowUp } from "@/lib/domain/commitments/decision";
import type { Actor } from "@/lib/domain/permissions";
import type { FollowUpEntry } from "@/lib/schemas/commitments/decision-forms";
import { followUpField } from "@/lib/schemas/commitments/meeting-fields";
import type { MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { writeAudit } from "@/lib/server/audit/write";
import { decisionsDueAt, decisionsOf } from "@/lib/server/commitments/decision-rows";
import { saidDueAt } from "@/lib/server/commitments/follow-ups/said-before";
import { holdForDecisions } from "@/lib/server/commitments/hold-decision";
import { changeMeeting, type HeldMeeting, meetingEvent } from "@/lib/server/commitments/hold-meeting";
import { followUpAction } from "@/lib/server/commitments/safety/erase-earlier-words";
import type { Transaction } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";
import { refuseNames } from "@/lib/server/youth/keep-young-unnamed";

/**
 * Tells what became of decisions of earlier meetings, and of all else that was said to governments before, in the place of what
 * this meeting was told before. What of it isn't public is followed up as well, and shown to those who read it.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; InvalidFields for what isn't looked at in this meeting, or not any
 * more, and for words that name somebody, told at a forum of young people or of what one decided or recommended
 */
export function followUp(actor: Actor, seen: MeetingSeen, entries: readonly FollowUpEntry[], now: Date): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdForDecisions(tx, actor, seen, mayFollowUp);
    const { planId, id: meetingId } = held;
    await holdTexts(tx, held, entries);
    const due = await dueAt(tx, held, now);
    const gone = entries.filter(({ textId }) => !due.has(textId));
    if (gone.length > 0)
      throw new InvalidFields(
        gone.map(({ textId }) => ({ field: followUpField("status", textId), key: "meetingLooksNoLonger" })),
      );
    const isOfForum = await ofForums(tx, held);
    refuseNames(
      entries
        .filter(({ textId }) => isOfForum(textId))
        .map(({ textId, body }) => [followUpField("words", textId), body]),
    );
    // What was told of something that is taken down stays, and that words of others were.
    const told = { meetingId, textId: { in: [...due.keys()] } };
    const before = await tx.followUp.findMany({ where: told, orderBy: { textId: "asc" } });
    await tx.followUp.deleteMany({ where: told });
    await tx.followUp.createMany({
      data: entries.map((entry) => {
        const emptied = before.find(({ textId }) => textId === entry.textId)?.redactedAt;
        return { ...entry, meetingId, planId, redactedAt: entry.body === "" ? emptied : null };
      }),
    });
    await changeMeeting(tx, held);
    await writeAudit(tx, {
      ...meetingEvent(held),
      actorId: actor.id,
      action: followUpAction,
      before: audited(
        due,
        before.map(({ textId, status, body }) => ({ textId, status, body })),
      ),
      after: audited(
        due,
        entries.map(({ textId, status }) => ({ textId, status })),
      ),
    });
  });
}

/**
 * Holds what is told of, and was: whoever takes words of it down is done before, or finds all that is written here. Its meeting
 * is held first; nobody who holds a text waits for a meeting.
 */
async function holdTexts(
  tx: Transaction,
  { planId, id: meetingId }: HeldMeeting,
  entries: readonly FollowUpEntry[],
): Promise<void> {
  const textIds = entries.map(({ textId }) => textId);
  await tx.$queryRaw`
    SELECT FROM addressed_text WHERE plan_id = ${planId}
      AND (id = ANY(${textIds}::int[]) OR id IN (SELECT f.text_id FROM follow_up f WHERE f.meeting_id = ${meetingId}))
    ORDER BY id FOR NO KEY UPDATE`;
}

/** What can be followed up, by its row, with the code of a decision. */
type Due = ReadonlyMap<number, string | null>;

async function dueAt(tx: Transaction, { planId, id: meetingId }: HeldMeeting, now: Date): Promise<Due> {
  const ofPlan = await decisionsOf(tx, planId, "en");
  const units = await tx.reportingUnit.findMany({ where: { planId }, select: { id: true, code: true, level: true } });
  const reader = {
    planId,
    language: "en",
    meetings: ofPlan.meetings,
    now,
    framework: { units: new Map(units.map(({ id, ...unit }) => [id, { ...unit, name: unit.code }])) },
  };
  const said = await saidDueAt(tx, meetingId, "governments", reader);
  return new Map<number, string | null>([
    ...decisionsDueAt(ofPlan, meetingId).flatMap(({ textId, meeting, number, isTakenDown }) =>
      isTakenDown ? [] : [[textId, decisionCode(meeting.code, number)] as const],
    ),
    ...said.flatMap(({ textId, isGone }) => (isGone ? [] : [[textId, null] as const])),
  ]);
}

/** What the audit says was told of each: `eraseEarlierWords` finds it by the code or the row. */
function audited<T extends { textId: number }>(due: Due, told: readonly T[]) {
  const codeOf = ({ textId }: T) => due.get(textId) ?? null;
  return {
    decisions: told.flatMap((each) => {
      const { textId: _, ...said } = each;
      const decision = codeOf(each);
      return decision === null ? [] : [{ decision, ...said }];
    }),
    texts: told.flatMap((each) => {
      const { textId: text, ...said } = each;
      return codeOf(each) === null ? [{ text, ...said }] : [];
    }),
  };
}

/** Whether a forum of young people says what is told of a text, or said it. */
async function ofForums(
  tx: Transaction,
  { planId, kind }: Pick<HeldMeeting, "planId" | "kind">,
): Promise<(textId: number) => boolean> {
  if (kind === "youthForum") return () => true;
  const rows = await tx.addressedText.findMany({
    where: { planId, OR: [{ kind: "recommendation" }, { decision: { meeting: { kind: "youthForum" } } }] },
    select: { id: true },
  });
  const said = new Set(rows.map(({ id }) => id));
  return (textId) => said.has(textId);
}
