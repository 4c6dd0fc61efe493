import "server-only";
import { aggregateCell } from "@/lib/domain/progress/regional-figure";
import type { EarlierState } from "@/lib/domain/suppression/tables/linked-figures";
import { sourceOf } from "../compute/aggregate-countries";
import { type Approved, addApproved, approvedValue, type IndicatorApproved } from "../compute/approved-figures";
import type { PresentFigure } from "../compute/indicator-figures";
import type { IndicatorFacts, PlanFacts, VersionFacts } from "../compute/plan-facts";
import { type FormerFigure, figureKey, type Seen, type StoredFigure, sameFigure } from "../stored/stored-figures";
import type { Snapshot, SnapshotFigure } from "./linked-snapshot";

const isCounted = (kind: string | undefined) => kind === "number" || kind === "censored" || kind === "ratio";

/** The stored figures that give way to others under this results version; what was missing showed nothing. */
export function givingWay(seen: Seen, present: readonly PresentFigure[], resultsVersion: number): FormerFigure[] {
  const now = new Map(present.map((figure) => [figureKey(figure), figure.value]));
  return [...seen.stored].flatMap(([key, { value, seen: state, since, ...place }]): FormerFigure[] => {
    if (value === null || !isCounted(value.kind) || state === "missing") return [];
    if (sameFigure(value, now.get(key) ?? null)) return [];
    const { unitId, periodId, cell, versionId } = place;
    return [{ unitId, periodId, cell, versionId, value, state, since, until: resultsVersion - 1 }];
  });
}

/** A present figure's first results version: it keeps it while it stays as it is. */
export function sinceOf(seen: Seen, figure: PresentFigure, resultsVersion: number): number {
  const stored = seen.stored.get(figureKey(figure));
  return stored && sameFigure(stored.value, figure.value) ? stored.since : resultsVersion;
}

/** What readers saw of a present figure; undefined where it is new. */
export function earlierMark(seen: Seen, figure: PresentFigure): EarlierState | undefined {
  const stored: StoredFigure | undefined = seen.stored.get(figureKey(figure));
  // It may be marked "suppressed" since, but readers keep the `<5` that they saw.
  if (stored && stored.seen !== "missing" && sameFigure(stored.value, figure.value)) return stored.seen;
  return seen.hidden.has(figureKey(figure)) ? "hidden" : undefined;
}

/**
 * For each results version that was the last of some figure, what stood side by side in it. Figures that still stand
 * are in it too, and the region adds up the countries that it had then.
 */
export function snapshotsOf(
  plan: PlanFacts,
  indicator: IndicatorFacts,
  former: readonly FormerFigure[],
  present: readonly (PresentFigure & { since: number; earlier: EarlierState | undefined })[],
): Snapshot[] {
  const versions = [...new Set(former.map(({ until }) => until))].sort((a, b) => a - b);
  const unitOf = new Map(plan.units.map((unit) => [unit.id, unit]));
  const periodOf = new Map(plan.periods.map((period) => [period.id, period]));
  return versions.map((version): Snapshot => {
    const stood = [
      ...former.flatMap((figure) =>
        figure.since <= version && version <= figure.until
          ? [{ ...figure, earlier: figure.state as EarlierState | undefined, until: figure.until as number | null }]
          : [],
      ),
      ...present.flatMap((figure) =>
        figure.since <= version && figure.value !== null
          ? [{ ...figure, versionId: figure.version.id, value: figure.value, until: null }]
          : [],
      ),
    ];
    const approved = approvedOf(indicator, stood);
    return {
      version,
      figures: stood.map(({ unitId, periodId, cell, value, earlier, until, versionId }): SnapshotFigure => {
        const unit = unitOf.get(unitId)!;
        const period = periodOf.get(periodId)!;
        const isAggregate = unit.level === "region" && indicator.level !== "region";
        const addsUp = isAggregate
          ? countriesIn(plan, approved, { cell, period, version: versionIn(indicator, versionId) })
          : undefined;
        return { unit: unit.code, period: period.code, cell, value, earlier, until, ...(addsUp && { addsUp }) };
      }),
    };
  });
}

const versionIn = ({ versions }: IndicatorFacts, id: number) => versions.find((version) => version.id === id)!;

function approvedOf(
  indicator: IndicatorFacts,
  stood: readonly Pick<FormerFigure, "unitId" | "periodId" | "versionId" | "cell" | "value">[],
): IndicatorApproved {
  const approved: Approved = new Map();
  for (const { unitId, periodId, versionId, cell, value } of stood) {
    const version = versionIn(indicator, versionId);
    const at = { indicatorId: indicator.id, unitId, periodId, version, approvedAt: new Date(0) };
    addApproved(approved, at, [[cell, { value, revision: null }]]);
  }
  return approved.get(indicator.id) ?? new Map();
}

function countriesIn(
  plan: PlanFacts,
  approved: IndicatorApproved,
  { cell, period, version }: { cell: string; period: PlanFacts["periods"][number]; version: VersionFacts },
): { unit: string; period: string }[] {
  const countries = plan.units.filter(({ level }) => level === "country");
  return countries.flatMap((country) => {
    const { from, approved: used } = sourceOf(plan, country, period, version, approved);
    const value = approvedValue(used, cell);
    const figure = aggregateCell(version.rules, [{ unit: country.code, value, lastApproved: null }]);
    return figure ? [{ unit: country.code, period: from.code }] : [];
  });
}
