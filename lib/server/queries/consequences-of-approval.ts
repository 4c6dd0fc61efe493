import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import type { Status } from "@/lib/domain/progress/status";
import type { ResultRow } from "@/lib/domain/results/result-rows";
import { resultKey } from "@/lib/domain/results/stored-values";
import { placeOfValue } from "@/lib/domain/suppression/tables/link-values";
import type { DisclosureState } from "@/lib/domain/suppression/tables/linked-values";
import { db, type Transaction } from "@/lib/server/db/client";
import type { ValueKind } from "@/lib/server/db/generated/client";
import { type LocatedReport, locateReport, subjectOf } from "@/lib/server/reports/locate-report";
import { unitViews } from "@/lib/server/reports/report-head";
import { valuesNamed } from "@/lib/server/reports/values-named";
import type { Asked } from "@/lib/server/reports/visible-report";
import { type Prepared, prepareApproval } from "@/lib/server/results/prepare";
import { shownState } from "@/lib/server/results/stored/public-result";
import { valueView } from "@/lib/server/results/stored/value-view";
import type {
  ConsequencesView,
  HiddenValues,
  PublicStatus,
  StatusChange,
  ValueView,
} from "@/lib/views/consequences-view";
import type { ReportAddress } from "@/lib/views/report-view";

/**
 * What approving a submitted report would change for readers, worked out as the approval would, by the same chance, and
 * written nowhere.
 * Null for whoever may not review it, and where nothing waits for a decision.
 */
export async function consequencesOfApproval(
  actor: Actor | null,
  address: ReportAddress,
  asked: Asked,
): Promise<ConsequencesView | null> {
  const located = await locateReport(await db(), address);
  return located && consequencesAt(actor, located, asked);
}

/** As `consequencesOfApproval`, where the report's rows are at hand. */
export async function consequencesAt(
  actor: Actor | null,
  located: LocatedReport,
  { locale }: Asked,
): Promise<ConsequencesView | null> {
  const { plan, unit, period, report } = located;
  if (report?.state !== "submitted") return null;
  if (!can(actor, "reviewReport", { ...subjectOf(located), submittedById: null })) return null;
  const prepared = await prepareApproval({ ...report, planId: plan.id, unitId: unit.id, periodId: period.id });
  const key = [report.id, report.rowVersion, prepared.version, locale].join(" ");
  const known = remembered.get(key);
  if (known) return known;
  const view = consequencesOf(await db(), located, prepared, locale);
  remembered.set(key, view);
  view.catch(() => remembered.delete(key));
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return view;
}

/** So many views are kept, of some 30 KB each. */
const REMEMBERED = 12;
const holder = globalThis as typeof globalThis & { spaivConsequences?: Map<string, Promise<ConsequencesView>> };
// Pages and route handlers are bundled apart, and both ask.
holder.spaivConsequences ??= new Map();
const remembered = holder.spaivConsequences;

async function consequencesOf(
  client: Transaction,
  { plan, unit, period }: LocatedReport,
  results: Prepared,
  locale: string,
): Promise<ConsequencesView> {
  const changes = statusChanges(results);
  const hidden = newlyHidden(results, unit.id);
  const unprotected = await newlyUnprotected(client, plan.id, results);
  const hiddenAsWhole = asWhole(results);
  const named = new Set([...hidden, ...unprotected, ...hiddenAsWhole].map((each) => each.unit));
  const used = results.snapshot.plan.units.filter(({ id, code }) => id === unit.id || named.has(code));
  const names = await unitViews(client, used, locale);
  return {
    own: changes.filter(({ row }) => row.unitId === unit.id).map(({ change }) => change),
    region: changes.filter(({ row }) => row.unitId !== unit.id).map(({ change }) => change),
    hidden,
    unprotected,
    hiddenAsWhole,
    ...asPublic(results, unit.id, period.id),
    threshold: results.snapshot.plan.threshold,
    hiddenCount: hidden.reduce((sum, { cells }) => sum + cells, 0),
    units: [...names.values()],
  };
}

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

interface Read {
  status: Status | null;
  reason: string | null;
  state: DisclosureState;
  kind: ValueKind;
}

/** A status as pages show it; null where there is no result. */
function publicStatus({ status, reason, state, kind }: Read): PublicStatus | null {
  const isHidden = status === "notAssessed" && reason === "hidden" && shownState(state, kind) === "suppressed";
  return isHidden ? "suppressed" : status;
}

const statusOfRow = ({ publicStatus: status, publicStatusReason: reason, disclosureState: state, value }: ResultRow) =>
  publicStatus({ status, reason, state, kind: value?.kind ?? "missing" });

function statusBefore({ snapshot: { seen } }: Prepared, indicatorId: number, row: ResultRow): PublicStatus | null {
  const stored = seen.get(indicatorId)?.stored.get(resultKey(row));
  if (!stored) return null;
  const { publicStatus: status, publicStatusReason: reason, state, value } = stored;
  return publicStatus({ status, reason, state, kind: value?.kind ?? "missing" });
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
      statuses[indicator.code] = { before, after, exact: row.status };
    }
  }
  for (const { id, code } of results.snapshot.unchanged) {
    for (const stored of results.snapshot.seen.get(id)?.stored.values() ?? []) {
      if (stored.unitId !== unitId || stored.periodId !== periodId) continue;
      const kind = stored.value?.kind ?? "missing";
      const state = shownState(stored.state, kind);
      if (state === "small" || state === "suppressed") states[code] = { ...states[code], [stored.cell]: state };
      if (stored.status === null) continue;
      const { publicStatus: status, publicStatusReason: reason } = stored;
      const same = publicStatus({ status, reason, state: stored.state, kind });
      if (same !== null) statuses[code] = { before: same, after: same, exact: stored.status };
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
  const rankOf = (status: PublicStatus) => ranks[status === "suppressed" ? "notAssessed" : status];
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
