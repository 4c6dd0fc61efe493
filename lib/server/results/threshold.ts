import "server-only";
import { createHash } from "node:crypto";
import { canonicalJson, plainJson } from "@/lib/server/canonical-json";
import { db, type Transaction } from "@/lib/server/db/client";
import type { ToldValue } from "@/lib/views/site/threshold-view";
import { type Correction, chanceOfCorrection, type StoredRow, whatChanges } from "./correction";
import { type HowFar, type Prepared, prepareChange } from "./prepare";
import { publicExplanation } from "./stored/public-result";

/** What another threshold of small counts would make of the results that stand, worked out and not written. */
export interface ThresholdChange extends Correction<ToldValue> {
  prepared: Prepared;
  /** The threshold that would give way. */
  before: number;
  /** Another one for whatever else is shown. */
  digest: string;
}

interface Proposed {
  change: Promise<ThresholdChange>;
  /** Null once it is worked out, or couldn't be. */
  underWay: HowFar | null;
}

/** Of some megabytes each: what was shown is what is published. */
const REMEMBERED = 2;

const holder = globalThis as typeof globalThis & {
  spaivThresholds?: { of: Transaction | null; byKey: Map<string, Proposed> };
};
// Pages and actions are bundled apart, and both ask.
holder.spaivThresholds ??= { of: null, byKey: new Map() };
const { byKey: remembered } = holder.spaivThresholds;

/**
 * What setting the threshold would change. Nothing that goes in can change while the plan's results version stays as it is:
 * whoever asks again, above all whoever sets it, gets the same.
 * @throws Refusal by `change`: `resultsTooLarge`
 */
export async function proposeThreshold(planId: number, threshold: number): Promise<Proposed> {
  const client = await db();
  if (holder.spaivThresholds!.of !== client) remembered.clear();
  holder.spaivThresholds!.of = client;
  const { resultsVersion, smallCountThreshold: before } = await client.plan.findUniqueOrThrow({
    where: { id: planId },
    select: { resultsVersion: true, smallCountThreshold: true },
  });
  const key = `${planId} ${resultsVersion} ${threshold}`;
  const known = remembered.get(key);
  if (known) return known;
  const proposed: Proposed = { change: Promise.resolve() as never, underWay: { done: 0, of: 0 } };
  const heard = (howFar: HowFar) => {
    proposed.underWay = howFar;
  };
  proposed.change = workOut(client, planId, { before, threshold, heard }).finally(() => {
    proposed.underWay = null;
  });
  proposed.change.catch(() => remembered.delete(key));
  remembered.set(key, proposed);
  // What is under way stays: whoever waits for it asks again, and would begin it anew.
  const ended = [...remembered].filter(([, { underWay }]) => underWay === null);
  for (const [old] of ended.slice(0, Math.max(0, remembered.size - REMEMBERED))) remembered.delete(old);
  return proposed;
}

async function workOut(
  client: Transaction,
  planId: number,
  { before, threshold, heard }: { before: number; threshold: number; heard: (howFar: HowFar) => void },
): Promise<ThresholdChange> {
  const chance = `threshold ${await chanceOfCorrection(client, planId)}`;
  const prepared = await prepareChange(planId, { reports: [], threshold }, chance, { report: null, heard });
  const changes = await whatChanges(client, prepared, told);
  const digest = createHash("sha256")
    .update(canonicalJson(plainJson({ ...changes, before, threshold })))
    .digest("hex")
    .slice(0, 16);
  return { ...changes, prepared, before, digest };
}

/** A result as pages show it. */
function told(row: StoredRow): ToldValue {
  const { value, status, statusReason, afterEnd } = publicExplanation(row);
  const isHidden = status === "notAssessed" && statusReason === "hidden" && value.state === "suppressed";
  return { value, status: isHidden ? "suppressed" : (afterEnd ?? status) };
}
