import "server-only";
import { byTime } from "@/lib/domain/framework/reporting-period";
import { type IndicatorFacts, type PlanFacts, thresholdAt, type VersionFacts } from "@/lib/domain/results/plan-facts";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import type { Prisma } from "@/lib/server/db/generated/client";
import { baselineOfRow, baselineSelect, targetOfRow, targetSelect } from "@/lib/server/db/plan-row";
import { presentEdition } from "@/lib/server/framework/edition";

type Client = Pick<Transaction, "plan" | "editionIndicator" | "baseline" | "target">;

/**
 * @param edition of the framework that says so
 * @param only of these indicators by code, and what was set for this unit; all where left out
 * @param held the threshold of small counts as it held for a version, or as it holds from one on; at present where left out
 */
export async function loadPlanFacts(
  client: Client,
  planId: number,
  edition: Prisma.FrameworkEditionWhereInput = presentEdition,
  only: { indicators?: readonly string[]; unitId?: number } = {},
  held: { asOf: number } | { from: number; threshold: number } | null = null,
): Promise<PlanFacts> {
  const ofEdition = { planId, ...edition };
  const plan = await client.plan.findUniqueOrThrow({
    where: { id: planId },
    select: {
      smallCountThreshold: true,
      endsOn: true,
      thresholds: { orderBy: { until: "asc" }, select: { threshold: true, until: true } },
      units: { orderBy: { position: "asc" }, select: { id: true, code: true, level: true } },
      periods: { select: { id: true, code: true, startsOn: true, endsOn: true, frequency: true } },
    },
  });
  const thresholds = thresholdsHeld({ threshold: plan.smallCountThreshold, formerThresholds: plan.thresholds }, held);
  const periods = plan.periods
    .map((period) => ({ ...period, startsOn: dayOf(period.startsOn), endsOn: dayOf(period.endsOn) }))
    .sort(byTime);
  const endOf = new Map(periods.map(({ id, endsOn }) => [id, endsOn]));
  const indicators = await client.editionIndicator.findMany({
    where: { edition: ofEdition, ...(only.indicators && { code: { in: [...only.indicators] } }) },
    orderBy: { position: "asc" },
    select: {
      code: true,
      indicator: {
        select: {
          id: true,
          level: true,
          versions: {
            where: { editions: { some: { edition: ofEdition } } },
            orderBy: { version: "asc" },
            select: {
              id: true,
              version: true,
              comparable: true,
              validFrom: true,
              frequency: true,
              type: true,
              direction: true,
              accumulation: true,
              aggregation: true,
              aggregationStep: true,
              countsPersons: true,
              decimals: true,
              _count: { select: { steps: true } },
            },
          },
        },
      },
    },
  });
  const setBy = {
    definedIn: { edition: ofEdition },
    ...(only.indicators && {
      indicatorVersion: { indicatorId: { in: indicators.map(({ indicator }) => indicator.id) } },
    }),
    ...(only.unitId !== undefined && { unitId: only.unitId }),
  };
  const baselines = await client.baseline.findMany({
    where: setBy,
    select: { ...baselineSelect, indicatorVersionId: true, unitId: true, measuredOn: true },
  });
  const targets = await client.target.findMany({
    where: setBy,
    orderBy: { periodId: "asc" },
    select: { ...targetSelect, indicatorVersionId: true, unitId: true, periodId: true },
  });
  const versions = new Map<number, VersionFacts>();
  const facts = indicators.map(({ code, indicator: { id, level, versions: defined } }): IndicatorFacts => {
    const known = defined.map((row): VersionFacts => {
      const { id, version, comparable, validFrom, frequency, _count, ...rules } = row;
      return {
        id,
        version,
        comparable,
        frequency,
        validFrom: validFrom && dayOf(validFrom),
        rules: { ...rules, stepCount: _count.steps },
        baselines: new Map(),
        baselinesSince: new Map(),
        targets: new Map(),
      };
    });
    for (const version of known) versions.set(version.id, version);
    return { id, code, level, versions: known };
  });
  for (const { indicatorVersionId, unitId, measuredOn, ...row } of baselines) {
    const of = versions.get(indicatorVersionId);
    of?.baselines.set(unitId, { value: baselineOfRow(row), measuredOn: dayOf(measuredOn), version: of.version });
  }
  if (thresholds.formerThresholds.length > 0)
    for (const [key, since] of await baselinesSince(client, baselines)) {
      const [indicatorVersionId, unitId] = key.split(" ").map(Number);
      versions.get(indicatorVersionId!)?.baselinesSince.set(unitId!, since);
    }
  for (const { indicatorVersionId, unitId, periodId, ...row } of targets) {
    const of = versions.get(indicatorVersionId);
    const target = { endsOn: endOf.get(periodId)!, value: targetOfRow(row) };
    of?.targets.set(unitId, [...(of.targets.get(unitId) ?? []), { ...target, version: of.version }]);
  }
  return {
    id: planId,
    ...thresholds,
    endsOn: dayOf(plan.endsOn),
    units: plan.units,
    periods,
    firstPeriodStartsOn: periods[0]?.startsOn ?? "",
    indicators: facts,
  };
}

type Thresholds = Pick<PlanFacts, "threshold" | "formerThresholds">;

function thresholdsHeld(
  { threshold, formerThresholds }: Thresholds,
  held: { asOf: number } | { from: number; threshold: number } | null,
): Thresholds {
  if (held === null) return { threshold, formerThresholds };
  if ("from" in held) {
    const gaveWay = { threshold, until: held.from - 1 };
    return { threshold: held.threshold, formerThresholds: [...formerThresholds, gaveWay] };
  }
  return {
    threshold: thresholdAt({ threshold, formerThresholds }, held.asOf),
    formerThresholds: formerThresholds.filter(({ until }) => until < held.asOf),
  };
}

type BaselineRow = Parameters<typeof baselineOfRow>[0] & { indicatorVersionId: number; unitId: number };

/** The first results version whose edition has each of these baselines, by indicator version and unit; drafts' have none. */
async function baselinesSince(client: Client, present: readonly BaselineRow[]): Promise<ReadonlyMap<string, number>> {
  const keyOf = ({ indicatorVersionId, unitId }: BaselineRow) => `${indicatorVersionId} ${unitId}`;
  const written = (row: BaselineRow) => JSON.stringify(baselineOfRow(row));
  const values = new Map(present.map((row) => [keyOf(row), written(row)]));
  const rows = await client.baseline.findMany({
    where: {
      indicatorVersionId: { in: [...new Set(present.map((row) => row.indicatorVersionId))] },
      definedIn: { edition: { fromVersion: { not: null } } },
    },
    orderBy: { definedIn: { edition: { fromVersion: "desc" } } },
    select: {
      ...baselineSelect,
      indicatorVersionId: true,
      unitId: true,
      definedIn: { select: { edition: { select: { fromVersion: true } } } },
    },
  });
  return new Map(
    rows.flatMap(({ definedIn, ...row }) =>
      values.get(keyOf(row)) === written(row) ? [[keyOf(row), definedIn.edition.fromVersion!] as const] : [],
    ),
  );
}
