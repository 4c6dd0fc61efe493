import "server-only";
import type { RandomSource } from "@/lib/domain/suppression/secondary/random-source";
import type { Transaction } from "@/lib/server/db/client";
import type { ReportToPublish } from "./compute/reported-values";
import { workOutResults } from "./compute/work-out-results";
import { chanceOfReport, randomOfReport, secretRandom } from "./disclosure/secret-random";
import { publishNarratives } from "./publish-narratives";
import { writeResults } from "./stored/write-results";

// The one place that raises a plan's results version.

interface PublishingOptions {
  /** For the audit, in codes: `report THA 2016`. */
  subject: string;
  /** Decides what is hidden, by the version under which it is public; inject one only where repeating it harms nobody. */
  random?: (resultsVersion: number) => RandomSource;
  /** Also decides anew what is hidden where no value changes, as when the threshold did. */
  looksAtAll?: boolean;
}

export interface Published {
  /** The results version under which it is public. */
  resultsVersion: number;
  /** Values that earlier releases have given away, so that hiding can't protect them any more: `G5.1-a THA|2016|sex=other`. */
  lost: string[];
  /** Values that are hidden for want of a pattern that hides less, in the same form. */
  gaveUp: string[];
}

/**
 * Turns an approved report's present values into results, by the chance that its review was shown. Call it in the
 * transaction that approves.
 */
export async function publishReport(
  tx: Transaction,
  planId: number,
  report: ReportToPublish,
  subject: string,
): Promise<Published> {
  const chance = await chanceOfReport(tx, report.id);
  const random = (resultsVersion: number) => randomOfReport(chance, resultsVersion);
  return publishReports(tx, planId, [report], { subject, random });
}

/**
 * Publishes all approved reports of these periods at once, under one results version, and decides anew what is hidden.
 * @param random what is hidden is chosen by it; left out, by a source that nobody can repeat
 */
export async function publishApproved(
  tx: Transaction,
  { planId, periodIds, random }: { planId: number; periodIds: number[]; random?: RandomSource },
): Promise<Published> {
  const rows = await tx.report.findMany({
    where: { planId, periodId: { in: periodIds }, state: "approved" },
    orderBy: { id: "asc" },
    select: { id: true, unitId: true, periodId: true, approvedAt: true, period: { select: { code: true } } },
  });
  const reports = rows.map(({ approvedAt, period: _, ...report }) => ({ ...report, approvedAt: approvedAt! }));
  const codes = [...new Set(rows.map(({ period }) => period.code))];
  return publishReports(tx, planId, reports, {
    subject: `reports ${codes.join(", ")}`,
    ...(random && { random: () => random }),
    looksAtAll: true,
  });
}

/**
 * Publishes what approved reports say: their results and public texts take the place of those before, and everything
 * linked to them is worked out again. Raises the results version once. Call it in the transaction that approves.
 */
export async function publishReports(
  tx: Transaction,
  planId: number,
  reports: readonly ReportToPublish[],
  { subject, random = secretRandom, looksAtAll = false }: PublishingOptions,
): Promise<Published> {
  // Raised first: whoever publishes at the same time waits here, and then reads these results.
  const { resultsVersion } = await tx.plan.update({
    where: { id: planId },
    data: { resultsVersion: { increment: 1 } },
    select: { resultsVersion: true },
  });
  await tx.resultsVersion.create({ data: { planId, version: resultsVersion, cause: "approval", subject } });
  const { plan, worked } = await workOutResults(tx, planId, reports, {
    ...{ resultsVersion, looksAtAll },
    random: random(resultsVersion),
  });
  await writeResults(tx, plan, worked, resultsVersion);
  await publishNarratives(tx, reports, resultsVersion);
  const named = (kind: "lost" | "gaveUp") =>
    worked.flatMap((each) => each[kind].map((value) => `${each.indicator.code} ${value}`));
  return { resultsVersion, lost: named("lost"), gaveUp: named("gaveUp") };
}
