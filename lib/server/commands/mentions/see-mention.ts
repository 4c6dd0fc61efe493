import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { MentionKind } from "@/lib/domain/reports/mention";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { mustReview } from "@/lib/server/reports/decide";
import { mustFindIndicator, mustLocate } from "@/lib/server/reports/hold-report";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { reportEvent } from "@/lib/server/reports/report-stream";
import { transaction } from "@/lib/server/transaction";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * Somebody has seen what they were told of an indicator of a report, up to the last that they were shown: it no longer
 * waits among their work. What was told since then does. The report itself may be locked by now; and who was told that they
 * enter the indicator no longer may not read it any more.
 * @throws Refusal `notFound`, `notAllowed`; `changedMeanwhile` where nothing waits for them there
 */
export async function seeMention(
  actor: Actor,
  address: ReportAddress,
  { indicator, kind, last }: { indicator: string; kind: MentionKind; last: number },
  now: Date,
): Promise<void> {
  const located = await mustLocate(address);
  const { plan, unit, report } = located;
  const { id: indicatorId, code } = await mustFindIndicator(await db(), located, indicator);
  const subject = subjectOf(located);
  if (kind === "takenOver") mustBeAble(actor, "viewReport", subject);
  else if (kind === "review") mustReview(actor, located);
  else mustBeAble(actor, "viewIndicator", { ...subject, indicatorId });
  if (!report) throw new Refusal("notFound");
  await transaction(async (tx) => {
    const { count } = await tx.mention.updateMany({
      // Nobody learns that a query names them before it is told.
      where: {
        reportId: report.id,
        indicatorId,
        kind,
        id: { lte: last },
        personId: actor.id,
        toldAt: { not: null },
        seenAt: null,
      },
      data: { seenAt: now },
    });
    if (count === 0) throw new Refusal("changedMeanwhile");
    await writeAudit(tx, {
      ...reportEvent({ id: report.id, planId: plan.id, unitId: unit.id }, address, code),
      actorId: actor.id,
      action: "mentionSeen",
      after: { mentions: count },
    });
  });
}
