import "server-only";
import type { SafetyRule } from "@/lib/domain/commitments/observation";
import type { PlatformPart } from "@/lib/domain/commitments/platform-report";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { PlatformReportSeen } from "@/lib/schemas/commitments/platform-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { dropReportFiles } from "@/lib/server/civil-society/drop-report-files";
import { platformReportEvent } from "@/lib/server/civil-society/hold-platform";
import {
  changePlatformReport,
  type HeldPlatformReport,
  holdPlatformReport,
  isAnswered,
} from "@/lib/server/civil-society/hold-platform-report";
import type { Transaction } from "@/lib/server/db/client";
import { stopJob } from "@/lib/server/jobs/running";
import { transaction } from "@/lib/server/transaction";

/** A part by its place: what the audit says of it has neither a name nor words. */
interface TakenDown {
  part: PlatformPart;
  position: number;
  rule: SafetyRule;
}

/**
 * Takes a part of a report down for safety: an activity, or a challenge or a priority with the answers to it. Its place stays,
 * with the rule that it broke for whoever works with the report; files that were made of it are gone. A report whose last
 * missing answer went with it is answered.
 * @throws Refusal `notFound` also of a part that there isn't; `notAllowed`, `changedMeanwhile`
 */
export async function takeDownPlatformPart(
  actor: Actor,
  seen: PlatformReportSeen,
  { part, position, rule }: TakenDown,
  now: Date,
): Promise<void> {
  const stopped = await transaction(async (tx) => {
    const held = await holdPlatformReport(tx, actor, seen, "takeDown");
    const key = { reportId: held.id, part, position };
    if ((await tx.platformTakeDown.count({ where: key })) > 0) throw new Refusal("changedMeanwhile");
    const jobs = await dropReportFiles(tx, actor, held);
    await endPart(tx, held, { actor, part, position, now });
    await tx.platformTakeDown.create({ data: { ...key, rule, takenAt: now, takenById: actor.id } });
    const isLast = held.state === "presented" && (await isAnswered(tx, held.id));
    await changePlatformReport(tx, held, isLast ? { state: "answered" } : {});
    await writeAudit(tx, {
      ...platformReportEvent(held),
      actorId: actor.id,
      action: "platformPartTakenDown",
      after: { part: `${part} ${position}`, rule },
    });
    return jobs;
  });
  for (const job of stopped) stopJob(job);
}

async function endPart(
  tx: Transaction,
  { id: reportId }: HeldPlatformReport,
  { actor, part, position, now }: { actor: Actor; part: PlatformPart; position: number; now: Date },
): Promise<void> {
  if (part === "activity") {
    if ((await tx.platformActivity.count({ where: { reportId, position } })) === 0) throw new Refusal("notFound");
    return;
  }
  const { count } = await tx.addressedText.updateMany({
    where: { end: null, platformPoint: { reportId, kind: part, position } },
    data: { end: "takenDown", endedAt: now, endedById: actor.id, rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new Refusal("notFound");
}
