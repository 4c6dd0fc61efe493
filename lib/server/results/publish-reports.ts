import "server-only";
import type { RandomSource } from "@/lib/domain/suppression/secondary/random-source";
import type { Transaction } from "@/lib/server/db/client";
import type { ReportToPublish } from "./compute/reported-figures";
import { workOutResults } from "./compute/work-out-results";
import { secretRandom } from "./disclosure/secret-random";
import { publishNarratives } from "./publish-narratives";
import { writeResults } from "./stored/write-results";

interface PublishingOptions {
  /** For the audit, in codes: `report THA 2016`. */
  subject: string;
  /** Decides what is hidden, by the version under which it is public; inject one only where repeating it harms nobody. */
  random?: (publication: number) => RandomSource;
  /** Also decides anew what is hidden where no figure changes, as when the threshold did. */
  looksAtAll?: boolean;
}

export interface Published {
  /** The publication version under which it is public. */
  publication: number;
  /** Figures that earlier releases have given away, so that hiding can't protect them any more: `G5.1-a THA|2016|sex=other`. */
  lost: string[];
  /** Figures that are hidden for want of a pattern that hides less, in the same form. */
  gaveUp: string[];
}

/**
 * Publishes what approved reports say: their results and public texts take the place of those before, and everything
 * linked to them is worked out again. Raises the publication version once. Call it in the transaction that approves.
 */
export async function publishReports(
  tx: Transaction,
  planId: number,
  reports: readonly ReportToPublish[],
  { subject, random = secretRandom, looksAtAll = false }: PublishingOptions,
): Promise<Published> {
  // Raised first: whoever publishes at the same time waits here, and then reads these results.
  const { publicationVersion: publication } = await tx.plan.update({
    where: { id: planId },
    data: { publicationVersion: { increment: 1 } },
    select: { publicationVersion: true },
  });
  await tx.publicationVersion.create({ data: { planId, version: publication, cause: "approval", subject } });
  const { plan, worked } = await workOutResults(tx, planId, reports, {
    ...{ publication, looksAtAll },
    random: random(publication),
  });
  await writeResults(tx, plan, worked, publication);
  await publishNarratives(tx, reports, publication);
  const named = (kind: "lost" | "gaveUp") =>
    worked.flatMap((each) => each[kind].map((figure) => `${each.indicator.code} ${figure}`));
  return { publication, lost: named("lost"), gaveUp: named("gaveUp") };
}
