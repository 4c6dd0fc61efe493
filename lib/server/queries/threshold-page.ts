import "server-only";
import { setTimeout } from "node:timers/promises";
import { type Actor, can } from "@/lib/domain/permissions";
import { Refusal, type RefusalArgs } from "@/lib/domain/refusal";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import { frameworkOf, type PlanFramework } from "@/lib/server/framework/plan-framework";
import { log } from "@/lib/server/log/log";
import { valueView } from "@/lib/server/results/stored/value-view";
import { proposeThreshold, type ThresholdChange } from "@/lib/server/results/threshold";
import type {
  ChangedIndicator,
  ThresholdPreview,
  ThresholdProposal,
  ThresholdView,
  ToldValue,
} from "@/lib/views/site/threshold-view";

/** So long the page waits for what would change. */
const PATIENCE_MS = 2_000;

/**
 * A plan's threshold of small counts, and what another one would change for readers; null for whoever may not set it.
 * @param asked the other one
 * @param patienceMs 0 waits for nothing, and says how far it is
 */
export async function thresholdPage(
  actor: Actor,
  code: string,
  { locale, asked }: { locale: string; asked: number | null },
  patienceMs = PATIENCE_MS,
): Promise<ThresholdView | null> {
  const plan = await (await db()).plan.findUnique({
    where: { code },
    select: {
      id: true,
      resultsVersion: true,
      smallCountThreshold: true,
      thresholds: { orderBy: { until: "desc" }, select: { threshold: true, until: true } },
    },
  });
  if (!plan || !can(actor, "setThreshold", { planId: plan.id })) return null;
  const framework = await frameworkOf(plan, locale);
  const { smallCountThreshold: threshold, resultsVersion } = plan;
  return {
    plan: { code, title: framework.title || code },
    threshold,
    resultsVersion,
    former: plan.thresholds,
    proposal: asked === null ? null : await proposal({ id: plan.id, threshold }, asked, framework, patienceMs),
  };
}

async function proposal(
  plan: { id: number; threshold: number },
  threshold: number,
  framework: PlanFramework,
  patienceMs: number,
): Promise<ThresholdProposal> {
  if (threshold === plan.threshold) return { threshold, state: "same" };
  const proposed = await proposeThreshold(plan.id, threshold);
  try {
    const late = "late" as const;
    // A timer of no time would still let through what is quick.
    const isAwaited = patienceMs > 0 || proposed.underWay === null;
    const waiting = () => Promise.race([proposed.change, setTimeout(patienceMs, late, { ref: false })]);
    const first = isAwaited ? await waiting() : late;
    if (first !== late) return { threshold, state: "ready", preview: previewOf(first, threshold, framework) };
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "resultsTooLarge")) throw error;
    return { threshold, state: "tooLarge", indicator: (error.args as RefusalArgs["resultsTooLarge"]).indicator };
  }
  proposed.change.catch((error) => log.error({ err: error }, "What a threshold would change couldn't be worked out."));
  return { threshold, state: "underWay", progress: proposed.underWay ?? { done: 0, of: 0 } };
}

const isHidden = ({ value }: ToldValue) => value.state === "small" || value.state === "suppressed";

function previewOf(change: ThresholdChange, threshold: number, framework: PlanFramework): ThresholdPreview {
  const { changed, lost, gaveUp, digest } = change;
  const pairs = changed.flatMap(({ before, after }) => (before && after ? [[before, after] as const] : []));
  const marksOf = ({ value }: ToldValue) => JSON.stringify(value);
  const nameOf = new Map([...framework.units.values()].map((unit) => [unit.code, unit.name]));
  const unitOf = (unit: string) => nameOf.get(unit) ?? unit;
  return {
    isHigher: threshold > change.before,
    counts: {
      hidden: pairs.filter(([before, after]) => !isHidden(before) && isHidden(after)).length,
      marked: pairs.filter(([before, after]) => isHidden(before) && marksOf(before) !== marksOf(after)).length,
      statuses: pairs.filter(([before, after]) => before.status !== after.status).length,
      unprotected: lost.length,
      hiddenAsWhole: gaveUp.length,
    },
    indicators: byIndicator(changed, framework, unitOf),
    unprotected: lost.map(valueView).map(({ unit, ...value }) => ({ ...value, unit: unitOf(unit) })),
    dimensions: framework.dimensions,
    digest,
  };
}

function byIndicator(
  changed: ThresholdChange["changed"],
  { indicators, periods }: PlanFramework,
  unitOf: (code: string) => string,
): ChangedIndicator[] {
  const periodOf = new Map(
    periods.map(({ code, startsOn, frequency }) => [code, { code, startsOn: dayOf(startsOn), frequency }]),
  );
  const titleOf = new Map(indicators.map(({ versions }) => [versions[0]!.view.code, versions[0]!.view.title]));
  const found = new Map<string, ChangedIndicator>();
  for (const { indicator: code, scale, unit, period, cell, before, after } of changed) {
    const known: ChangedIndicator = found.get(code) ?? {
      code,
      title: titleOf.get(code) ?? "",
      values: [],
      scale: { type: scale.type, decimals: scale.decimals, steps: [] },
    };
    known.values.push({ unit: unitOf(unit), period: periodOf.get(period)!, cell, before, after });
    found.set(code, known);
  }
  return [...found.values()];
}
