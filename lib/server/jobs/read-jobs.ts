import "server-only";
import { db } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";

/** How jobs are, the newest first: what a screen says of them. */
export async function readJobs(where: Prisma.JobWhereInput, most = 100) {
  const client = await db();
  return client.job.findMany({
    where,
    orderBy: { id: "desc" },
    take: most,
    select: {
      ...{ id: true, kind: true, key: true, state: true, step: true, part: true, priority: true },
      ...{ failures: true, lost: true, dueAt: true, createdAt: true, finishedAt: true },
    },
  });
}
