import "server-only";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { versionIn } from "@/lib/schemas/addresses/release-path";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { readTimeZone } from "@/lib/server/site/time-zone";

/** A results version and the day on which it came about. */
export interface PublishedVersion {
  number: number;
  createdOn: IsoDate;
}

/**
 * A plan's results version, under which everything can be read as it stood, also while others come about.
 * @param version a results version, or a release, as an address has it; null: the present one
 * @returns null where nothing was published yet, and for a version that there isn't
 */
export async function readableVersion(plan: string, version: string | null): Promise<PublishedVersion | null> {
  const asked = version === null ? null : versionIn(version);
  if (version !== null && asked === null) return null;
  await readTimeZone();
  const found = await (await db()).resultsVersion.findFirst({
    where: {
      plan: { code: plan },
      ...(asked && (asked.release === null ? { version: asked.present } : { release: { code: asked.release } })),
    },
    orderBy: { version: "desc" },
    select: { version: true, createdAt: true },
  });
  return found && { number: found.version, createdOn: dayInRegion(found.createdAt) };
}
