import "server-only";
import type { NarrativeKind } from "@/lib/domain/reports/narrative";
import type { Transaction } from "@/lib/server/db/client";
import { asOf } from "./as-of";

// What the secretariat took off the public site is left out where it is read, and stays in the rows that say what was public:
// restored, it is there again, and readers have seen it all the same.

/**
 * The take-downs that keep something from whoever reads a version: all that stand now, whatever the version is, and those
 * that stood in it.
 */
export const takenFrom = (version: number) => ({
  OR: [{ untilVersion: null }, { fromVersion: { lte: version }, untilVersion: { gte: version } }],
});

/** Where a narrative stands, and since when. */
export interface PublicText {
  unitId: number;
  periodId: number;
  pillarId: number;
  kind: NarrativeKind;
  text: string;
  fromVersion: number;
}

type Place = Pick<PublicText, "unitId" | "periodId" | "pillarId" | "kind">;

/**
 * Which public texts are taken down, and when that was. A take-down is of all texts of its place that were public before it,
 * also where one of them is approved anew; what a unit writes instead is another text.
 */
export async function takenDownTexts(
  client: Pick<Transaction, "takeDown" | "publishedNarrative">,
  { id: planId, version }: { id: number; version: number },
  where: { unitId?: number; periodId: number },
): Promise<(text: PublicText) => Date | null> {
  const rows = await client.takeDown.findMany({
    where: { ...where, planId, kind: "narrative", ...takenFrom(version) },
    orderBy: { id: "asc" },
    select: { unitId: true, periodId: true, pillarId: true, narrativeKind: true, fromVersion: true, takenAt: true },
  });
  if (rows.length === 0) return () => null;
  const takeDowns = rows.map(({ pillarId, narrativeKind, ...row }) => {
    return { ...row, pillarId: pillarId!, kind: narrativeKind! };
  });
  const former = await client.publishedNarrative.findMany({
    where: {
      OR: takeDowns.map(({ takenAt: _, fromVersion, ...place }) => ({ ...place, fromVersion: { lt: fromVersion } })),
    },
    select: { unitId: true, periodId: true, pillarId: true, kind: true, text: true, fromVersion: true },
  });
  const isOf = (place: Place, text: Place) =>
    place.unitId === text.unitId &&
    place.periodId === text.periodId &&
    place.pillarId === text.pillarId &&
    place.kind === text.kind;
  return (text) => {
    const takeDown = takeDowns.find(
      (each) =>
        isOf(each, text) &&
        former.some((one) => isOf(one, text) && one.fromVersion < each.fromVersion && one.text === text.text),
    );
    return takeDown?.takenAt ?? null;
  };
}

type Client = Pick<Transaction, "takeDown" | "result">;
const ofValues = { unitId: true, periodId: true, indicatorId: true } as const;

/** Whether all that a unit reports for an indicator in a period is taken down now. */
export async function valuesTakenDown(
  client: Pick<Transaction, "takeDown">,
  planId: number,
): Promise<(value: ValuePlace) => boolean> {
  const rows = await client.takeDown.findMany({
    where: { planId, kind: "value", untilVersion: null },
    select: ofValues,
  });
  return (value) => rows.some((row) => isSamePlace(row, value));
}

interface ValuePlace {
  unitId: number;
  periodId: number;
  indicatorId: number;
}

const isSamePlace = (row: Omit<ValuePlace, "indicatorId"> & { indicatorId: number | null }, value: ValuePlace) =>
  row.unitId === value.unitId && row.periodId === value.periodId && row.indicatorId === value.indicatorId;

/** The plan as its results are read: as of a version. */
interface ReadPlan {
  id: number;
  version: number;
  /** In the order of time. */
  periods: readonly { id: number }[];
  region: { id: number } | null;
}

/** By which take-down a value is shown as taken down: the first of them. */
export interface ValueTakenDown {
  /** How the version that is read stands to it. */
  when: "since" | "before";
  fromVersion: number;
  takenAt: Date;
}

/**
 * Which values are shown as taken down. Since the take-down: the unit's own, for everything else was worked out without
 * them. Before it: also all that the unit and the region have for the indicator in this and every later period, for it may be
 * counted in there, or compared with; but only in versions in which it stood.
 */
export async function takenDownValues(
  client: Client,
  { id: planId, version, periods, region }: ReadPlan,
): Promise<(value: ValuePlace) => ValueTakenDown | null> {
  const rows = await client.takeDown.findMany({
    where: { planId, kind: "value", ...takenFrom(version) },
    orderBy: { id: "asc" },
    select: { ...ofValues, fromVersion: true, takenAt: true },
  });
  const before = rows.filter(({ fromVersion }) => version < fromVersion);
  const stood =
    before.length === 0
      ? []
      : await client.result.findMany({
          where: {
            AND: [
              {
                OR: before.map(({ unitId, periodId, indicatorId }) =>
                  placeOfValue({ unitId, periodId, indicatorId: indicatorId! }),
                ),
              },
              { planId, kind: { not: "missing" }, ...asOf(version) },
            ],
          },
          select: { unitId: true, periodId: true, indicatorVersion: { select: { indicatorId: true } } },
        });
  const timeOf = new Map(periods.map(({ id }, time) => [id, time]));
  const isLater = (one: number, other: number) => (timeOf.get(one) ?? -1) >= (timeOf.get(other) ?? 0);
  const stoodOf = (row: (typeof before)[number]) =>
    stood.some(({ indicatorVersion, ...place }) => isSamePlace(row, { ...place, ...indicatorVersion }));
  const counted = before.filter(stoodOf);
  return (value) => {
    const own = rows.find((row) => row.fromVersion <= version && isSamePlace(row, value));
    if (own) return { when: "since", ...own };
    const held = counted.find(
      ({ unitId, periodId, indicatorId }) =>
        indicatorId === value.indicatorId &&
        (unitId === value.unitId || value.unitId === region?.id) &&
        isLater(value.periodId, periodId),
    );
    return held ? { when: "before", ...held } : null;
  };
}

const placeOfValue = ({ unitId, periodId, indicatorId }: ValuePlace) => ({
  unitId,
  periodId,
  indicatorVersion: { indicatorId },
});
