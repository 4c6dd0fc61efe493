import "server-only";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { inMs } from "./enqueue";
import type { AwaitedKind } from "./job-kind";

/** How jobs are, the newest first: what a screen says of them. */
export async function readJobs(where: Prisma.JobWhereInput, most = 100) {
  const client = await db();
  return client.job.findMany({
    where,
    orderBy: { id: "desc" },
    take: most,
    select: {
      id: true,
      kind: true,
      key: true,
      state: true,
      step: true,
      part: true,
      priority: true,
      failures: true,
      lost: true,
      dueAt: true,
      createdAt: true,
      finishedAt: true,
    },
  });
}

/** Whoever runs a job has given a heartbeat since: several, where they can. */
const HEARD_MS = 10_000;

/** What of work that somebody waits for is being done now, on whichever server; null where none is at it. */
export async function jobGoingOn<Payload>({ name }: AwaitedKind<Payload>, payload: Payload) {
  const client = await db();
  const [job] = await client.$queryRaw<{ step: string | null }[]>`
    SELECT step FROM job
    WHERE kind = ${name} AND state = 'running' AND payload = ${JSON.stringify(payload)}::jsonb AND beat_at > ${inMs(-HEARD_MS)}
    ORDER BY id DESC LIMIT 1`;
  return job ?? null;
}
