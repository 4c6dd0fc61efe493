import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";

/**
 * Takes the words of texts out of every row, for safety: what was said in each round, what it rests on, what it says in other
 * languages, the answers to it with their key actions, and what meetings were told of it. Number and place, the days and the
 * kinds of answers stay. Files go by themselves: `dropFiles`.
 */
export async function emptyTexts(tx: Transaction, textIds: readonly number[], now: Date): Promise<void> {
  const where = { textId: { in: [...textIds] } };
  await emptyKeyActions(tx, where, now);
  await emptyReplies(tx, where, now);
  await emptyFollowUps(tx, where, now);
  // What was only drafted stays a draft, of which nothing is left.
  await tx.unitResponse.updateMany({ where: { ...where, state: { not: "given" } }, data: noReply });
  await tx.shadowValue.updateMany({
    where: { ...where, redactedAt: null },
    data: {
      kind: null,
      number: null,
      numerator: null,
      denominator: null,
      yesNo: null,
      step: null,
      method: "",
      redactedAt: now,
    },
  });
  // Its parts can only go once the value itself is redacted.
  await tx.shadowPart.deleteMany({ where });
  await tx.observationSource.deleteMany({ where });
  await tx.recommendationWords.deleteMany({ where });
  await tx.addressedRound.updateMany({
    where: { ...where, redactedAt: null },
    data: { body: "", note: "", redactedAt: now },
  });
}

const noReply = { body: "", evidenceTitle: "", evidenceUrl: "" };

/** The words of given responses, with their evidence. @returns how many had any */
export async function emptyReplies(tx: Transaction, where: Prisma.UnitResponseWhereInput, now: Date): Promise<number> {
  const { count } = await tx.unitResponse.updateMany({
    where: { AND: [where, { OR: [{ body: { not: "" } }, { evidenceUrl: { not: "" } }] }], state: "given" },
    data: { ...noReply, redactedAt: now },
  });
  return count;
}

/** The words of key actions, with their evidence and why they were stopped. @returns how many had any */
export async function emptyKeyActions(tx: Transaction, where: Prisma.KeyActionWhereInput, now: Date): Promise<number> {
  const { count } = await tx.keyAction.updateMany({
    where: { ...where, redactedAt: null },
    data: {
      body: "",
      evidenceTitle: "",
      evidenceUrl: "",
      reason: "",
      redactedAt: now,
      rowVersion: { increment: 1 },
    },
  });
  return count;
}

/** What meetings were told of texts, beside how these stand. @returns how many had any words */
export async function emptyFollowUps(tx: Transaction, where: Prisma.FollowUpWhereInput, now: Date): Promise<number> {
  const data = { body: "", redactedAt: now };
  return (await tx.followUp.updateMany({ where: { ...where, body: { not: "" } }, data })).count;
}
