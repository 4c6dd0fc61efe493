import "server-only";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";

/** A results version and the day on which it came about. */
export interface PublishedVersion {
  number: number;
  createdOn: IsoDate;
}

/**
 * A plan's results version, under which everything can be read as it stood, also while others come about.
 * @param version as an address has it; null: the present one
 * @returns null where nothing was published yet, and for a version that there isn't
 */
export async function readableVersion(plan: string, version: string | null): Promise<PublishedVersion | null> {
  const found = await (await db()).resultsVersion.findFirst({
    where: { plan: { code: plan }, ...(version !== null && { version: versionNumber(version) }) },
    orderBy: { version: "desc" },
    select: { version: true, createdAt: true },
  });
  return found && { number: found.version, createdOn: dayOf(found.createdAt) };
}

/** 0, which no plan has, where it is none. */
export const versionNumber = (text: string): number => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0);
