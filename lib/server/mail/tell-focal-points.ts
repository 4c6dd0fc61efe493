import "server-only";
import type { UnitRef } from "@/lib/domain/permissions";
import type { MailArgs } from "@/lib/schemas/mail/mail-args";
import type { Transaction } from "@/lib/server/db/client";
import { queueMail } from "./queue-mail";
import { focalPointsOf } from "./who-reports";

interface Waiting<K extends "platformReply" | "recommendationCheck" | "recommendationReply"> {
  kind: K;
  /** Of what waits for them. */
  id: number;
  planId: number;
  units: readonly UnitRef[];
  /** What is told once. */
  occasion: string;
  args: (unit: UnitRef) => MailArgs<K>;
}

/** Tells those who answer for these units, for the region the secretariat, that something waits for them, once of each occasion. */
export async function tellFocalPoints<K extends "platformReply" | "recommendationCheck" | "recommendationReply">(
  tx: Transaction,
  { kind, id, planId, units, occasion, args }: Waiting<K>,
  now: Date,
): Promise<void> {
  const told: { userId: number; of: UnitRef }[] = [];
  for (const of of units)
    for (const userId of await focalPointsOf(tx, { plan: { id: planId }, unit: of })) told.push({ userId, of });
  // Always in this order: each mail stays locked until the transaction ends.
  told.sort((one, other) => one.userId - other.userId || one.of.id - other.of.id);
  for (const { userId, of } of told) {
    const once = `${kind}:${id}:${occasion}:${of.id}:${userId}`;
    await queueMail(tx, { to: { userId }, kind, args: args(of), once }, now);
  }
}
