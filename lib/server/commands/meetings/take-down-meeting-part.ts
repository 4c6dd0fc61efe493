import "server-only";
import { arePublic, decisionCode } from "@/lib/domain/commitments/decision";
import type { SafetyRule } from "@/lib/domain/commitments/observation";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { MeetingPart, MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeMeeting, type HeldMeeting, holdMeeting, meetingEvent } from "@/lib/server/commitments/hold-meeting";
import { emptyFollowUps, emptyKeyActions, emptyTexts } from "@/lib/server/commitments/safety/empty-words";
import {
  eraseEarlierWords,
  findEarlierWords,
  followUpAction,
  notErased,
  type TakenDown,
} from "@/lib/server/commitments/safety/erase-earlier-words";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { eraseFromPublications, sayingTexts } from "@/lib/server/publications/drop-publications";
import { transaction } from "@/lib/server/transaction";

/**
 * Takes a part of what was said at a meeting down for safety, with the rule that it broke: an agreed decision with what was told
 * of it and what is done about it, either of them alone, what was told of anything else that was said to governments, the
 * meeting's title, in whose stead its code stands, where it was, its notes, what a forum of young people was about, who brought
 * them together, a point of its agenda, or a source. The words are gone from every row, from what the audit repeats of them, and
 * with the papers that say them. Number and place stay.
 * @throws Refusal `notFound` also for a part without words, `notAllowed`, `changedMeanwhile`
 */
export function takeDownMeetingPart(
  actor: Actor,
  seen: MeetingSeen,
  part: MeetingPart,
  rule: SafetyRule,
  now: Date,
): Promise<TakenDown> {
  return transaction(async (tx) => {
    const held = await holdMeeting(tx, actor, seen, "takeDown");
    const { planId, id: meetingId } = held;
    const about = await textOfPart(tx, held, part);
    const saying = about ? sayingTexts([about.textId]) : papersNaming(held, part);
    await eraseFromPublications(tx, actor, held, saying);
    if (!(await emptyPart(tx, held, part, { actor, rule, now }))) throw new Refusal("notFound");
    // Its pages are all that offer files.
    await changeMeeting(tx, held);
    const at = part.of === "keyAction" || part.of === "source" ? { row: part.at } : { place: about?.code ?? part.at };
    const of = { planId, meetingId, decision: about?.code ?? null };
    const text = about?.code === null ? about.textId : null;
    const told = { ...of, text, actions: [followUpAction] };
    const earlier = {
      decision: [
        // What drafts said before, of every decision of the meeting: one that was deleted has no number any more by which
        // somebody could ask for it.
        { ...of, decision: null, actions: ["decisionChanged", "decisionDeleted"] },
        { ...told, meetingId: null },
      ],
      followUp: [told],
      // The audit names key actions by their rows alone.
      keyAction: [],
      title: [{ ...of, actions: ["meetingChanged"] }],
      place: [{ ...of, actions: ["meetingChanged"] }],
      // The audit repeats none of what a forum says of itself.
      theme: [],
      organisers: [],
      notes: [{ ...of, actions: ["meetingChanged"] }],
      source: [{ ...of, actions: ["meetingChanged"] }],
      agendaPoint: [{ ...of, actions: ["agendaWritten"] }],
    }[part.of];
    const words = await findEarlierWords(tx, earlier);
    await writeAudit(tx, {
      ...meetingEvent(held),
      actorId: actor.id,
      action: "meetingPartTakenDown",
      after: { part: part.of, ...at, rule, ...notErased(words) },
    });
    return eraseEarlierWords(tx, words, {
      actorId: actor.id,
      reason: `taken down for safety: ${held.code} ${part.of}`,
    });
  });
}

/**
 * What says words of a meeting's own: its papers. By its title, papers of other meetings call a forum, and files of a platform's
 * report call where it was presented.
 */
const papersNaming = ({ id, kind }: HeldMeeting, { of }: MeetingPart): Prisma.PublicationWhereInput =>
  of !== "title"
    ? { meetingId: id }
    : {
        OR: [
          kind === "youthForum" ? { meetingId: { not: null } } : { meetingId: id },
          { platformReport: { meetingId: id } },
        ],
      };

/** Parts that are about no decision. */
const ofMeetingItself = ["title", "place", "theme", "organisers", "notes", "agendaPoint", "source"] as const;
const isOfMeetingItself = (of: MeetingPart["of"]): of is (typeof ofMeetingItself)[number] =>
  (ofMeetingItself as readonly string[]).includes(of);

/**
 * The text that a part is, or is about, with the code of a decision; null of what is about none.
 * @throws Refusal `notFound` also for a decision before it is agreed
 */
async function textOfPart(tx: Transaction, { id: meetingId, planId }: HeldMeeting, { of, at }: MeetingPart) {
  if (isOfMeetingItself(of)) return null;
  const row = await tx.addressedText.findFirst({
    where: {
      decision: { planId, decision: { meetingId, number: at } },
      followUp: { planId, id: at, followUps: { some: { meetingId } } },
      keyAction: { planId, decision: { meetingId }, keyActions: { some: { id: at } } },
    }[of],
    select: { id: true, decision: { select: { number: true, meeting: { select: { code: true, state: true } } } } },
  });
  if (!row || (row.decision && !arePublic(row.decision.meeting.state))) throw new Refusal("notFound");
  const { id: textId, decision } = row;
  return { textId, code: decision && decisionCode(decision.meeting.code, decision.number) };
}

/** @returns false where it had no words, or there is no such part */
async function emptyPart(
  tx: Transaction,
  { id: meetingId, code }: HeldMeeting,
  { of, at }: MeetingPart,
  { actor, rule, now }: { actor: Actor; rule: SafetyRule; now: Date },
): Promise<boolean> {
  const gone = { redactedAt: now };
  switch (of) {
    case "decision": {
      const [ended] = await tx.addressedText.updateManyAndReturn({
        where: { end: null, decision: { meetingId, number: at } },
        data: { end: "takenDown", endedAt: now, endedById: actor.id, endRule: rule, rowVersion: { increment: 1 } },
        select: { id: true },
      });
      if (ended) await emptyTexts(tx, [ended.id], now);
      return ended !== undefined;
    }
    case "followUp":
      return (await emptyFollowUps(tx, { textId: at, meetingId }, now)) > 0;
    case "keyAction":
      return (await emptyKeyActions(tx, { id: at, text: { decision: { meetingId } } }, now)) > 0;
    case "title": {
      const where = { meetingId, title: { not: code } };
      return (await tx.meetingText.updateMany({ where, data: { title: code } })).count > 0;
    }
    case "place": {
      const where = { meetingId, place: { not: "" } };
      const { count } = await tx.meetingText.updateMany({ where, data: { place: "" } });
      // Also in the languages that left it to English.
      if (count > 0) await tx.meetingText.updateMany({ where: { meetingId }, data: { placeRedactedAt: now } });
      return count > 0;
    }
    case "theme": {
      const where = { meetingId, theme: { not: "" } };
      return (await tx.youthForum.updateMany({ where, data: { theme: "", themeRedactedAt: now } })).count > 0;
    }
    case "organisers": {
      const where = { meetingId, organisers: { not: "" } };
      const data = { organisers: "", organisersRedactedAt: now };
      return (await tx.youthForum.updateMany({ where, data })).count > 0;
    }
    case "notes": {
      const where = { meetingId, notes: { not: "" } };
      const { count } = await tx.meetingText.updateMany({ where, data: { notes: "" } });
      if (count > 0) await tx.meetingText.updateMany({ where: { meetingId }, data: gone });
      return count > 0;
    }
    case "source": {
      const where = { id: at, meetingId, redactedAt: null };
      return (await tx.meetingSource.updateMany({ where, data: { ...gone, title: "", url: "" } })).count > 0;
    }
    case "agendaPoint": {
      const where = { meetingId, position: at };
      const data = { ...gone, speaker: "", speakerId: null, documents: [] };
      const { count } = await tx.agendaPoint.updateMany({ where: { ...where, redactedAt: null }, data });
      if (count > 0) await tx.agendaPointText.deleteMany({ where });
      return count > 0;
    }
  }
}
