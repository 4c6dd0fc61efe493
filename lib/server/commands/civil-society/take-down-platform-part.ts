import "server-only";
import type { SafetyRule } from "@/lib/domain/commitments/observation";
import type { PlatformPart } from "@/lib/domain/commitments/platform-report";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { PlatformReportSeen } from "@/lib/schemas/commitments/platform-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { platformReportEvent } from "@/lib/server/civil-society/hold-platform";
import {
  changePlatformReport,
  type HeldPlatformReport,
  holdPlatformReport,
  isAnswered,
} from "@/lib/server/civil-society/hold-platform-report";
import { emptyTexts } from "@/lib/server/commitments/safety/empty-words";
import {
  eraseEarlierWords,
  findToldOf,
  notErased,
  type TakenDown,
} from "@/lib/server/commitments/safety/erase-earlier-words";
import type { Transaction } from "@/lib/server/db/client";
import { eraseFromPublications, sayingTexts } from "@/lib/server/publications/drop-publications";
import { transaction } from "@/lib/server/transaction";

/** A part by its place: what the audit says of it has neither a name nor words. */
interface PartTakenDown {
  part: PlatformPart;
  position: number;
  rule: SafetyRule;
}

/**
 * Takes a part of a report down for safety: an activity, or a challenge or a priority with the answers to it and what
 * meetings were told of it. Its words are gone from every row, and files that say them too; its place stays, with the rule that
 * it broke for whoever works with the report. A report whose last missing answer went with it is answered.
 * @throws Refusal `notFound` also of a part that there isn't; `notAllowed`, `changedMeanwhile`
 */
export async function takeDownPlatformPart(
  actor: Actor,
  seen: PlatformReportSeen,
  { part, position, rule }: PartTakenDown,
  now: Date,
): Promise<TakenDown> {
  return transaction(async (tx) => {
    const held = await holdPlatformReport(tx, actor, seen, "takeDown");
    const key = { reportId: held.id, part, position };
    if ((await tx.platformTakeDown.count({ where: key })) > 0) throw new Refusal("changedMeanwhile");
    const saying = await tx.platformPoint.findMany({
      where: { reportId: held.id, kind: part === "activity" ? { in: [] } : part, position },
      select: { textId: true },
    });
    const textIds = saying.map(({ textId }) => textId);
    await eraseFromPublications(tx, actor, held, { OR: [{ platformReportId: held.id }, sayingTexts(textIds)] });
    await endPart(tx, held, { actor, part, position, rule, now });
    await tx.platformTakeDown.create({ data: { ...key, rule, takenAt: now, takenById: actor.id } });
    const isLast = held.state === "presented" && (await isAnswered(tx, held.id));
    await changePlatformReport(tx, held, isLast ? { state: "answered" } : {});
    const told = await findToldOf(tx, held.planId, textIds);
    await writeAudit(tx, {
      ...platformReportEvent(held),
      actorId: actor.id,
      action: "platformPartTakenDown",
      after: { part: `${part} ${position}`, rule, ...notErased(told) },
    });
    return eraseEarlierWords(tx, told, { actorId: actor.id, reason: `taken down for safety: ${part} ${position}` });
  });
}

async function endPart(
  tx: Transaction,
  { id: reportId }: HeldPlatformReport,
  { actor, part, position, rule, now }: PartTakenDown & { actor: Actor; now: Date },
): Promise<void> {
  if (part === "activity") {
    const { count } = await tx.platformActivity.updateMany({
      where: { reportId, position },
      data: {
        title: "",
        place: "",
        time: "",
        reach: "",
        officials: null,
        community: null,
        redactedAt: now,
      },
    });
    if (count === 0) throw new Refusal("notFound");
    return;
  }
  const [ended] = await tx.addressedText.updateManyAndReturn({
    where: { end: null, platformPoint: { reportId, kind: part, position } },
    data: { end: "takenDown", endedAt: now, endedById: actor.id, endRule: rule, rowVersion: { increment: 1 } },
    select: { id: true },
  });
  if (!ended) throw new Refusal("notFound");
  await emptyTexts(tx, [ended.id], now);
}
