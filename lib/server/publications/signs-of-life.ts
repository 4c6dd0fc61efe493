import "server-only";
import type { PublicationSettings, PublicationStep } from "@/lib/domain/publication";
import { db } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import type { Attempt } from "./running";

// When somebody who makes a publication last gave a sign of life is told, and compared, by the database's clock alone:
// those of servers may differ by more than the silence after which one is taken for lost.

/** As timestamps are stored: without a zone, in UTC. */
export const databaseNow = Prisma.sql`(now() AT TIME ZONE 'UTC')`;

/**
 * Says that the attempt goes on, and what is being done if that is another step now.
 * @returns whether it may go on: false once it was cancelled, or somebody else goes on with it
 */
export async function giveSign({ id, attempt }: Attempt, step: PublicationStep | null): Promise<boolean> {
  const client = await db();
  const count = await client.$executeRaw`
    UPDATE publication SET worked_at = ${databaseNow}, step = COALESCE(${step}, step)
    WHERE id = ${id} AND attempt = ${attempt} AND state = 'making'`;
  return count > 0;
}

/** An attempt of which nothing is heard. */
interface SilentAttempt extends Attempt {
  /** The last sign of life: whoever gives another one since isn't lost. */
  workedAt: Date;
  /** How often the publication's maker was lost before. */
  lost: number;
  settings: PublicationSettings;
  plan: string;
  planId: number;
  unitId: number;
}

/** @param silentMs how long nothing was heard; null for every attempt that hasn't ended, whoever makes it */
export async function silentAttempts(silentMs: number | null): Promise<SilentAttempt[]> {
  const client = await db();
  const isSilent =
    silentMs === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`p.worked_at < ${databaseNow} - ${silentMs} * interval '1 millisecond'`;
  // Settings are written by `requestPublication` alone, under this very type.
  return client.$queryRaw<SilentAttempt[]>`
    SELECT p.id, p.attempt, p.worked_at AS "workedAt", p.lost, p.settings, plan.code AS plan,
      p.plan_id AS "planId", p.unit_id AS "unitId"
    FROM publication p JOIN plan ON plan.id = p.plan_id
    WHERE p.state = 'making' AND ${isSilent} ORDER BY p.id`;
}
