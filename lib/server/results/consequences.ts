import "server-only";
import { createHash } from "node:crypto";
import type { Status } from "@/lib/domain/progress/status";
import type { ResultRow } from "@/lib/domain/results/result-rows";
import { resultKey, type StoredValue } from "@/lib/domain/results/stored-values";
import { placeOfValue } from "@/lib/domain/suppression/tables/link-values";
import { canonicalJson, plainJson } from "@/lib/server/canonical-json";
import type { Transaction } from "@/lib/server/db/client";
import { valuesNamed } from "@/lib/server/reports/values-named";
import type {
  ConsequencesView,
  HiddenValues,
  PublicStatus,
  PublishedView,
  StatusChange,
  ValueView,
} from "@/lib/views/consequences-view";
import { countedAs } from "@/lib/views/shown-status";
import type { Prepared } from "./prepare";
import { shownState } from "./stored/public-result";
import { valueView } from "./stored/value-view";

/** What an approval changes of what readers see, in codes. */
export type Consequences = Omit<ConsequencesView, "units">;

/** @param report where the report stands that is to be approved */
export async function consequencesOf(
  client: Transaction,
  { planId, unitId, periodId }: { planId: number; unitId: number; periodId: number },
  results: Prepared,
): Promise<Consequences> {
  const changes = statusChanges(results);
  const hidden = newlyHidden(results, unitId);
  const unitOf = new Map(results.snapshot.plan.units.map((unit) => [unit.id, unit]));
  const levelOf = (row: ResultRow) => unitOf.get(row.unitId)?.level;
  const consequences = {
    own: changes.filter(({ row }) => row.unitId === unitId).map(({ change }) => change),
    region: changes.filter(({ row }) => row.unitId !== unitId && levelOf(row) === "region").map(({ change }) => change),
    others: changes
      .filter(({ row }) => row.unitId !== unitId && levelOf(row) !== "region")
      .map(({ row, change }) => ({ ...change, unit: unitOf.get(row.unitId)!.code })),
    hidden,
    unprotected: await newlyUnprotected(client, planId, results),
    hiddenAsWhole: asWhole(results),
    ...asPublic(results, unitId, periodId),
    threshold: results.snapshot.plan.threshold,
    hiddenCount: hidden.reduce((sum, { cells }) => sum + cells, 0),
  };
  return { ...consequences, digest: digestOf(consequences) };
}

/** What an approval with these consequences made public. */
export function publishedBy(
  { own, region, hiddenCount }: Consequences,
  resultsVersion: number,
): Omit<PublishedView, "unprotected"> {
  const counts = (changes: readonly StatusChange[]) => {
    const first = changes.filter(({ before }) => before === null).length;
    return { changed: changes.length - first, first };
  };
  const movedOf = (changes: readonly StatusChange[]) =>
    changes.map(({ indicator, period, before, after }) => ({ indicator, period, before, after }));
  const moved = { own: movedOf(own), region: movedOf(region) };
  return { resultsVersion, own: counts(own), region: counts(region), hidden: hiddenCount, moved };
}

/** Another one for whatever else is shown, but for a chance of one in 2^64. */
const digestOf = (consequences: Omit<Consequences, "digest">): string =>
  createHash("sha256")
    .update(canonicalJson(plainJson(consequences)))
    .digest("hex")
    .slice(0, 16);

/** What anybody could work out before is known already: an earlier approval gave it away. */
async function newlyUnprotected(client: Transaction, planId: number, { worked }: Prepared) {
  const named = await valuesNamed(client, planId, "unprotected");
  const keyOf = ({ indicator, unit, period, cell, isFormer }: ValueView) =>
    [indicator, unit, period, cell, isFormer].join(" ");
  const known = new Set(named.map(keyOf));
  return worked
    .flatMap(({ indicator, lost }) => lost.map((id) => valueView(`${indicator.code} ${id}`)))
    .filter((value) => !known.has(keyOf(value)));
}

type Told = Pick<StoredValue, "publicStatus" | "publicStatusReason" | "publicAfterEnd" | "state" | "value">;

/** A status as pages show it; null where there is no result. */
function statusOf({ publicStatus, publicStatusReason, publicAfterEnd, state, value }: Told): PublicStatus | null {
  const isHidden = publicStatus === "notAssessed" && publicStatusReason === "hidden";
  if (isHidden && shownState(state, value?.kind ?? "missing") === "suppressed") return "suppressed";
  return publicAfterEnd ?? publicStatus;
}

const statusOfRow = (row: ResultRow) => statusOf({ ...row, state: row.disclosureState });

function statusBefore({ snapshot: { seen } }: Prepared, indicatorId: number, row: ResultRow): PublicStatus | null {
  const stored = seen.get(indicatorId)?.stored.get(resultKey(row));
  return stored ? statusOf(stored) : null;
}

const isNotAssessed = (status: PublicStatus) => status === "notAssessed" || status === "suppressed";

function statusChanges(results: Prepared): { row: ResultRow; change: StatusChange }[] {
  const codeOf = new Map(results.snapshot.plan.periods.map(({ id, code }) => [id, code]));
  return results.worked.flatMap(({ indicator, rows }) =>
    rows.flatMap((row) => {
      const [before, after] = [statusBefore(results, indicator.id, row), statusOfRow(row)];
      if (after === null || after === before || (before === null && isNotAssessed(after))) return [];
      const { countriesIn, countriesOf } = row;
      const countries = countriesIn !== null && countriesOf !== null ? { in: countriesIn, of: countriesOf } : null;
      const change = { indicator: indicator.code, period: codeOf.get(row.periodId)!, before, after, countries };
      return [{ row, change: { ...change, tendency: tendencyOf(before, after) } }];
    }),
  );
}

/** The report's own values and statuses as they would be read. */
function asPublic(results: Prepared, unitId: number, periodId: number): Pick<ConsequencesView, "statuses" | "states"> {
  const states: ConsequencesView["states"] = {};
  const statuses: ConsequencesView["statuses"] = {};
  for (const { indicator, rows } of results.worked) {
    for (const row of rows) {
      if (row.unitId !== unitId || row.periodId !== periodId) continue;
      const state = shownState(row.disclosureState, row.value?.kind ?? "missing");
      if (state === "small" || state === "suppressed") {
        states[indicator.code] ??= {};
        states[indicator.code]![row.cell] = state;
      }
      const after = statusOfRow(row);
      if (after === null || row.status === null) continue;
      const before = statusBefore(results, indicator.id, row);
      statuses[indicator.code] = { before, after, exact: row.afterEnd ?? row.status };
    }
  }
  for (const { id, code } of results.snapshot.unchanged) {
    for (const stored of results.snapshot.seen.get(id)?.stored.values() ?? []) {
      if (stored.unitId !== unitId || stored.periodId !== periodId) continue;
      const state = shownState(stored.state, stored.value?.kind ?? "missing");
      if (state === "small" || state === "suppressed") states[code] = { ...states[code], [stored.cell]: state };
      if (stored.status === null) continue;
      const same = statusOf(stored);
      if (same !== null) statuses[code] = { before: same, after: same, exact: stored.afterEnd ?? stored.status };
    }
  }
  return { statuses, states };
}

/** What is better than what; equals stand side by side. */
const ranks: Record<Status, number> = {
  achieved: 6,
  maintained: 6,
  onTrack: 5,
  accelerationNeeded: 4,
  limitedProgress: 3,
  pending: 3,
  movingAway: 2,
  missed: 2,
  notAssessed: 1,
};

function tendencyOf(before: PublicStatus | null, after: PublicStatus): StatusChange["tendency"] {
  const rankOf = (status: PublicStatus) => ranks[countedAs(status)];
  const step = rankOf(after) - rankOf(before ?? "notAssessed");
  return step > 0 ? "better" : step < 0 ? "worse" : "neither";
}

/** Values of groups in which the search for a pattern ended without one, unless they are hidden so already. */
function asWhole({ worked, snapshot: { seen, plan } }: Prepared): ConsequencesView["hiddenAsWhole"] {
  const idOf = (rows: readonly { id: number; code: string }[], code: string) =>
    rows.find((each) => each.code === code)!.id;
  return worked.flatMap(({ indicator, gaveUp }) => {
    const places = new Map<string, ConsequencesView["hiddenAsWhole"][number]>();
    for (const { unit, period, cell } of gaveUp.map(placeOfValue)) {
      const place = { unitId: idOf(plan.units, unit), periodId: idOf(plan.periods, period), cell };
      if (seen.get(indicator.id)?.stored.get(resultKey(place))?.state === "suppressed") continue;
      const known = places.get(`${unit} ${period}`) ?? { indicator: indicator.code, unit, period, cells: 0 };
      places.set(`${unit} ${period}`, { ...known, cells: known.cells + 1 });
    }
    return [...places.values()];
  });
}

function newlyHidden({ worked, snapshot: { plan } }: Prepared, unitId: number): HiddenValues[] {
  const unitOf = new Map(plan.units.map((unit) => [unit.id, unit]));
  const periodOf = new Map(plan.periods.map((period) => [period.id, period]));
  return worked.flatMap(({ indicator, newlyHidden }) => {
    const places = new Map<string, HiddenValues>();
    for (const row of newlyHidden) {
      const [unit, period] = [unitOf.get(row.unitId)!.code, periodOf.get(row.periodId)!.code];
      const key = `${unit} ${period}`;
      const known = places.get(key) ?? {
        indicator: indicator.code,
        unit,
        period,
        cells: 0,
        isOwn: row.unitId === unitId,
      };
      places.set(key, { ...known, cells: known.cells + 1 });
    }
    return [...places.values()];
  });
}
