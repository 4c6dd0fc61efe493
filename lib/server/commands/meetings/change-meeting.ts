import "server-only";
import { actingKinds, arePublic, kindsDecidedAt } from "@/lib/domain/commitments/decision";
import type { Actor } from "@/lib/domain/permissions";
import type { MeetingEntry, MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { writeAudit } from "@/lib/server/audit/write";
import {
  auditedFacts,
  changeMeeting as changeHeld,
  type HeldMeeting,
  holdMeeting,
  meetingColumns,
  meetingEvent,
  meetingWords,
} from "@/lib/server/commitments/hold-meeting";
import type { Transaction } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";
import { mustBeFitForForum, mustKeepYoungUnknown } from "@/lib/server/youth/keep-young-unnamed";

/**
 * Changes what is said of a meeting. Its code, and the release that it looks at, stay.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; InvalidFields for a country that the plan doesn't have, and for
 * another kind or country of a forum at which young people recommended something, or another country once its decisions are public;
 * also for words of a forum that name somebody
 */
export function changeMeeting(actor: Actor, seen: MeetingSeen, entry: MeetingEntry): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdMeeting(tx, actor, seen, "write");
    const meetingId = held.id;
    const before = await meetingWords(tx, meetingId);
    const notesEmptied = await tx.meetingText.findFirst({ where: { meetingId, redactedAt: { not: null } } });
    const placeEmptied = await tx.meetingText.findFirst({ where: { meetingId, placeRedactedAt: { not: null } } });
    await tx.meetingText.deleteMany({ where: { meetingId } });
    await tx.meetingText.createMany({
      data: entry.texts.map((text) => ({
        ...text,
        meetingId,
        redactedAt: text.notes === "" ? notesEmptied?.redactedAt : null,
        placeRedactedAt: text.place === "" ? placeEmptied?.placeRedactedAt : null,
      })),
    });
    // That one was taken down stays.
    await tx.meetingSource.deleteMany({ where: { meetingId, redactedAt: null } });
    await tx.meetingSource.createMany({ data: entry.sources.map((source) => ({ ...source, meetingId })) });
    await tx.meetingParticipants.deleteMany({ where: { meetingId } });
    await tx.meetingParticipants.createMany({ data: entry.participants.map((row) => ({ ...row, meetingId })) });
    const columns = await meetingColumns(tx, held.planId, entry);
    const recommended = await tx.meeting.findFirst({
      where: { id: meetingId, recommendations: { some: {} } },
      select: { kind: true, unitId: true },
    });
    // Who spoke there, and to whom, hangs on both.
    if (recommended && (recommended.kind !== columns.kind || recommended.unitId !== columns.unitId))
      throw new InvalidFields([{ field: "kind", key: "meetingKindKept" }]);
    const acting = { kind: { in: [...actingKinds] }, meetingId };
    if (
      !kindsDecidedAt(columns.kind).includes("planExtended") &&
      (await tx.meetingDecision.count({ where: acting })) > 0
    )
      throw new InvalidFields([{ field: "kind", key: "meetingKindDecides" }]);
    await mustKeepUnit(tx, held, columns.unitId);
    await mustKeepYoungUnknown(tx, held.planId, entry);
    if (entry.kind === "youthForum" && held.kind !== entry.kind) await mustBeFitForForum(tx, meetingId);
    await changeHeld(tx, held, columns);
    await writeAudit(tx, {
      ...meetingEvent(held),
      actorId: actor.id,
      action: "meetingChanged",
      before,
      after: auditedFacts(entry),
    });
  });
}

/** Whom a decision asks that names nobody, and who has told what they do about it, hangs on whose meeting it was. */
async function mustKeepUnit(tx: Transaction, { id, state }: HeldMeeting, unitId: number | null): Promise<void> {
  if (!arePublic(state)) return;
  const decided = await tx.meeting.findFirst({ where: { id, decisions: { some: {} } }, select: { unitId: true } });
  if (decided && decided.unitId !== unitId) throw new InvalidFields([{ field: "unit", key: "meetingUnitKept" }]);
}
