import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { type ErasableEvent, erase } from "@/lib/server/audit/erase";
import { verifyStream } from "@/lib/server/audit/verify";
import { writeAudit } from "@/lib/server/audit/write";
import { db, type Transaction } from "@/lib/server/db/client";
import type { NarrativeKind } from "@/lib/server/db/generated/client";
import { changeHeld, holdReport, mustLocate } from "@/lib/server/reports/hold-report";
import { transaction } from "@/lib/server/transaction";

/**
 * Erases for good the words of a narrative that is taken down: every text of its place that was public before, also where it
 * stands in the report still, and what the audit says of writing it. That it was public, and who took it down and erased it,
 * stays. No results version comes of it: its words are on no page already.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile` where it was restored or erased before; `auditAltered` where
 * the report's stream isn't as it was written: erasing would hide that
 */
export async function eraseTakenDown(actor: Actor, planCode: string, id: number, now: Date): Promise<void> {
  const client = await db();
  const row = await client.takeDown.findFirst({
    where: { id, kind: "narrative", plan: { code: planCode } },
    select: {
      planId: true,
      unitId: true,
      periodId: true,
      pillarId: true,
      narrativeKind: true,
      fromVersion: true,
      unit: { select: { code: true } },
      period: { select: { code: true } },
    },
  });
  if (!row) throw new Refusal("notFound");
  const { planId, unitId, periodId, fromVersion } = row;
  mustBeAble(actor, "takeDown", { planId });
  const [pillarId, kind] = [row.pillarId!, row.narrativeKind!];
  const place = { unitId, periodId, pillarId, kind };
  const located = await mustLocate({ plan: planCode, unit: row.unit.code, period: row.period.code });
  if (located.report) await mustBeAsWritten(client, `report:${located.report.id}`);
  await transaction(async (tx) => {
    // Nobody writes the report's texts, or approves them, until this is done.
    const report = await holdReport(tx, located, now);
    const erased = { erasedAt: report.moment, erasedById: actor.id };
    const standing = { untilVersion: null, erasedAt: null };
    const { count } = await tx.takeDown.updateMany({ where: { ...standing, id }, data: erased });
    if (count === 0) throw new Refusal("changedMeanwhile");
    // What was taken down of the same place before has lost its words as well.
    await tx.takeDown.updateMany({
      where: { ...standing, unitId, periodId, pillarId, narrativeKind: kind, fromVersion: { lt: fromVersion } },
      data: erased,
    });
    await writeAudit(tx, {
      stream: `takeDown:${id}`,
      actorId: actor.id,
      action: "wordsErased",
      subject: `take-down ${id} of ${planCode}`,
      place: { planId, unitId, reportId: report.id },
    });
    const before = await tx.publishedNarrative.findMany({
      where: { ...place, fromVersion: { lt: fromVersion }, redactedAt: null },
      select: { text: true },
    });
    const texts = [...new Set(before.map(({ text }) => text))];
    await tx.publishedNarrative.updateMany({
      where: { ...place, redactedAt: null, OR: [{ fromVersion: { lt: fromVersion } }, { text: { in: texts } }] },
      data: { text: "", redactedAt: report.moment },
    });
    const { count: written } = await tx.reportNarrative.updateMany({
      where: { reportId: report.id, pillarId, kind, text: { in: texts } },
      data: { text: "", rowVersion: { increment: 1 }, updatedAt: report.moment, updatedById: actor.id },
    });
    if (written > 0) await changeHeld(tx, report, {});
    for (const event of await eventsSaying(tx, report.id, { id, pillarId, kind, texts }))
      await erase(tx, event, { actorId: actor.id, reason: `take-down ${id}` });
  });
}

async function mustBeAsWritten(client: Parameters<typeof verifyStream>[0], stream: string): Promise<void> {
  const check = await verifyStream(client, stream);
  if (!check.intact) throw new Refusal("auditAltered", { sequence: check.sequence });
}

/**
 * What the audit says of writing a text: all that stood there before the take-down, for each save of half a text is an event,
 * and the words themselves where they were replaced later.
 */
const eventsSaying = (
  tx: Transaction,
  reportId: number,
  { id, pillarId, kind, texts }: { id: number; pillarId: number; kind: NarrativeKind; texts: readonly string[] },
): Promise<ErasableEvent[]> => tx.$queryRaw`
  SELECT e.stream, e.sequence, e.subject, e.plan_id AS "planId", e.unit_id AS "unitId", e.report_id AS "reportId",
    jsonb_build_object('after', p.after) AS payload
  FROM audit_event e JOIN audit_payload p USING (stream, sequence)
  WHERE e.stream = ${`report:${reportId}`} AND e.action = 'narrativeRecorded' AND p.after ->> 'kind' = ${kind}
    AND p.after ->> 'pillar' IN (SELECT code FROM edition_node WHERE node_id = ${pillarId})
    AND (
      p.before ->> 'text' = ANY(${[...texts]}::text[])
      OR p.before ->> 'text' <> '' AND e.at <= (SELECT at FROM audit_event WHERE stream = ${`takeDown:${id}`} AND sequence = 1)
    )
  ORDER BY e.sequence`;
