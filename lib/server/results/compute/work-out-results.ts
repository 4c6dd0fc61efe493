import "server-only";
import { setImmediate } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { type Approved, isStoredSo, placeOf } from "@/lib/domain/results/approved-values";
import type { Hiding } from "@/lib/domain/results/disclosure/hide-values";
import type { IndicatorFacts, PlanFacts } from "@/lib/domain/results/plan-facts";
import { countsPersons, isCumulative } from "@/lib/domain/results/plan-facts";
import { nothingSeen, type Seen } from "@/lib/domain/results/stored-values";
import { type WorkedOut, workOutIndicator } from "@/lib/domain/results/work-out-indicator";
import type { RandomSource } from "@/lib/domain/suppression/secondary/random-source";
import type { Transaction } from "@/lib/server/db/client";
import { presentEdition } from "@/lib/server/framework/edition";
import { keyOf } from "../disclosure/secret-chance";
import { loadStored } from "../stored/stored-results";
import { valuesTakenDown } from "../stored/take-downs";
import { loadPlanFacts } from "./load-plan-facts";
import { addReported, type ReportToPublish } from "./reported-values";
import { workOutInThread } from "./work-out-in-thread";

/** What a change touches. */
export interface Touched {
  /** Their present values become results. */
  reports: readonly ReportToPublish[];
  /** Also decides anew what is hidden where no value changes, as when the threshold did. */
  looksAtAll?: boolean;
  /** The edition of the framework that values are held to from now on: a draft's id. */
  editionId?: number;
  /** Of these indicators, by id, everything is worked out anew from what is stored. */
  anew?: ReadonlySet<number>;
  /** Counts of persons below it are small from now on, in all periods. */
  threshold?: number;
  /** Of one report: only this indicator's values change, for they are taken down, or restored. */
  takeDown?: { indicatorId: number; isTaken: boolean };
}

/** All that goes into the results of a version, as it stood under the one before. */
export interface Snapshot {
  plan: PlanFacts;
  /** The indicators whose values change. */
  indicators: IndicatorFacts[];
  /** Those of which the touched reports say what is stored already. */
  unchanged: IndicatorFacts[];
  approved: Approved;
  /** What readers have seen so far, by indicator id. */
  seen: Map<number, Seen>;
  hiding: Omit<Hiding, "random">;
}

/** @param resultsVersion the version under which it will be public */
export async function readSnapshot(
  tx: Transaction,
  planId: number,
  { reports, looksAtAll = false, editionId, anew, threshold, takeDown }: Touched,
  resultsVersion: number,
): Promise<Snapshot> {
  if (editionId !== undefined) return editionSnapshot(tx, planId, editionId, resultsVersion);
  if (threshold !== undefined) return thresholdSnapshot(tx, planId, threshold, resultsVersion);
  const plan = await loadPlanFacts(tx, planId);
  if (anew) {
    const indicators = plan.indicators.filter(({ id }) => anew.has(id));
    return storedSnapshot(tx, plan, indicators, { resultsVersion, looksAtAll: true });
  }
  const levels = new Set(
    reports.map(({ unitId }) =>
      plan.units.find(({ id }) => id === unitId)?.level === "region" ? "region" : "country",
    ),
  );
  const touched = plan.indicators.filter(
    ({ id, level }) => levels.has(level === "region" ? "region" : "country") && id === (takeDown?.indicatorId ?? id),
  );
  const periodIds = new Set(reports.map(({ periodId }) => periodId));
  const { approved, seen } = await loadStored(tx, plan, touched, periodIds, (unitId, periodId) =>
    reports.some((report) => report.unitId === unitId && report.periodId === periodId),
  );
  const isTakenDown = await valuesTakenDown(tx, planId);
  await addReported(tx, plan, touched, reports, approved, (at) => takeDown?.isTaken ?? isTakenDown(at));
  const isUnchanged = ({ id }: IndicatorFacts) =>
    !looksAtAll &&
    reports.every((report) =>
      isStoredSo(approved.get(id)?.get(placeOf(report.unitId, report.periodId)), report, seen.get(id)!.stored),
    );
  const unchanged = touched.filter(isUnchanged);
  return {
    plan,
    indicators: touched.filter((each) => !unchanged.includes(each)),
    unchanged,
    approved,
    seen,
    hiding: { resultsVersion, periodIds, looksAtAll },
  };
}

/**
 * What goes into the results under another threshold: all that is stored of counts of persons under a higher one, and nothing under a
 * lower one, for what was hidden stays hidden.
 */
async function thresholdSnapshot(
  tx: Transaction,
  planId: number,
  threshold: number,
  resultsVersion: number,
): Promise<Snapshot> {
  const plan = await loadPlanFacts(tx, planId, presentEdition, {}, { from: resultsVersion, threshold });
  const isHigher = threshold > plan.formerThresholds.at(-1)!.threshold;
  const indicators = isHigher ? plan.indicators.filter(countsPersons) : [];
  return storedSnapshot(tx, plan, indicators, { resultsVersion, looksAtAll: true });
}

/** What goes into the results of the indicators whose definitions, baselines or targets a draft changes: all that is stored. */
async function editionSnapshot(
  tx: Transaction,
  planId: number,
  editionId: number,
  resultsVersion: number,
): Promise<Snapshot> {
  const plan = await loadPlanFacts(tx, planId, { id: editionId });
  const { indicators: present } = await loadPlanFacts(tx, planId);
  const before = new Map(present.map((indicator) => [indicator.id, indicator]));
  const indicators = plan.indicators.filter(({ id, versions }) => {
    return !isDeepStrictEqual(before.get(id)?.versions, versions);
  });
  // From another baseline readers count other increments.
  const baselinesOf = (indicator?: IndicatorFacts) => indicator?.versions.map(({ baselines }) => baselines);
  const looksAtAll = indicators.some((indicator) => {
    const moves = !isDeepStrictEqual(baselinesOf(before.get(indicator.id)), baselinesOf(indicator));
    return moves && isCumulative(indicator) && countsPersons(indicator);
  });
  return storedSnapshot(tx, plan, indicators, { resultsVersion, looksAtAll });
}

/** All that is stored of these indicators, in all periods. */
async function storedSnapshot(
  tx: Transaction,
  plan: PlanFacts,
  indicators: IndicatorFacts[],
  hiding: Pick<Hiding, "resultsVersion" | "looksAtAll">,
): Promise<Snapshot> {
  const periodIds = new Set(plan.periods.map(({ id }) => id));
  return {
    plan,
    indicators,
    unchanged: [],
    ...(await loadStored(tx, plan, indicators, periodIds, () => false)),
    hiding: { ...hiding, periodIds, judgesAnew: true },
  };
}

/** Is told how many indicators are done, of how many; what it throws ends the work. */
export type Heard = (done: number, of: number) => Promise<void>;

/**
 * Works out everything of the indicators that change, in all units and periods, in a thread: others are served meanwhile.
 * @param chance decides what is hidden: `disclosure/secret-chance.ts`
 */
export async function workOut(
  { plan, indicators, approved, seen, hiding }: Snapshot,
  chance: string,
  heard: Heard,
): Promise<WorkedOut[]> {
  const worked: WorkedOut[] = [];
  for (const indicator of indicators) {
    await heard(worked.length, indicators.length);
    const { id, code } = indicator;
    const known = { approved: approved.get(id) ?? new Map(), seen: seen.get(id) ?? nothingSeen() };
    const key = keyOf(chance, hiding.resultsVersion, code);
    const answer = await workOutInThread({ plan: { ...plan, indicators: [] }, indicator, ...known, hiding, key });
    worked.push({ ...answer, indicator });
  }
  await heard(worked.length, indicators.length);
  return worked;
}

/** The same in this very thread, one indicator after another, for a database that nobody else uses. */
export async function workOutHere(
  { plan, indicators, approved, seen, hiding }: Snapshot,
  random: RandomSource,
): Promise<WorkedOut[]> {
  const worked: WorkedOut[] = [];
  for (const indicator of indicators) {
    const known = approved.get(indicator.id) ?? new Map();
    const own = seen.get(indicator.id) ?? nothingSeen();
    worked.push(workOutIndicator(plan, indicator, known, own, { ...hiding, random }));
    // Other requests of the process get their turn: all indicators together take seconds.
    await setImmediate();
  }
  return worked;
}
