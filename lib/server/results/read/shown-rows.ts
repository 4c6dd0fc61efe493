import "server-only";
import { fullCellName } from "@/lib/charts/cell-name";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { dueTarget, type Target } from "@/lib/domain/progress/unit-path";
import type { PublicRegionalStanding } from "@/lib/domain/results/result-rows";
import type { AssessableValue, TargetValue } from "@/lib/domain/values/assessable-value";
import type { ShownRow } from "@/lib/exchange/csv/shown-row";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { dimensionsOfPlan } from "@/lib/server/framework/plan-dimensions";
import { isTakenDown } from "@/lib/views/public-value";
import type { DimensionView } from "@/lib/views/report-view";
import { isJudged } from "@/lib/views/shown-status";
import { type PublishedPaths, publishedPaths } from "./paths";
import type { PublishedPeriod, PublishedPlan, PublishedUnit } from "./plan";
import { type RestingCountries, restingCountries } from "./resting-countries";
import type { ExplainedResult, ResultReader } from "./result-reader";
import { plainText, shownValue } from "./shown-value";
import { type ShownWords, type VersionWords, versionKey, versionsOf } from "./version-words";

/** Which rows a file has. */
export interface RowsAsked {
  /** By code; null: all of the plan. */
  indicators: readonly string[] | null;
  /** In the order of time. */
  periods: readonly PublishedPeriod[];
  unitIds: ReadonlySet<number>;
  /** Totals only, or every cell. */
  totals: boolean;
}

/**
 * Results as rows of a file, in the order of the framework, the units and time. A unit without an approved report has a row
 * for each indicator that is due from it: what it means to reach, and that nothing is approved.
 * @param reader what of them is shown
 */
export async function shownRows(
  plan: PublishedPlan,
  { indicators, periods, unitIds, totals }: RowsAsked,
  words: ShownWords,
  reader: ResultReader,
  locale: string,
): Promise<ShownRow[]> {
  const { id: editionId } = plan.edition;
  const results = await reader.explained(
    {
      periodId: { in: periods.map(({ id }) => id) },
      unitId: { in: [...unitIds] },
      ...(totals && { cell: { planId: plan.id, key: totalCell } }),
      ...(indicators && {
        indicatorVersion: { indicator: { editions: { some: { editionId, code: { in: [...indicators] } } } } },
      }),
    },
    [{ cellId: "asc" }],
  );
  const periodIds = new Set(periods.map(({ id }) => id));
  const isRead = (unitId: number, periodId: number) => unitIds.has(unitId) && periodIds.has(periodId);
  const resting = await restingCountries(plan, results, isRead, reader);
  const paths = await publishedPaths(plan, indicators ? { indicators } : {});
  const writing: Writing = {
    plan,
    words,
    paths,
    resting,
    versions: await versionsOf(editionId, indicators, locale),
    dimensions: await dimensionsOfPlan(await db(), plan.id, locale),
  };
  const byPlace = new Map<string, ExplainedResult[]>();
  for (const result of results) byPlace.set(placeKey(result), [...(byPlace.get(placeKey(result)) ?? []), result]);
  const named = [...plan.countries, ...(plan.region ? [plan.region] : [])];
  // Provinces have no place in these files.
  const units = paths.facts.units.flatMap(({ id }) => (unitIds.has(id) ? named.filter((unit) => unit.id === id) : []));
  return paths.facts.indicators.flatMap(({ id: indicatorId }) =>
    units.flatMap((unit) =>
      periods.flatMap((period) => {
        const place = { indicatorId, unit, period };
        const found = byPlace.get(placeKey({ indicatorId, unitId: unit.id, periodId: period.id }));
        return found
          ? found.flatMap((result) => resultRow(result, place, writing, standingIn(result, found)) ?? [])
          : (unreportedRow(place, writing) ?? []);
      }),
    ),
  );
}

/** What the region's value stands on; its parts stand with those of the same reports as the total, which alone is explained. */
function standingIn({ value }: ExplainedResult, all: readonly ExplainedResult[]): PublicRegionalStanding | null {
  return (value.state !== "missing" && all.find(({ cell }) => cell === totalCell)?.explanation?.region) || null;
}

const placeKey = ({ indicatorId, unitId, periodId }: { indicatorId: number; unitId: number; periodId: number }) =>
  `${indicatorId} ${unitId} ${periodId}`;

interface Writing {
  plan: PublishedPlan;
  words: ShownWords;
  paths: PublishedPaths;
  resting: RestingCountries;
  versions: ReadonlyMap<string, VersionWords>;
  dimensions: readonly DimensionView[];
}

interface RowPlace {
  indicatorId: number;
  unit: PublishedUnit;
  period: PublishedPeriod;
}

function resultRow(
  result: ExplainedResult,
  { indicatorId, unit, period }: RowPlace,
  writing: Writing,
  standing: PublicRegionalStanding | null,
): ShownRow | null {
  const { plan, words, paths, dimensions, versions, resting } = writing;
  const version = versions.get(versionKey(result.indicatorId, result.version));
  if (!version) return null;
  const isRegion = unit.id === plan.region?.id;
  const counts = version.countsCountries && isRegion;
  const restsOn = standing && resting(result);
  const carried = standing?.carried.filter((each) => restsOn?.includes(each.unit)) ?? [];
  // What it means to reach stands also where its value was taken down, with all that explained it.
  const targets = isTakenDown(result.value)
    ? paths.targets({ indicatorId, unitId: unit.id, period })
    : (result.explanation?.unit?.inputs.targets ?? []);
  const write = (value: AssessableValue | TargetValue) => plainText(value, version.steps, words);
  return {
    ...rowHead(version, { unit, period }, writing),
    definitionVersion: result.version,
    cell: result.cell,
    cellName: fullCellName(result.cell, dimensions, words.total),
    measure: counts ? words.unit("countries") : version.measure(words),
    value:
      isRegion && version.hasNoRegion && result.value.state === "missing"
        ? { state: "missing", reason: "notComputable" }
        : shownValue(result.value, write, words.inWords, counts ? (restsOn?.length ?? null) : null),
    ...targetOf(targets, version, { unit, period }, writing),
    status: result.status,
    statusReason: result.statusReason,
    afterEnd: result.afterEnd,
    approvedOn: dayInRegion(result.approvedAt),
    countries: standing && restsOn && { in: restsOn, of: standing.of },
    statusCountries: result.explanation?.region && isJudged(result) ? result.countriesIn : null,
    ...(carried.length > 0 && { carried }),
  };
}

/** What a unit owes and has no approved report of; null for what it doesn't owe. */
function unreportedRow({ indicatorId, unit, period }: RowPlace, writing: Writing): ShownRow | null {
  const { words, paths, versions } = writing;
  const place = { indicatorId, unitId: unit.id, period };
  const definitionVersion = paths.dueVersion(place);
  const version = definitionVersion === null ? undefined : versions.get(versionKey(indicatorId, definitionVersion));
  if (definitionVersion === null || !version) return null;
  return {
    ...rowHead(version, { unit, period }, writing),
    definitionVersion,
    cell: totalCell,
    cellName: words.total,
    measure: version.measure(words),
    value: { state: "missing", reason: "noApprovedReport" },
    ...targetOf(paths.targets(place), version, { unit, period }, writing),
    status: "notAssessed",
    statusReason: "noApprovedValue",
    approvedOn: null,
    countries: null,
    statusCountries: null,
  };
}

const rowHead = (version: VersionWords, { unit, period }: Omit<RowPlace, "indicatorId">, { plan, words }: Writing) => ({
  plan: plan.head.code,
  indicator: version.code,
  indicatorTitle: version.title,
  unit: unit.code,
  unitName: unit.name,
  period: period.code,
  periodStartsOn: period.startsOn,
  periodEndsOn: period.endsOn,
  notice: words.notice,
});

/** The target that is due in the period, and the period that it belongs to. */
function targetOf(
  targets: readonly Target[],
  { steps }: VersionWords,
  { period }: Omit<RowPlace, "indicatorId">,
  { plan, words }: Writing,
): Pick<ShownRow, "target" | "targetPeriod"> {
  const due = dueTarget(targets, period.endsOn);
  return {
    target: due ? plainText(due.value, steps, words) : null,
    targetPeriod: (due && plan.periods.find(({ endsOn }) => endsOn === due.endsOn)?.code) ?? null,
  };
}
