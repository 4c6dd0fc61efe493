import "server-only";
import type { WorkedOut } from "@/lib/domain/results/work-out-indicator";
import type { RandomSource } from "@/lib/domain/suppression/secondary/random-source";
import type { Transaction } from "@/lib/server/db/client";
import type { ResultsCause } from "@/lib/server/db/generated/client";
import { transaction } from "@/lib/server/transaction";
import type { ReportToPublish } from "./compute/reported-values";
import { readSnapshot, type Snapshot, type Touched, workOutHere } from "./compute/work-out-results";
import type { Prepared } from "./prepare";
import { confirmResults, writeResults } from "./stored/write-results";

// The one place that raises a plan's results version.

/** What a results version is for. */
interface Reason {
  planId: number;
  cause: ResultsCause;
  /** For the audit, in codes: `report THA 2016`. */
  subject: string;
  /** The reopening that an approval ends: lists of corrections say what readers were told of it. */
  reopeningId?: number | null;
}

/** Something that readers may see changes. */
interface Change extends Reason, Touched {}

export interface Published {
  /** The results version under which it is public. */
  resultsVersion: number;
  /** Values that earlier releases have given away, so that hiding can't protect them any more: `G5.1-a THA|2016|sex=other`. */
  lost: string[];
  /** Values that are hidden for want of a pattern that hides less, in the same form. */
  gaveUp: string[];
}

/** What stands around a publication in its short transaction. */
interface Committing<Held extends { moment: Date }, Done> {
  /** Judges once more what was judged, and holds it; `moment` is when the change holds from. */
  hold: (tx: Transaction) => Promise<Held>;
  /** Writes what the change is, with its audit event. */
  record: (tx: Transaction, held: Held, published: Published) => Promise<Done>;
}

/** Whoever publishes at the same time may come first that often. */
const ATTEMPTS = 20;

/** What was prepared under a version that isn't the present one any more. */
class Overtaken extends Error {}

/**
 * Makes public what a change touches. Results are worked out from a snapshot, in a thread and under no lock; a short
 * transaction then judges the change once more, writes what was worked out under the next results version, and the
 * change with its audit event: all of it or nothing. Where another change was published meanwhile, it is prepared anew.
 * @param prepare works it out: `prepare.ts`
 * @throws whatever `hold` and `record` throw
 */
export async function publishChange<Held extends { moment: Date }, Done>(
  change: Change,
  prepare: () => Promise<Prepared>,
  { hold, record }: Committing<Held, Done>,
): Promise<Done> {
  for (let attempt = 1; ; attempt++) {
    const { version, snapshot, worked } = await prepare();
    try {
      return await transaction(async (tx) => {
        const held = await hold(tx);
        const { count } = await tx.plan.updateMany({
          where: { id: change.planId, resultsVersion: version },
          data: { resultsVersion: version + 1 },
        });
        if (count === 0) throw new Overtaken();
        await noteVersion(tx, change, version + 1);
        return record(tx, held, await write(tx, change, snapshot, worked, held.moment));
      });
    } catch (error) {
      if (!(error instanceof Overtaken) || attempt === ATTEMPTS) throw error;
    }
  }
}

/**
 * Publishes all approved reports of these periods under one results version, and decides anew what is hidden: within the
 * caller's transaction and thread, for a database that nobody else uses yet.
 * @param random what is hidden is chosen by it: inject one only where repeating it harms nobody
 */
export async function publishApproved(
  tx: Transaction,
  { planId, periodIds, random }: { planId: number; periodIds: number[]; random: RandomSource },
): Promise<Published> {
  const rows = await tx.report.findMany({
    where: { planId, periodId: { in: periodIds }, state: "approved" },
    orderBy: { id: "asc" },
    select: { id: true, unitId: true, periodId: true, approvedAt: true, period: { select: { code: true } } },
  });
  const reports = rows.map(({ approvedAt, period: _, ...report }) => ({ ...report, approvedAt: approvedAt! }));
  const codes = [...new Set(rows.map(({ period }) => period.code))];
  const change = {
    planId,
    cause: "approval",
    subject: `reports ${codes.join(", ")}`,
    reports,
    looksAtAll: true,
  } as const;
  return publishHere(tx, change, random);
}

/** Publishes a change as `publishApproved` does. */
export async function publishHere(tx: Transaction, change: Change, random: RandomSource): Promise<Published> {
  const snapshot = await readSnapshot(tx, change.planId, change, await raiseVersion(tx, change));
  return write(tx, change, snapshot, await workOutHere(snapshot, random), null);
}

/** A plan's first version, with nothing in it. */
export const beginVersions = (tx: Transaction, planId: number, subject: string) =>
  noteVersion(tx, { planId, cause: "framework", subject }, 1);

/**
 * Publishes what no result rests on, within the caller's transaction: what pages keep, they keep under the version.
 * @returns the new results version
 */
export async function raiseVersion(tx: Transaction, reason: Reason): Promise<number> {
  const { resultsVersion } = await tx.plan.update({
    where: { id: reason.planId },
    data: { resultsVersion: { increment: 1 } },
    select: { resultsVersion: true },
  });
  await noteVersion(tx, reason, resultsVersion);
  return resultsVersion;
}

async function noteVersion(tx: Transaction, { planId, cause, subject, reopeningId }: Reason, version: number) {
  await tx.resultsVersion.create({ data: { planId, version, cause, subject, reopeningId } });
}

/**
 * Puts what these units tell everybody in line with what stands in their reports: texts marked public appear or change,
 * texts that no longer are, or were emptied, go. A text that stays as it is keeps its row. Call it in the
 * transaction that approves, with the reports held.
 */
async function publishNarratives(
  tx: Transaction,
  reports: readonly Pick<ReportToPublish, "id">[],
  resultsVersion: number,
): Promise<void> {
  const ids = reports.map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE published_narrative p SET until_version = ${resultsVersion - 1}::int FROM report r
    WHERE p.until_version IS NULL AND r.id = ANY(${ids}::int[]) AND p.period_id = r.period_id AND p.unit_id = r.unit_id
      AND NOT EXISTS (
        SELECT FROM report_narrative n
        WHERE n.report_id = r.id AND n.pillar_id = p.pillar_id AND n.kind = p.kind AND n.is_public AND n.text = p.text AND n.text <> '')`;
  await tx.$executeRaw`
    INSERT INTO published_narrative (period_id, unit_id, pillar_id, kind, text, from_version)
    SELECT r.period_id, r.unit_id, n.pillar_id, n.kind, n.text, ${resultsVersion}::int
    FROM report_narrative n JOIN report r ON r.id = n.report_id
    WHERE r.id = ANY(${ids}::int[]) AND n.is_public AND n.text <> ''
    ON CONFLICT (period_id, unit_id, pillar_id, kind) WHERE until_version IS NULL DO NOTHING`;
}

/** @param moment stands for moments of approval that weren't known yet, `reported-values.ts` `whenApproved` */
async function write(
  tx: Transaction,
  { reports, takeDown }: Touched,
  { plan, unchanged, hiding: { resultsVersion } }: Snapshot,
  worked: readonly WorkedOut[],
  moment: Date | null,
): Promise<Published> {
  await writeResults(tx, plan, worked, { resultsVersion, moment });
  // What is taken down or restored approves nothing anew.
  const approved = takeDown ? [] : reports;
  await confirmResults(tx, plan, unchanged, approved, { resultsVersion, moment });
  await publishNarratives(tx, approved, resultsVersion);
  const named = (kind: "lost" | "gaveUp") =>
    worked.flatMap((each) => each[kind].map((value) => `${each.indicator.code} ${value}`));
  return { resultsVersion, lost: named("lost"), gaveUp: named("gaveUp") };
}
