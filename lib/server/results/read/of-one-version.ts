import "server-only";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { latestVersion } from "./latest-version";

/** How often results are read again when they changed meanwhile, before that is taken for a defect. */
const ATTEMPTS = 5;

/** A results version and the day on which it came about. */
export interface PublishedVersion {
  number: number;
  createdOn: IsoDate;
}

/** What is read of a plan, all of one results version; null where nothing was published yet. */
export async function ofOneVersion<Read>(
  planCode: string,
  read: (version: PublishedVersion) => Promise<Read>,
): Promise<Read | null> {
  for (let attempt = 1; ; attempt++) {
    const before = await latestVersion(planCode);
    if (!before) return null;
    const content = await read(before);
    const after = await latestVersion(planCode);
    if (after?.number === before.number) return content;
    if (attempt === ATTEMPTS) throw new Error(`The results of ${planCode} changed ${ATTEMPTS} times while being read.`);
  }
}
