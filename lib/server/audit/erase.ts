import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import type { Transaction } from "@/lib/server/db/client";
import { eventSubject } from "./verify";
import { type AuditEntry, writeAudit } from "./write";

/** An event of which the words are to go. */
export interface ErasableEvent {
  stream: string;
  sequence: number;
  subject: string;
  planId: number | null;
  unitId: number | null;
  reportId: number | null;
  payload: { after: unknown };
}

/** A revision that an event names. */
interface Revision {
  indicator: string;
  cell: string;
  revision: number;
}

/**
 * Erases what an event said: its payload, and what it names: words of revisions, reasons of a decision or a take-down, a file's name. The erasing event stands in the same stream, before anything goes: the database's triggers look for it.
 * @returns whether words that are meant for readers are among what went
 * @throws Refusal `wordsInUse` while a cell shows those words, `changedMeanwhile` where somebody else was faster
 */
export async function erase(
  tx: Transaction,
  event: ErasableEvent,
  by: { actorId: number; reason: string },
): Promise<boolean> {
  const { stream, sequence, planId, unitId, reportId } = event;
  const entry: AuditEntry = {
    stream,
    actorId: by.actorId,
    action: "erased",
    subject: eventSubject(stream, sequence),
    place: { planId: planId ?? undefined, unitId: unitId ?? undefined, reportId: reportId ?? undefined },
    after: { reason: by.reason },
  };
  await writeAudit(tx, entry);
  const { count } = await tx.auditPayload.deleteMany({ where: { stream, sequence } });
  if (count === 0) throw new Refusal("changedMeanwhile");
  const after = (event.payload.after ?? {}) as Record<"decision" | "import" | "fill" | "takeDown", unknown>;
  if (typeof after.takeDown === "number") {
    await tx.$executeRaw`
      UPDATE take_down SET reason = '', redacted_at = now() AT TIME ZONE 'UTC'
      WHERE id = ${after.takeDown} AND plan_id = ${planId} AND reason <> ''`;
  }
  if (reportId === null) return false;
  let ofReaders = 0;
  await redactRevisions(tx, reportId, event);
  // Events of earlier versions say `fill`.
  const { decision, import: fileId = after.fill } = after;
  if (typeof decision === "number") {
    await tx.$executeRaw`
      UPDATE review_decision SET reason = '', redacted_at = now() AT TIME ZONE 'UTC'
      WHERE id = ${decision} AND report_id = ${reportId} AND reason <> ''`;
    ofReaders = await tx.$executeRaw`
      UPDATE correction_reason c SET text = '', redacted_at = now() AT TIME ZONE 'UTC' FROM review_decision d
      WHERE d.id = c.decision_id AND d.id = ${decision} AND d.report_id = ${reportId} AND c.text <> ''`;
  }
  if (typeof fileId === "number") {
    await tx.$executeRaw`
      UPDATE file_import SET file_name = '', redacted_at = now() AT TIME ZONE 'UTC'
      WHERE id = ${fileId} AND report_id = ${reportId} AND file_name <> ''`;
  }
  return ofReaders > 0;
}

function revisionsOf({ subject, payload }: ErasableEvent): Revision[] {
  const after = (payload.after ?? {}) as Partial<Revision> & { revisions?: Revision[] };
  if (after.revisions) return after.revisions;
  // Events of earlier versions say the cell in their subject alone: "report THA 2016 G1.1-a total".
  const [indicator = "", cell = ""] = subject.split(" ").slice(3);
  return after.revision === undefined ? [] : [{ indicator, cell, ...after, revision: after.revision }];
}

/** Indicators are named by the codes that they had when the event was written: by its edition of the framework. */
async function redactRevisions(tx: Transaction, reportId: number, event: ErasableEvent) {
  const redacted = await tx.$queryRaw<{ indicator: string; isPresent: boolean }[]>`
    UPDATE value_revision r SET text = NULL, redacted_at = now() AT TIME ZONE 'UTC'
    FROM jsonb_to_recordset(${JSON.stringify(revisionsOf(event))}::jsonb) AS n(indicator text, cell text, revision int),
      indicator_version v, edition_indicator i, cell c
    WHERE r.report_id = ${reportId} AND r.revision = n.revision AND r.text IS NOT NULL
      AND v.id = r.indicator_version_id AND i.indicator_id = v.indicator_id AND i.code = n.indicator
      AND i.edition_id = (
        SELECT e.id FROM audit_event a
          JOIN framework_edition e ON e.plan_id = a.plan_id
          LEFT JOIN results_version s ON s.plan_id = e.plan_id AND s.version = e.from_version
        WHERE a.stream = ${event.stream} AND a.sequence = ${event.sequence} AND (e.number = 1 OR s.created_at <= a.at)
        ORDER BY e.from_version DESC LIMIT 1)
      AND c.id = r.cell_id AND c.key = n.cell
    RETURNING i.code AS indicator, EXISTS (
      SELECT FROM value w WHERE w.period_id = r.period_id AND w.report_id = r.report_id AND w.cell_id = r.cell_id
        AND w.indicator_version_id = r.indicator_version_id AND w.revision = r.revision
    ) AS "isPresent"`;
  const present = redacted.find(({ isPresent }) => isPresent);
  if (present) throw new Refusal("wordsInUse", { indicator: present.indicator });
}
