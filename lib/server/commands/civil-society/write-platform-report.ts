import "server-only";
import type { PlatformPointKind } from "@/lib/domain/commitments/platform-report";
import type { Actor } from "@/lib/domain/permissions";
import { activityField } from "@/lib/schemas/commitments/platform-fields";
import type {
  PlatformActivityEntry,
  PlatformReportSeen,
  PlatformReportWords,
} from "@/lib/schemas/commitments/platform-forms";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { writeAudit } from "@/lib/server/audit/write";
import { platformReportEvent } from "@/lib/server/civil-society/hold-platform";
import {
  changePlatformReport,
  type HeldPlatformReport,
  holdPlatformReport,
} from "@/lib/server/civil-society/hold-platform-report";
import { nodesOfRows } from "@/lib/server/commitments/nodes-by-code";
import type { Transaction } from "@/lib/server/db/client";
import { transaction } from "@/lib/server/transaction";

/**
 * Writes what a report says in the place of what it said before. What organisations agreed to were other words: they are
 * asked again.
 * @throws Refusal `notFound`, `notAllowed`, `changedMeanwhile`; InvalidFields for codes and organisations that aren't known, and
 * for so few people that they could be known
 */
export function writePlatformReport(
  actor: Actor,
  seen: PlatformReportSeen,
  words: PlatformReportWords,
  now: Date,
): Promise<void> {
  return transaction(async (tx) => {
    const held = await holdPlatformReport(tx, actor, seen, "write");
    await writeActivities(tx, held, words.activities);
    await writePoints(tx, held, { actor, words, now });
    const { count: takenBack } = await tx.platformAgreement.deleteMany({ where: { reportId: held.id } });
    await changePlatformReport(tx, held, { locale: words.language, visibility: words.visibility });
    await writeAudit(tx, {
      ...platformReportEvent(held),
      actorId: actor.id,
      action: "platformReportWritten",
      after: {
        visibility: words.visibility,
        activities: words.activities.length,
        challenges: words.challenges.length,
        priorities: words.priorities.length,
        agreementsTakenBack: takenBack,
      },
    });
  });
}

async function writeActivities(
  tx: Transaction,
  { id: reportId, planId, memberIds }: HeldPlatformReport,
  activities: readonly PlatformActivityEntry[],
): Promise<void> {
  const before = await tx.platformActivity.findMany({
    where: { reportId },
    select: { organisationId: true, nodes: { select: { nodeId: true } } },
  });
  const served = {
    rows: activities.map((activity) => ({ ...activity, field: activityField("nodes", activity.row) })),
    before: before.flatMap(({ nodes }) => nodes.map(({ nodeId }) => nodeId)),
  };
  const nodes = [...(await nodesOfRows(tx, planId, served, "platformNodeUnknown")).values()];
  // One that has left since stays beside what it did.
  const known = new Set([...memberIds, ...before.map(({ organisationId }) => organisationId)]);
  const { smallCountThreshold: threshold } = await tx.plan.findUniqueOrThrow({
    where: { id: planId },
    select: { smallCountThreshold: true },
  });
  const problems = activities.flatMap(({ row, organisationId, community }): FieldProblem[] => [
    ...(known.has(organisationId) ? [] : [{ field: activityField("organisation", row), key: "choiceMissing" }]),
    ...(community !== null && community > 0 && community < threshold
      ? [{ field: activityField("community", row), key: "platformReachSmall", args: { threshold } }]
      : []),
  ]);
  if (problems.length > 0) throw new InvalidFields(problems);
  await tx.platformActivity.deleteMany({ where: { reportId } });
  const rows = activities.map((activity, index) => ({ ...activity, key: { reportId, position: index + 1 } }));
  await tx.platformActivity.createMany({
    data: rows.map(({ key, row: _, nodes: __, formerNodes: ___, ...said }) => ({ ...key, ...said })),
  });
  await tx.platformActivityNode.createMany({
    data: rows.flatMap(({ key }, index) => nodes[index]!.map((nodeId) => ({ ...key, nodeId }))),
  });
}

/** Each challenge and each priority is an addressed text: it is passed on, and answered, by itself. */
async function writePoints(
  tx: Transaction,
  { id: reportId, planId, organisationId }: HeldPlatformReport,
  { actor, words, now }: { actor: Actor; words: PlatformReportWords; now: Date },
): Promise<void> {
  await tx.addressedText.deleteMany({ where: { platformPoint: { reportId } } });
  const kinds: [PlatformPointKind, readonly string[]][] = [
    ["challenge", words.challenges],
    ["priority", words.priorities],
  ];
  for (const [kind, bodies] of kinds)
    for (const [index, body] of bodies.entries()) {
      const { id: textId } = await tx.addressedText.create({
        data: {
          planId,
          kind: "platformPoint",
          organisationId,
          authorId: actor.id,
          locale: words.language,
          createdAt: now,
          rounds: { create: { round: 1, body } },
        },
        select: { id: true },
      });
      await tx.platformPoint.create({ data: { textId, planId, reportId, kind, position: index + 1 } });
    }
}
