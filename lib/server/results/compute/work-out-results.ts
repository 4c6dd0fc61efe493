import "server-only";
import { setImmediate } from "node:timers/promises";
import type { PlanFacts } from "@/lib/domain/results/plan-facts";
import { nothingSeen, type Seen } from "@/lib/domain/results/stored-values";
import { type WorkedOut, workOutIndicator } from "@/lib/domain/results/work-out-indicator";
import type { RandomSource } from "@/lib/domain/suppression/secondary/random-source";
import type { Transaction } from "@/lib/server/db/client";
import { loadPlanFacts } from "@/lib/server/results/compute/load-plan-facts";
import { loadStored } from "../stored/stored-results";
import { addReported, type ReportToPublish } from "./reported-values";

export interface ResultsToPublish {
  plan: PlanFacts;
  worked: WorkedOut[];
  /** What readers have seen so far, by indicator id. */
  seen: Map<number, Seen>;
}

/**
 * Works out what publishing these reports makes of the results: everything of the indicators that they hold, in all units
 * and periods. Reads only; other units' values are those that were approved.
 * @param resultsVersion the version under which it will be public
 * @param looksAtAll also decides anew what is hidden where no value changes
 */
export async function workOutResults(
  tx: Transaction,
  planId: number,
  reports: readonly ReportToPublish[],
  {
    resultsVersion,
    random,
    looksAtAll = false,
  }: { resultsVersion: number; random: RandomSource; looksAtAll?: boolean },
): Promise<ResultsToPublish> {
  const plan = await loadPlanFacts(tx, planId);
  const levels = new Set(
    reports.map(({ unitId }) =>
      plan.units.find(({ id }) => id === unitId)?.level === "region" ? "region" : "country",
    ),
  );
  const indicators = plan.indicators.filter(({ level }) => levels.has(level === "region" ? "region" : "country"));
  const periodIds = new Set(reports.map(({ periodId }) => periodId));
  const { approved, seen } = await loadStored(tx, plan, indicators, periodIds, (unitId, periodId) =>
    reports.some((report) => report.unitId === unitId && report.periodId === periodId),
  );
  await addReported(tx, plan, indicators, reports, approved);
  const worked: WorkedOut[] = [];
  for (const indicator of indicators) {
    const own = seen.get(indicator.id) ?? nothingSeen();
    const known = approved.get(indicator.id) ?? new Map();
    worked.push(workOutIndicator(plan, indicator, known, own, { resultsVersion, periodIds, random, looksAtAll }));
    // Other requests of the process get their turn: all indicators together take seconds.
    await setImmediate();
  }
  return { plan, worked, seen };
}
