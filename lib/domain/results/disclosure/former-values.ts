import { aggregateCell } from "@/lib/domain/progress/regional-value";
import { sourceOf } from "@/lib/domain/results/aggregate-countries";
import {
  type Approved,
  addApproved,
  approvedValue,
  type IndicatorApproved,
} from "@/lib/domain/results/approved-values";
import type { ValueToStore } from "@/lib/domain/results/indicator-values";
import { type IndicatorFacts, othersSince, type PlanFacts, type VersionFacts } from "@/lib/domain/results/plan-facts";
import {
  allBounds,
  type FormerValue,
  moreTelling,
  mostTold,
  resultKey,
  type Seen,
  type StoredValue,
  sameValue,
} from "@/lib/domain/results/stored-values";
import type { Earlier } from "@/lib/domain/suppression/tables/linked-values";
import type { ValueKind } from "@/lib/domain/values/value";
import type { Snapshot, SnapshotValue } from "./linked-snapshot";

/** Whether readers could subtract such a value from another. */
const isCounted: Record<ValueKind, boolean> = {
  number: true,
  censored: true,
  ratio: true,
  yesNo: false,
  step: false,
  narrative: false,
  missing: false,
};

/** The stored values that give way to others under this results version; what was missing showed nothing. */
export function givingWay(seen: Seen, present: readonly ValueToStore[], resultsVersion: number): FormerValue[] {
  const now = new Map(present.map((each) => [resultKey(each), each.value]));
  return [...seen.stored].flatMap(
    ([key, { value, seen: state, bounds, toldLeast, since, ...place }]): FormerValue[] => {
      if (value === null || !isCounted[value.kind] || state === "missing") return [];
      if (sameValue(value, now.get(key) ?? null)) return [];
      const { unitId, periodId, cell, versionId } = place;
      return [{ unitId, periodId, cell, versionId, value, state, bounds, toldLeast, since, until: resultsVersion - 1 }];
    },
  );
}

/** A present value's first results version: it keeps it while it stays as it is. */
export function sinceOf(seen: Seen, present: ValueToStore, resultsVersion: number): number {
  const stored = seen.stored.get(resultKey(present));
  return stored && sameValue(stored.value, present.value) ? stored.since : resultsVersion;
}

/** A former value as readers hold it against the others. */
interface FormerTold extends FormerValue {
  /**
   * The last version in which this very value stood, and null where it stands now. One that only was missing for a while, such
   * as one that was taken down and restored, is the same value, and readers know it; one that another stood in for isn't.
   */
  lastUntil: number | null;
  /** The first version in which this very value stood. */
  firstSince: number;
}

/** Former values, each with the most that was told of it at any time. */
export function formerTold(former: readonly FormerValue[], present: readonly ValueToStore[]): FormerTold[] {
  const now = new Map(present.map((each) => [resultKey(each), each.value]));
  /** By place: the value that came next, as far as it was looked at from the latest back. */
  const next = new Map<string, FormerTold>();
  const found = former
    .toSorted((one, other) => other.until - one.until)
    .map((each): FormerTold => {
      const key = resultKey(each);
      const later = next.get(key);
      const isPresent = later === undefined && sameValue(each.value, now.get(key) ?? null);
      const isLater = later !== undefined && sameValue(each.value, later.value);
      const lastUntil = isPresent ? null : isLater ? later.lastUntil : each.until;
      const told = { ...each, lastUntil, firstSince: each.since };
      next.set(key, told);
      return told;
    });
  const most = new Map<string, Told>();
  for (const { state, bounds, toldLeast, since, ...each } of found) {
    const known = most.get(sameKey(each));
    most.set(sameKey(each), {
      state: moreTelling(known?.state ?? state, state),
      bounds: allBounds(known?.bounds ?? null, bounds),
      toldLeast: mostTold(known?.toldLeast ?? null, toldLeast),
      firstSince: Math.min(known?.firstSince ?? since, since),
    });
  }
  return found.map((each) => ({ ...each, ...most.get(sameKey(each))! }));
}

const sameKey = ({ lastUntil, ...place }: Pick<FormerTold, "unitId" | "periodId" | "cell" | "lastUntil">) =>
  `${resultKey(place)} ${lastUntil}`;

type Told = Pick<FormerTold, "state" | "bounds" | "toldLeast" | "firstSince">;

/** What was told of a value, as the suppression takes it. */
function told(plan: PlanFacts, { state: earlier, bounds, toldLeast, firstSince }: Told): Earlier {
  const stoodUnder = othersSince(plan, firstSince);
  return {
    earlier,
    ...(bounds && { bounds }),
    ...(toldLeast !== null && { toldLeast }),
    ...(stoodUnder.length > 0 && { stoodUnder }),
  };
}

/** What readers saw of each present value; nothing of one that is new. */
export function earlierStates(
  plan: PlanFacts,
  seen: Seen,
  former: readonly FormerTold[],
): (present: ValueToStore) => Earlier {
  const before = new Map(former.flatMap((each) => (each.lastUntil === null ? [[resultKey(each), each] as const] : [])));
  return (present) => {
    const stored: StoredValue | undefined = seen.stored.get(resultKey(present));
    const then = before.get(resultKey(present));
    // It may show as "suppressed" since, but readers keep the `<5` that they saw.
    if (stored && stored.seen !== "missing" && sameValue(stored.value, present.value)) {
      const state = then ? moreTelling(stored.seen, then.state) : stored.seen;
      const since = Math.min(stored.since, then?.firstSince ?? stored.since);
      const isWithheld = state === "shown" && (stored.state === "small" || stored.state === "suppressed");
      const known = told(plan, {
        state,
        bounds: allBounds(stored.bounds, then?.bounds ?? null),
        toldLeast: mostTold(stored.toldLeast, then?.toldLeast ?? null),
        firstSince: since,
      });
      return { ...known, ...(isWithheld && { isWithheld }) };
    }
    if (then) return told(plan, then);
    return seen.hidden.has(resultKey(present)) ? { earlier: "hidden" } : {};
  };
}

/**
 * For each results version that was the last of some value, what stood side by side in it. Values that still stand
 * are in it too, and the region adds up the countries that it had then.
 */
export function snapshotsOf(
  plan: PlanFacts,
  indicator: IndicatorFacts,
  former: readonly FormerTold[],
  present: readonly (ValueToStore & { since: number; before: Earlier })[],
): Snapshot[] {
  const versions = [...new Set(former.map(({ until }) => until))].sort((a, b) => a - b);
  const unitOf = new Map(plan.units.map((unit) => [unit.id, unit]));
  const periodOf = new Map(plan.periods.map((period) => [period.id, period]));
  return versions.map((version): Snapshot => {
    const stood = [
      ...former.flatMap((each) =>
        each.since <= version && version <= each.until
          ? [{ ...each, before: told(plan, each), until: each.lastUntil }]
          : [],
      ),
      ...present.flatMap((each) =>
        each.since <= version && each.value !== null
          ? [{ ...each, versionId: each.version.id, value: each.value, until: null }]
          : [],
      ),
    ];
    const approved = approvedOf(indicator, stood);
    return {
      version,
      values: stood.map(({ unitId, periodId, cell, value, before, until, versionId }): SnapshotValue => {
        const unit = unitOf.get(unitId)!;
        const period = periodOf.get(periodId)!;
        const isAggregate = unit.level === "region" && indicator.level !== "region";
        const addsUp = isAggregate
          ? countriesIn(plan, approved, { cell, period, version: versionIn(indicator, versionId) })
          : undefined;
        return { unit: unit.code, period: period.code, cell, value, ...before, until, ...(addsUp && { addsUp }) };
      }),
    };
  });
}

const versionIn = ({ versions }: IndicatorFacts, id: number) => versions.find((version) => version.id === id)!;

function approvedOf(
  indicator: IndicatorFacts,
  stood: readonly Pick<FormerValue, "unitId" | "periodId" | "versionId" | "cell" | "value">[],
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
    const aggregate = aggregateCell(version.rules, [{ unit: country.code, value, lastApproved: null }]);
    return aggregate ? [{ unit: country.code, period: from.code }] : [];
  });
}
