import "server-only";
import { mayDescribeForum } from "@/lib/domain/commitments/recommendation";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ForumFacts } from "@/lib/schemas/commitments/forum-form";
import type { MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { writeAudit } from "@/lib/server/audit/write";
import { meetingEvent } from "@/lib/server/commitments/hold-meeting";
import { raiseMeetings } from "@/lib/server/commitments/raise-meetings";
import { transaction } from "@/lib/server/transaction";

/**
 * Says who came to a forum, by counts alone, who brought them together, and which organisation answers for their safety.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; InvalidFields for a country or an organisation that there isn't
 */
export function describeForum(
  actor: Actor,
  { plan: planCode, id: meetingId, rowVersion }: MeetingSeen,
  { theme, organisers, safeguarding, counts }: ForumFacts,
): Promise<void> {
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM meeting WHERE id = ${meetingId} FOR NO KEY UPDATE`;
    const forum = await tx.meeting.findFirst({
      where: { id: meetingId, kind: "youthForum", plan: { code: planCode } },
      select: {
        planId: true,
        code: true,
        state: true,
        unit: { select: { id: true, code: true, level: true } },
        forum: { select: { safeguardingId: true, themeRedactedAt: true, organisersRedactedAt: true } },
      },
    });
    if (!forum) throw new Refusal("notFound");
    const { planId, code, state, unit, forum: stood } = forum;
    if (!mayDescribeForum(actor, { planId, unit, state }))
      throw new Refusal(state === "closed" ? "changedMeanwhile" : "notAllowed");
    // One that is archived isn't offered any more, and stays where it stood before.
    const isOffered = { OR: [{ archivedAt: null }, { id: stood?.safeguardingId ?? 0 }] };
    if (safeguarding !== null && !(await tx.organisation.findFirst({ where: { id: safeguarding, ...isOffered } })))
      throw new InvalidFields([{ field: "safeguarding", key: "choiceMissing" }]);
    const units = await tx.reportingUnit.findMany({
      where: { planId, level: "country" },
      select: { id: true, code: true },
    });
    const rows = counts.map(({ unit: of, ...counted }) => {
      const found = units.find((each) => each.code === of);
      if (!found) throw new Refusal("notFound");
      return { ...counted, meetingId, planId, unitId: found.id };
    });
    const { count } = await tx.meeting.updateMany({
      where: { id: meetingId, state, rowVersion },
      data: { rowVersion: { increment: 1 } },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    const facts = {
      theme,
      organisers,
      safeguardingId: safeguarding,
      // That one was taken down stays until another one is written.
      themeRedactedAt: theme === "" ? (stood?.themeRedactedAt ?? null) : null,
      organisersRedactedAt: organisers === "" ? (stood?.organisersRedactedAt ?? null) : null,
    };
    await tx.youthForum.upsert({ where: { meetingId }, create: { meetingId, ...facts }, update: facts });
    await tx.youthParticipants.deleteMany({ where: { meetingId } });
    await tx.youthParticipants.createMany({ data: rows });
    await raiseMeetings(tx, planId);
    await writeAudit(tx, {
      ...meetingEvent({ id: meetingId, code, planId, planCode }),
      actorId: actor.id,
      action: "forumDescribed",
      after: { safeguarding, parts: rows.length },
    });
  });
}
