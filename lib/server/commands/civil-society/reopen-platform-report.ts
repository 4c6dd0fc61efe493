import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { PlatformReportSeen } from "@/lib/schemas/commitments/platform-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { dropReportFiles } from "@/lib/server/civil-society/drop-report-files";
import { platformReportEvent } from "@/lib/server/civil-society/hold-platform";
import { changePlatformReport, holdPlatformReport } from "@/lib/server/civil-society/hold-platform-report";
import type { Transaction } from "@/lib/server/db/client";
import { stopJob } from "@/lib/server/jobs/running";
import { transaction } from "@/lib/server/transaction";

/**
 * Makes an agreed report a draft again, to be written anew: nobody has agreed to it any more, and only members read it. Files
 * that were made of it are gone, and so is what was taken down of it.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`
 */
export async function reopenPlatformReport(actor: Actor, seen: PlatformReportSeen): Promise<void> {
  const stopped = await transaction(async (tx) => {
    const held = await holdPlatformReport(tx, actor, seen, "reopen");
    const jobs = await dropReportFiles(tx, actor, held);
    await changePlatformReport(tx, held, { state: "draft", agreedOn: null, memberCount: null });
    await dropTakenDown(tx, held.id);
    const { count } = await tx.platformAgreement.deleteMany({ where: { reportId: held.id } });
    await writeAudit(tx, {
      ...platformReportEvent(held),
      actorId: actor.id,
      action: "platformReportReopened",
      before: { state: held.state },
      after: { state: "draft", agreementsTakenBack: count },
    });
    return jobs;
  });
  for (const job of stopped) stopJob(job);
}

/** Whoever writes it anew doesn't find the words that were taken down. */
async function dropTakenDown(tx: Transaction, reportId: number): Promise<void> {
  const gone = await tx.platformTakeDown.findMany({ where: { reportId }, select: { part: true, position: true } });
  await tx.addressedText.deleteMany({ where: { end: "takenDown", platformPoint: { reportId } } });
  await tx.platformActivity.deleteMany({
    where: { reportId, position: { in: gone.flatMap(({ part, position }) => (part === "activity" ? position : [])) } },
  });
  await tx.platformTakeDown.deleteMany({ where: { reportId } });
}
