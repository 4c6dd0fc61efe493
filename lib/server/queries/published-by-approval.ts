import "server-only";
import { z } from "zod";
import type { Transaction } from "@/lib/server/db/client";
import { valueView } from "@/lib/server/results/stored/value-view";
import type { PublicStatus, PublishedView } from "@/lib/views/consequences-view";

const counts = z.object({ changed: z.number(), first: z.number() });
const status = z.custom<PublicStatus>((given) => typeof given === "string");
const moved = z.array(
  z.object({ indicator: z.string(), period: z.string(), before: status.nullable(), after: status }),
);
const noted = z.object({
  resultsVersion: z.number(),
  own: counts,
  region: counts,
  hidden: z.number(),
  // Earlier versions said only how many.
  moved: z.object({ own: moved, region: moved }).default({ own: [], region: [] }),
  unprotected: z
    .array(z.string())
    .default([])
    .transform((names) => names.map(valueView)),
});

/**
 * What the latest approval of a report made public, as its audit event says. Null where that says nothing of it: an earlier
 * version wrote it, or it was erased.
 */
export async function publishedByApproval(client: Transaction, reportId: number): Promise<PublishedView | null> {
  const event = await client.auditEvent.findFirst({
    where: { reportId, action: "approved" },
    orderBy: { sequence: "desc" },
    select: { payload: { select: { after: true } } },
  });
  return noted.safeParse(event?.payload?.after).data ?? null;
}
