import "server-only";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";

/** The plan's present results version, and the day on which it came about; null where nothing was published yet. */
export async function latestVersion(plan: string): Promise<{ number: number; createdOn: IsoDate } | null> {
  const found = await (await db()).plan.findUnique({
    where: { code: plan },
    select: { resultsVersion: true, versions: { orderBy: { version: "desc" }, take: 1 } },
  });
  const [latest] = found?.versions ?? [];
  return found && latest ? { number: found.resultsVersion, createdOn: dayOf(latest.createdAt) } : null;
}
