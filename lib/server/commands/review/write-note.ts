import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ReviewNoteForm } from "@/lib/schemas/reports/report-forms";
import type { OwnNote } from "@/lib/schemas/reports/review-more";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { mustLocateToReview } from "@/lib/server/reports/decide";
import { mustFindIndicator } from "@/lib/server/reports/hold-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/** Another window of the author wrote the note since: as it is there now, so that they can keep their words over it. */
export class NoteChanged extends Refusal<"changedMeanwhile"> {
  constructor(readonly present: OwnNote) {
    super("changedMeanwhile");
  }
}

/**
 * Keeps what a reviewer notes about an indicator for themselves, changes it, or without words forgets it. It may be done
 * whatever becomes of the report. The same words once more change nothing: their answer may have been lost. The audit says that there is a note, and nothing of what it says.
 * @returns the note's version, 0 where there is none now
 * @throws Refusal `notFound`, `notAllowed`; NoteChanged
 */
export async function writeNote(
  actor: Actor,
  address: ReportAddress,
  { indicator, body, rowVersion }: ReviewNoteForm,
  now: Date,
): Promise<{ rowVersion: number }> {
  const located = await mustLocateToReview(actor, address);
  const { plan, unit, report } = located;
  const { id: indicatorId, code } = await mustFindIndicator(await db(), located, indicator);
  if (!report || report.submission === 0) throw new Refusal("notFound");
  const own = { reportId: report.id, indicatorId, authorId: actor.id };
  const written = rowVersion + 1;
  return transaction(async (tx) => {
    const data = { body, rowVersion: written, updatedAt: now };
    if (body === "" && rowVersion === 0) return { rowVersion: 0 };
    const { count } =
      rowVersion === 0
        ? await tx.reviewNote.createMany({ data: { ...own, ...data }, skipDuplicates: true })
        : body === ""
          ? await tx.reviewNote.deleteMany({ where: { ...own, rowVersion } })
          : await tx.reviewNote.updateMany({ where: { ...own, rowVersion }, data });
    if (count === 0) {
      const where = { reportId_indicatorId_authorId: own };
      const select = { body: true, rowVersion: true };
      const present = (await tx.reviewNote.findUnique({ where, select })) ?? { body: "", rowVersion: 0 };
      if (present.body !== body) throw new NoteChanged(present);
      return { rowVersion: present.rowVersion };
    }
    await writeAudit(tx, {
      ...reportEvent({ id: report.id, planId: plan.id, unitId: unit.id }, address, code),
      actorId: actor.id,
      action: body === "" ? "noteRemoved" : "noteWritten",
    });
    return { rowVersion: body === "" ? 0 : written };
  });
}
