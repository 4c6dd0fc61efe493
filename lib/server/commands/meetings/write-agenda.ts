import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { AgendaEntry } from "@/lib/schemas/commitments/agenda-form";
import type { MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { changeMeeting, holdMeeting, meetingEvent } from "@/lib/server/commitments/hold-meeting";
import { nodesByCode } from "@/lib/server/commitments/nodes-by-code";
import { transaction } from "@/lib/server/transaction";
import { mustNameNobody, wordsOfAgenda } from "@/lib/server/youth/keep-young-unnamed";

/**
 * Writes a meeting's agenda in the place of the one before.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; InvalidFields for codes that the framework doesn't have,
 * and for words of a forum that name somebody
 */
export function writeAgenda(actor: Actor, seen: MeetingSeen, points: readonly AgendaEntry[]): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdMeeting(tx, actor, seen, "write");
    mustNameNobody(held.kind, wordsOfAgenda(points));
    const nodes = await nodesByCode(tx, held.planId, points, "meetingNodeUnknown");
    const rows = points.map((point, index) => ({ ...point, key: { meetingId: held.id, position: index + 1 } }));
    const before = await tx.agendaPointText.findMany({
      where: { meetingId: held.id },
      orderBy: [{ position: "asc" }, { locale: "asc" }],
      select: { position: true, locale: true, title: true },
    });
    const pointsBefore = await tx.agendaPoint.findMany({
      where: { meetingId: held.id },
      orderBy: { position: "asc" },
      select: { position: true, documents: true },
    });
    await tx.agendaPoint.deleteMany({ where: { meetingId: held.id } });
    await tx.agendaPoint.createMany({
      data: rows.map(({ key, speaker, documents }) => ({
        ...{ ...key, speaker },
        documents: documents.map(({ title, url }) => ({ title, url })),
      })),
    });
    await tx.agendaPointText.createMany({
      data: rows.flatMap(({ key, texts }) => texts.map((text) => ({ ...key, ...text }))),
    });
    await tx.agendaPointNode.createMany({
      data: rows.flatMap(({ key, nodes: codes }) => codes.map((code) => ({ ...key, nodeId: nodes.get(code)! }))),
    });
    await changeMeeting(tx, held);
    await writeAudit(tx, {
      ...meetingEvent(held),
      actorId: actor.id,
      action: "agendaWritten",
      before: { agenda: before, points: pointsBefore },
      after: { points: points.length, nodes: points.flatMap(({ nodes: codes }) => codes) },
    });
  });
}
