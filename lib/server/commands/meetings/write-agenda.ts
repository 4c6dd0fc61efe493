import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { AgendaEntry } from "@/lib/schemas/commitments/agenda-form";
import type { MeetingSeen } from "@/lib/schemas/commitments/meeting-forms";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { writeAudit } from "@/lib/server/audit/write";
import { changeMeeting, holdMeeting, meetingEvent } from "@/lib/server/commitments/hold-meeting";
import { nodesOfRows } from "@/lib/server/commitments/nodes-by-code";
import type { Transaction } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";
import { mustNameNobody, wordsOfAgenda } from "@/lib/server/youth/keep-young-unnamed";

/** An organisation that speaks stands in the directory, or spoke to a point of this agenda before it was archived. */
async function mustBeInDirectory(
  tx: Transaction,
  points: readonly AgendaEntry[],
  before: readonly { speakerId: number | null }[],
): Promise<void> {
  const ids = new Set(points.flatMap(({ organisation }) => organisation ?? []));
  const kept = before.flatMap(({ speakerId }) => speakerId ?? []);
  const listed = await tx.organisation.findMany({
    where: { id: { in: [...ids] }, OR: [{ archivedAt: null }, { id: { in: kept } }] },
    select: { id: true },
  });
  const known = new Set(listed.map(({ id }) => id));
  const unknown = points.filter(({ organisation }) => organisation !== null && !known.has(organisation));
  if (unknown.length > 0)
    throw new InvalidFields(
      unknown.map(({ field }) => ({ field: field.replace("nodes", "organisation"), key: "choiceMissing" })),
    );
}

/**
 * Writes a meeting's agenda in the place of the one before.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; InvalidFields for codes that the framework doesn't have, nodes that the agenda wasn't about before,
 * an organisation that isn't offered, and for words of a forum that name somebody
 */
export function writeAgenda(actor: Actor, seen: MeetingSeen, points: readonly AgendaEntry[]): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdMeeting(tx, actor, seen, "write");
    mustNameNobody(held.kind, wordsOfAgenda(points));
    const before = await tx.agendaPoint.findMany({
      where: { meetingId: held.id },
      orderBy: { position: "asc" },
      select: {
        redactedAt: true,
        position: true,
        speakerId: true,
        attends: true,
        documents: true,
        texts: { orderBy: { locale: "asc" }, select: { locale: true, title: true } },
        nodes: { orderBy: { nodeId: "asc" }, select: { nodeId: true } },
      },
    });
    await mustBeInDirectory(tx, points, before);
    const stood = { rows: points, before: before.flatMap(({ nodes: own }) => own.map(({ nodeId }) => nodeId)) };
    const nodes = await nodesOfRows(tx, held.planId, stood, "meetingNodeUnknown");
    // What was taken down keeps its place.
    const taken = before.flatMap(({ position, redactedAt }) => (redactedAt === null ? [] : position));
    const free = Array.from({ length: points.length + taken.length }, (_, index) => index + 1);
    const places = free.filter((position) => !taken.includes(position));
    const rows = points.map((point, index) => ({
      ...point,
      about: nodes.get(point)!,
      key: { meetingId: held.id, position: places[index]! },
    }));
    await tx.agendaPoint.deleteMany({ where: { meetingId: held.id, redactedAt: null } });
    await tx.agendaPoint.createMany({
      data: rows.map(({ key, organisation, speaker, attends, documents }) => ({
        ...key,
        speakerId: organisation,
        speaker,
        attends,
        documents: documents.map(({ title, url }) => ({ title, url })),
      })),
    });
    await tx.agendaPointText.createMany({
      data: rows.flatMap(({ key, texts }) => texts.map((text) => ({ ...key, ...text }))),
    });
    await tx.agendaPointNode.createMany({
      data: rows.flatMap(({ key, about }) => about.map((nodeId) => ({ ...key, nodeId }))),
    });
    await changeMeeting(tx, held);
    await writeAudit(tx, {
      ...meetingEvent(held),
      actorId: actor.id,
      action: "agendaWritten",
      before: { points: before.map(({ redactedAt: _, ...point }) => point) },
      after: { points: points.length, nodes: points.flatMap(({ nodes: codes }) => codes) },
    });
  });
}
