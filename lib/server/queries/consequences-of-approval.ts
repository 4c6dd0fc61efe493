import "server-only";
import { type Actor, can } from "@/lib/domain/permissions";
import type { Status } from "@/lib/domain/status";
import { placeOfFigure } from "@/lib/domain/suppression/link-figures";
import type { ConsequencesView, HiddenFigures, StatusChange } from "@/lib/schemas/consequences-view";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { db, type Transaction } from "@/lib/server/db/client";
import { type LocatedReport, locateReport, subjectOf } from "@/lib/server/reporting/locate-report";
import type { Asked } from "@/lib/server/reporting/open-room";
import { unitViews } from "@/lib/server/reporting/report-head";
import { figureView } from "@/lib/server/results/figure-view";
import type { ResultRow } from "@/lib/server/results/result-rows";
import { secretRandom } from "@/lib/server/results/secret-random";
import { figureKey } from "@/lib/server/results/stored-figures";
import { type ResultsToPublish, workOutResults } from "@/lib/server/results/work-out-results";

/**
 * What approving a submitted report would change, worked out as the approval would and written nowhere. What protects a
 * small count is chosen by chance, so that the approval itself may hide other figures, and about as many.
 * Null for whoever may not review it, and where nothing waits for a decision.
 */
export async function consequencesOfApproval(
  actor: Actor | null,
  address: ReportAddress,
  { locale, now }: Asked,
): Promise<ConsequencesView | null> {
  const client = await db();
  const located = await locateReport(client, address);
  if (located?.report?.state !== "submitted") return null;
  if (!can(actor, "reviewReport", { ...subjectOf(located), submittedById: null })) return null;
  const { plan, report } = located;
  const { publicationVersion } = await client.plan.findUniqueOrThrow({
    where: { id: plan.id },
    select: { publicationVersion: true },
  });
  // Nothing that goes in can change as long as these stay as they are, and working it out is dear.
  const key = [report.id, report.rowVersion, publicationVersion, locale].join(" ");
  const known = remembered.get(key);
  if (known) return known;
  const view = await workOut(client, located, report.id, publicationVersion, { locale, now });
  remembered.set(key, view);
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return view;
}

/** So many views are kept, of some 30 KB each. */
const REMEMBERED = 12;
const remembered = new Map<string, ConsequencesView>();

async function workOut(
  client: Transaction,
  { plan, unit, period }: LocatedReport,
  reportId: number,
  publicationVersion: number,
  { locale, now }: Asked,
): Promise<ConsequencesView> {
  const results = await workOutResults(
    client,
    plan.id,
    [{ id: reportId, unitId: unit.id, periodId: period.id, approvedAt: now }],
    { publication: publicationVersion + 1, random: secretRandom() },
  );
  const changes = statusChanges(results);
  const hidden = newlyHidden(results, unit.id);
  const unprotected = results.worked.flatMap(({ indicator, lost }) =>
    lost.map((id) => figureView(`${indicator.code} ${id}`)),
  );
  const hiddenAsWhole = asWhole(results);
  const named = new Set([...hidden, ...unprotected, ...hiddenAsWhole].map((each) => each.unit));
  const used = results.plan.units.filter(({ id, code }) => id === unit.id || named.has(code));
  const names = await unitViews(client, used, locale);
  return {
    own: changes.filter(({ row }) => row.unitId === unit.id).map(({ change }) => change),
    region: changes.filter(({ row }) => row.unitId !== unit.id).map(({ change }) => change),
    hidden,
    unprotected,
    hiddenAsWhole,
    ...asPublic(results, unit.id, period.id),
    threshold: results.plan.threshold,
    hiddenCount: hidden.reduce((sum, { cells }) => sum + cells, 0),
    units: [...names.values()],
  };
}

function statusChanges({ plan, worked, seen }: ResultsToPublish): { row: ResultRow; change: StatusChange }[] {
  const codeOf = new Map(plan.periods.map(({ id, code }) => [id, code]));
  return worked.flatMap(({ indicator, rows }) =>
    rows.flatMap((row) => {
      const before = seen.get(indicator.id)?.stored.get(figureKey(row))?.status ?? null;
      const { status: after, countriesIn, countriesOf } = row;
      if (after === null || after === before || (before === null && after === "notAssessed")) return [];
      const countries = countriesIn !== null && countriesOf !== null ? { in: countriesIn, of: countriesOf } : null;
      const change = { indicator: indicator.code, period: codeOf.get(row.periodId)!, before, after, countries };
      return [{ row, change: { ...change, tendency: tendencyOf(before, after) } }];
    }),
  );
}

/** The report's own figures and statuses as they would be. */
function asPublic(
  { worked, seen }: ResultsToPublish,
  unitId: number,
  periodId: number,
): Pick<ConsequencesView, "statuses" | "marks"> {
  const own = worked.flatMap(({ indicator: { id, code }, rows }) =>
    rows
      .filter((row) => row.unitId === unitId && row.periodId === periodId)
      .map((row) => ({ code, row, before: seen.get(id)?.stored.get(figureKey(row))?.status ?? null })),
  );
  const marks: ConsequencesView["marks"] = {};
  for (const { code, row } of own) {
    const { cell, publicMark } = row;
    if (publicMark !== "small" && publicMark !== "suppressed") continue;
    marks[code] ??= {};
    marks[code][cell] = publicMark;
  }
  const statuses = own.flatMap(({ code, row: { status: after }, before }) =>
    after === null ? [] : [[code, { before, after }] as const],
  );
  return { statuses: Object.fromEntries(statuses), marks };
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

function tendencyOf(before: Status | null, after: Status): StatusChange["tendency"] {
  const step = ranks[after] - ranks[before ?? "notAssessed"];
  return step > 0 ? "better" : step < 0 ? "worse" : "neither";
}

/** Figures of groups in which the search for a pattern ended without one, unless they are hidden so already. */
function asWhole({ worked, seen, plan }: ResultsToPublish): ConsequencesView["hiddenAsWhole"] {
  const idOf = (rows: readonly { id: number; code: string }[], code: string) =>
    rows.find((each) => each.code === code)!.id;
  return worked.flatMap(({ indicator, gaveUp }) => {
    const places = new Map<string, ConsequencesView["hiddenAsWhole"][number]>();
    for (const { unit, period, cell } of gaveUp.map(placeOfFigure)) {
      const place = { unitId: idOf(plan.units, unit), periodId: idOf(plan.periods, period), cell };
      if (seen.get(indicator.id)?.stored.get(figureKey(place))?.mark === "suppressed") continue;
      const known = places.get(`${unit} ${period}`) ?? { indicator: indicator.code, unit, period, cells: 0 };
      places.set(`${unit} ${period}`, { ...known, cells: known.cells + 1 });
    }
    return [...places.values()];
  });
}

function newlyHidden({ plan, worked }: ResultsToPublish, unitId: number): HiddenFigures[] {
  const unitOf = new Map(plan.units.map((unit) => [unit.id, unit]));
  const periodOf = new Map(plan.periods.map((period) => [period.id, period]));
  return worked.flatMap(({ indicator, newlyHidden }) => {
    const places = new Map<string, HiddenFigures>();
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
