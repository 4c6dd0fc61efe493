import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import type { WorkedOut } from "@/lib/domain/results/work-out-indicator";
import { db, type Transaction } from "@/lib/server/db/client";
import { doNow } from "@/lib/server/jobs/do-now";
import { jobGoingOn } from "@/lib/server/jobs/read-jobs";
import { transaction } from "@/lib/server/transaction";
import { whenApproved } from "./compute/reported-values";
import { workOutJob } from "./compute/work-out-job";
import { type Heard, readSnapshot, type Snapshot, type Touched, workOut } from "./compute/work-out-results";
import { chanceOfReport } from "./disclosure/secret-chance";

/** What a change would make of the results, worked out and not written. */
export interface Prepared {
  /** The results version that it rests on: it can only be published under the next one. */
  version: number;
  snapshot: Snapshot;
  worked: WorkedOut[];
}

/** So many indicators are done, of so many. */
export interface HowFar {
  done: number;
  of: number;
}

/** Who hears how far it is; of an approval, of which report. */
interface Awaited {
  report: number | null;
  heard: (howFar: HowFar) => void;
}

/**
 * Reads what goes in at one moment, and works it out under no lock, as a job.
 * @param chance decides what is hidden: `disclosure/secret-chance.ts`
 * @throws Refusal `resultsTooLarge`; JobLost
 */
export const prepareChange = (planId: number, touched: Touched, chance: string, awaited?: Awaited): Promise<Prepared> =>
  doNow(workOutJob, { plan: planId, approval: awaited?.report ?? null }, ({ progress }) =>
    tryChange(planId, touched, chance, async (done, of) => {
      awaited?.heard({ done, of });
      await progress(`${done}/${of}`, of === 0 ? 1 : done / of);
    }),
  );

/** As `prepareChange`, where nothing is to be published: the database is only read. */
export async function tryChange(
  planId: number,
  touched: Touched,
  chance: string,
  heard: Heard = async () => {},
): Promise<Prepared> {
  const { version, snapshot } = await readNow(planId, touched);
  return { version, snapshot, worked: await workOut(snapshot, chance, heard) };
}

const readNow = (planId: number, touched: Touched): Promise<Pick<Prepared, "version" | "snapshot">> =>
  transaction(async (tx) => {
    const { resultsVersion: version } = await tx.plan.findUniqueOrThrow({
      where: { id: planId },
      select: { resultsVersion: true },
    });
    return { version, snapshot: await readSnapshot(tx, planId, touched, version + 1) };
  }, "RepeatableRead");

/** Approvals that were worked out for a review, of some megabytes each: what was shown is what is published. */
const REMEMBERED = 4;

interface Approval {
  /** It takes more than any may: asked for again, it would take as long to say so. */
  isRefused?: true;
  prepared: Promise<Prepared>;
  /** Null once it is worked out, or couldn't be. */
  underWay: HowFar | null;
}
const holder = globalThis as typeof globalThis & {
  spaivApprovals?: { of: Transaction | null; byReport: Map<string, Approval> };
};
// Pages, actions and route handlers are bundled apart, and all ask.
holder.spaivApprovals ??= { of: null, byReport: new Map() };
const { byReport: remembered } = holder.spaivApprovals;

/** What is under way stays: whoever waits for it asks again, and would begin it anew. */
function forgetOldest() {
  const over = Math.max(0, remembered.size - REMEMBERED);
  const ended = [...remembered].filter(([, { underWay }]) => underWay === null);
  for (const [key] of ended.slice(0, over)) remembered.delete(key);
}

/** The numbers of reports say nothing in another database. */
function onlyOf(client: Transaction) {
  if (holder.spaivApprovals!.of !== client) remembered.clear();
  holder.spaivApprovals!.of = client;
}

/** A submitted report, as it stands. */
interface SubmittedReport {
  id: number;
  planId: number;
  unitId: number;
  periodId: number;
  rowVersion: number;
}

/**
 * What approving a submitted report would make of the results. Nothing that goes in can change while its row version and
 * the plan's results version stay as they are, and working it out is dear: whoever asks again, the approval above all, gets
 * the same.
 * @param triesAgain also what was refused before: the server may have been busy
 * @throws Refusal `resultsTooLarge`
 */
export async function prepareApproval(
  { planId, rowVersion, ...report }: SubmittedReport,
  triesAgain = false,
): Promise<Prepared> {
  const client = await db();
  onlyOf(client);
  const { resultsVersion } = await client.plan.findUniqueOrThrow({
    where: { id: planId },
    select: { resultsVersion: true },
  });
  const key = `${report.id} ${rowVersion} ${resultsVersion}`;
  const known = remembered.get(key);
  if (known && !(known.isRefused && triesAgain)) return known.prepared;
  const approval: Approval = { prepared: Promise.resolve() as never, underWay: { done: 0, of: 0 } };
  const touched = { reports: [{ ...report, approvedAt: whenApproved }] };
  const heard = (howFar: HowFar) => {
    approval.underWay = howFar;
  };
  approval.prepared = chanceOfReport(client, report.id)
    .then((chance) => prepareChange(planId, touched, chance, { report: report.id, heard }))
    .finally(() => {
      approval.underWay = null;
      forgetOldest();
    });
  remembered.set(key, approval);
  approval.prepared.catch((error) => {
    if (error instanceof Refusal) approval.isRefused = true;
    else remembered.delete(key);
  });
  forgetOldest();
  return approval.prepared;
}

const ownOf = (reportId: number): Approval | undefined =>
  [...remembered].findLast(([key]) => key.startsWith(`${reportId} `))?.[1];

/** How far this process is in working out a report's approval; null where it isn't at it. */
export const approvalUnderWay = (reportId: number): HowFar | null => ownOf(reportId)?.underWay ?? null;

/** The same, and of a process that was never asked, how far another server is. */
export async function approvalUnderWayAnywhere(planId: number, reportId: number): Promise<HowFar | null> {
  if (ownOf(reportId)) return approvalUnderWay(reportId);
  const job = await jobGoingOn(workOutJob, { plan: planId, approval: reportId });
  if (!job) return null;
  const [done = 0, of = 0] = (job.step ?? "").split("/").map(Number);
  return { done, of };
}
