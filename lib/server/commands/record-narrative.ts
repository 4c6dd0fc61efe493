import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { NarrativeForm } from "@/lib/schemas/reports/report-forms";
import { writeAudit } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";
import { presentEdition } from "@/lib/server/framework/edition";
import { changeHeld, holdForEditing, mustLocate } from "@/lib/server/reports/hold-report";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { textDigest } from "@/lib/server/reports/text-digest";
import { transaction } from "@/lib/server/transaction";
import type { IsoMoment, LastChangeView, ReportAddress } from "@/lib/views/report-view";

/** What stands in a part of the report narrative now. */
interface PresentText {
  text: string;
  isPublic: boolean;
  rowVersion: number;
  /** Its digest. */
  was: string;
}

/** Somebody else changed the text; what stands there now goes along, and whose it is. */
export class TextChanged extends Refusal<"changedMeanwhile"> {
  constructor(
    readonly present: PresentText,
    readonly changed: LastChangeView | null,
  ) {
    super("changedMeanwhile");
  }
}

/**
 * Stores a part of the report narrative, or empties it. The same text once more changes nothing.
 * @throws Refusal `notFound`, `notAllowed`, `locked`; TextChanged
 */
export async function recordNarrative(
  actor: Actor,
  address: ReportAddress,
  { pillar, kind, text, isPublic, rowVersion }: NarrativeForm,
  now: Date,
): Promise<{ rowVersion: number; savedAt: IsoMoment | null; was: string }> {
  const located = await mustLocate(address);
  mustBeAble(actor, "editReport", subjectOf(located));
  return transaction(async (tx) => {
    const report = await holdForEditing(tx, actor, address, located, now);
    const pillarId = await pillarOf(tx, located.plan.id, pillar);
    const key = { reportId: report.id, pillarId, kind };
    // The report is held, so nobody writes its texts meanwhile.
    const row = await tx.reportNarrative.findUnique({
      where: { reportId_pillarId_kind: key },
      select: {
        text: true,
        isPublic: true,
        rowVersion: true,
        updatedAt: true,
        updatedBy: { select: { id: true, name: true } },
      },
    });
    const present = row ?? { text: "", isPublic: false, rowVersion: 0, updatedAt: null };
    if (present.text === text && present.isPublic === isPublic)
      return {
        rowVersion: present.rowVersion,
        savedAt: present.updatedAt?.toISOString() ?? null,
        was: textDigest(present),
      };
    if (present.rowVersion !== rowVersion)
      throw new TextChanged(
        { text: present.text, isPublic: present.isPublic, rowVersion: present.rowVersion, was: textDigest(present) },
        row && {
          by: row.updatedBy.name,
          isOwn: row.updatedBy.id === actor.id,
          at: row.updatedAt.toISOString(),
        },
      );
    const stored = {
      text,
      isPublic,
      rowVersion: rowVersion + 1,
      updatedAt: report.moment,
      updatedById: actor.id,
    };
    await tx.reportNarrative.upsert({
      where: { reportId_pillarId_kind: key, rowVersion },
      create: { ...key, ...stored },
      update: stored,
    });
    await changeHeld(tx, report, {});
    await writeAudit(tx, {
      ...reportEvent(report, address, `${pillar} ${kind}`),
      actorId: actor.id,
      action: "narrativeRecorded",
      // The row keeps its present words alone.
      before: { text: present.text, isPublic: present.isPublic, rowVersion: present.rowVersion },
      after: { pillar, kind, rowVersion: stored.rowVersion },
    });
    return { rowVersion: stored.rowVersion, savedAt: stored.updatedAt.toISOString(), was: textDigest(stored) };
  });
}

async function pillarOf(tx: Pick<Transaction, "editionNode">, planId: number, code: string): Promise<number> {
  const pillar = await tx.editionNode.findFirst({
    where: { edition: { planId, ...presentEdition }, code, node: { kind: "pillar" } },
    select: { nodeId: true },
  });
  if (!pillar) throw new Refusal("notFound");
  return pillar.nodeId;
}
