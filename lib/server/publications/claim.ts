import "server-only";
import {
  type PublicationFailure,
  type PublicationSettings,
  type PublicationStep,
  publicationAfter,
  statesBefore,
} from "@/lib/domain/publication";
import { writeAudit } from "@/lib/server/audit/write";
import { db } from "@/lib/server/db/client";
import { log } from "@/lib/server/log/log";
import { transaction } from "@/lib/server/transaction";
import { publicationEvent } from "./publication-row";
import type { Attempt } from "./running";
import { databaseNow, giveSign } from "./signs-of-life";

/** How often somebody who makes a publication gives a sign of life. */
const HEARTBEAT_MS = 2_000;

/** The right to go on with a publication: theirs who began it last, as long as nobody cancelled it. */
export interface Claim extends Attempt {
  plan: string;
  planId: number;
  unitId: number;
  settings: PublicationSettings;
  requestedBy: number;
  /** What it was made of an earlier time. */
  content: { content: Uint8Array<ArrayBuffer>; version: number } | null;
}

/** Begins a publication that waits; null for one that doesn't wait any more. */
export async function claim(id: number): Promise<Claim | null> {
  const client = await db();
  const [begun] = await client.$queryRaw<{ attempt: number }[]>`
    UPDATE publication SET state = 'making', step = 'reading', attempt = attempt + 1, worked_at = ${databaseNow}
    WHERE id = ${id} AND state::text = ANY(${statesBefore("begin")}) RETURNING attempt`;
  if (!begun) return null;
  const row = await client.publication.findUnique({
    where: { id },
    select: {
      ...{ planId: true, unitId: true, settings: true, requestedBy: true, content: true, version: true },
      plan: { select: { code: true } },
    },
  });
  // Cancelled and deleted meanwhile.
  if (!row) return null;
  return {
    id,
    attempt: begun.attempt,
    plan: row.plan.code,
    ...{ planId: row.planId, unitId: row.unitId },
    // Written by `requestPublication` alone, under this very type.
    settings: row.settings as unknown as PublicationSettings,
    requestedBy: row.requestedBy,
    content: row.content && row.version !== null ? { content: row.content, version: row.version } : null,
  };
}

const ofClaim = ({ id, attempt }: Claim) => ({ id, attempt, state: "making" as const });

export async function holdsClaim(claimed: Claim): Promise<boolean> {
  const client = await db();
  return (await client.publication.count({ where: ofClaim(claimed) })) > 0;
}

/** Says what is being done. */
export async function say(claimed: Claim, step: PublicationStep): Promise<void> {
  await giveSign(claimed, step);
}

/** Keeps what the publication is made of; whoever goes on with it makes the same of it. */
export async function keepContent(claimed: Claim, content: NonNullable<Claim["content"]>): Promise<void> {
  const client = await db();
  await client.publication.updateMany({ where: ofClaim(claimed), data: content });
}

/** Gives signs of life until `end`, and stops the work where the claim is lost. */
export function keepAlive(claimed: Claim, stop: AbortController): { end: () => void } {
  const timer = setInterval(async () => {
    try {
      if (!(await giveSign(claimed, null))) stop.abort();
    } catch (error) {
      // The next sign may get through; if none does, the publication is taken for lost, as it should be.
      log.warn({ err: error, publication: claimed.id }, "No sign of life of a publication could be given.");
    }
  }, HEARTBEAT_MS);
  timer.unref();
  return { end: () => clearInterval(timer) };
}

/** Marks it failed. */
export async function giveUp(claimed: Claim, failure: PublicationFailure): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.publication.updateMany({
      where: ofClaim(claimed),
      data: { state: publicationAfter("fail", "making"), failure, finishedAt: new Date() },
    });
    if (count === 0) return;
    await writeAudit(tx, {
      ...publicationEvent(claimed, claimed.plan, claimed.settings),
      actorId: claimed.requestedBy,
      action: "publicationFailed",
      before: { state: "making" },
      after: { state: "failed", failure },
    });
  });
}
