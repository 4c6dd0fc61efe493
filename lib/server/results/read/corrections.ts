import "server-only";
import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import { db, type Transaction } from "@/lib/server/db/client";
import { dimensionsOfPlan } from "@/lib/server/framework/plan-dimensions";
import {
  type PublicResultRow,
  publicExplanation,
  publicExplanationSelect,
} from "@/lib/server/results/stored/public-result";
import { takenDownValues } from "@/lib/server/results/stored/take-downs";
import type { Correction, CorrectionsView, ShownCell } from "@/lib/views/corrections-view";
import { regionStatusOf, shownStatusOf } from "@/lib/views/shown-status";
import { versionsSaid } from "./correction-causes";
import type { PublishedPlan } from "./plan";
import { type VersionWords, versionKey, versionsOf } from "./version-words";

/** Which values are asked about; all where left out. */
export interface CorrectionsAsked {
  /** By code. */
  indicator?: string;
  unitId?: number;
}

/**
 * The values of a release that show otherwise in the newest results. Both sides, and all in between, are what everybody was
 * shown at the time, so that the list tells nothing that the versions together don't.
 * @param plan read as of the release
 */
export async function correctionsOf(
  plan: PublishedPlan,
  locale: string,
  { indicator, unitId }: CorrectionsAsked = {},
): Promise<CorrectionsView> {
  const client = await db();
  const words = await wordsOfBoth(plan, indicator === undefined ? null : [indicator], locale);
  const asked = {
    planId: plan.id,
    ...(unitId !== undefined && { unitId }),
    ...(indicator !== undefined && { indicatorVersion: { indicatorId: { in: indicatorsOf(words) } } }),
  };
  // What stands still is as it was.
  const closed = await client.result.findMany({
    where: {
      ...asked,
      fromVersion: { lte: plan.version },
      untilVersion: { gte: plan.version, lt: plan.present.version },
    },
    select,
  });
  const later = await client.result.findMany({
    where: {
      ...asked,
      fromVersion: { gt: plan.version, lte: plan.present.version },
      periodId: { in: [...new Set(closed.map(({ periodId }) => periodId))] },
    },
    orderBy: { fromVersion: "asc" },
    select,
  });
  const following = new Map<string, StandingRow[]>();
  for (const row of later) following.set(placeOf(row), [...(following.get(placeOf(row)) ?? []), row]);
  const shown = (row: StandingRow) => shownCell(plan, row, words);
  const isTakenDown = await takenDownInEither(client, plan);
  const found = closed.flatMap((row) => {
    if (isTakenDown(row)) return [];
    const change = changeOf(plan, row, following.get(placeOf(row)) ?? [], shown);
    return change ? [{ row, ...change }] : [];
  });
  const said = await versionsSaid(plan, [...new Set(found.map(({ since }) => since))]);
  const order = orderOf(plan, words);
  found.sort((one, other) => other.since - one.since || order(one.row, other.row));
  const units = [...plan.countries, ...(plan.region ? [plan.region] : [])];
  return {
    plan: plan.head,
    present: plan.present.version,
    dimensions: await dimensionsOfPlan(client, plan.id, locale),
    corrections: found.flatMap(({ row, released, now, since }): Correction[] => {
      const unit = units.find(({ id }) => id === row.unitId);
      const period = plan.periods.find(({ id }) => id === row.periodId);
      const named = wordsOf(row, words);
      const version = said.get(since);
      if (!unit || !period || !named || !version) return [];
      const { code, title } = named;
      return [{ indicator: { code, title }, unit, period, cell: row.cell.key, released, now, since: version }];
    }),
    news: indicator === undefined && unitId === undefined ? await newsOf(plan) : 0,
  };
}

/** What either side shows as taken down is no correction, and neither side of it is told. */
async function takenDownInEither(client: Transaction, plan: PublishedPlan): Promise<(row: StandingRow) => boolean> {
  const released = await takenDownValues(client, plan);
  const now = await takenDownValues(client, { ...plan, version: plan.present.version });
  return ({ unitId, periodId, indicatorVersion: { indicatorId } }) => {
    const place = { unitId, periodId, indicatorId };
    return released(place) !== null || now(place) !== null;
  };
}

/** As the release's edition of the framework has them; what only the newest one knows, as that has it. */
async function wordsOfBoth({ edition, present }: PublishedPlan, codes: string[] | null, locale: string) {
  const words = await versionsOf(edition.id, codes, locale);
  if (present.editionId === edition.id) return words;
  return new Map([
    ...words,
    ...[...(await versionsOf(present.editionId, null, locale))].filter(([key]) => !words.has(key)),
  ]);
}

const indicatorsOf = (words: ReadonlyMap<string, VersionWords>) => [
  ...new Set([...words.values()].map(({ indicatorId }) => indicatorId)),
];

const select = {
  ...publicExplanationSelect,
  ...{ periodId: true, unitId: true, fromVersion: true, untilVersion: true },
  cell: { select: { key: true } },
  indicatorVersion: { select: { indicatorId: true, version: true } },
} as const;

interface StandingRow extends PublicResultRow {
  periodId: number;
  unitId: number;
  fromVersion: number;
  untilVersion: number | null;
  cell: { key: CellKey };
  indicatorVersion: { indicatorId: number; version: number };
  publicInputs: Parameters<typeof publicExplanation>[0]["publicInputs"];
}

/** The same under another definition of its indicator. */
const placeOf = ({ periodId, unitId, cell, indicatorVersion: { indicatorId } }: StandingRow) =>
  `${indicatorId} ${unitId} ${periodId} ${cell.key}`;

const wordsOf = (
  { indicatorVersion: { indicatorId, version } }: StandingRow,
  words: ReadonlyMap<string, VersionWords>,
) => words.get(versionKey(indicatorId, version));

function shownCell(plan: PublishedPlan, row: StandingRow, words: ReadonlyMap<string, VersionWords>): ShownCell {
  const result = publicExplanation(row);
  const { scale, countsCountries, isOfRegion } = wordsOf(row, words)!;
  const isRegion = row.unitId === plan.region?.id;
  const isTotal = row.cell.key === totalCell;
  const counted = isRegion && isTotal && countsCountries ? (result.explanation?.region?.restsOn.length ?? null) : null;
  const status = isRegion ? regionStatusOf(shownStatusOf(result), isOfRegion) : shownStatusOf(result);
  return { value: result.value, scale, countOf: counted, status: isTotal ? status : null };
}

const isSame = (one: ShownCell | null, other: ShownCell | null) =>
  JSON.stringify([one?.value, one?.countOf, one?.status]) ===
  JSON.stringify([other?.value, other?.countOf, other?.status]);

/** What became of a value until the newest version; null where it shows as it did. `since`: from which version on it does. */
function changeOf(
  { present: { version: present } }: PublishedPlan,
  row: StandingRow,
  after: readonly StandingRow[],
  shown: (row: StandingRow) => ShownCell,
): { released: ShownCell; now: ShownCell | null; since: number } | null {
  const isPresent = ({ untilVersion }: StandingRow) => untilVersion === null || untilVersion >= present;
  const last = after.at(-1);
  const now = last && isPresent(last) ? shown(last) : null;
  const released = shown(row);
  if (isSame(released, now)) return null;
  if (!now) return { released, now, since: (last ?? row).untilVersion! + 1 };
  // A row also ends where only what isn't shown changed, such as the day of the approval.
  const alike = after.toReversed();
  const other = alike.findIndex(
    (each, index) =>
      !isSame(shown(each), now) || (index > 0 && each.untilVersion! + 1 !== alike[index - 1]!.fromVersion),
  );
  return { released, now, since: alike[(other === -1 ? alike.length : other) - 1]!.fromVersion };
}

/** The framework's order, then the plan's units, time, and the total before its parts. */
function orderOf({ countries, region, periods }: PublishedPlan, words: ReadonlyMap<string, VersionWords>) {
  const places = new Map([...words.keys()].map((key, index) => [key, index]));
  const units = new Map([...countries, ...(region ? [region] : [])].map(({ id }, index) => [id, index]));
  const times = new Map(periods.map(({ id }, index) => [id, index]));
  const keyOf = ({ indicatorVersion: { indicatorId, version }, unitId, periodId, cell }: StandingRow) => [
    ...[places.get(versionKey(indicatorId, version)) ?? 0, units.get(unitId) ?? 0, times.get(periodId) ?? 0],
    cell.key === totalCell ? 0 : 1,
  ];
  return (one: StandingRow, other: StandingRow) => {
    const [key, against] = [keyOf(one), keyOf(other)];
    const at = key.findIndex((part, index) => part !== against[index]);
    return at === -1 ? one.cell.key.localeCompare(other.cell.key) : key[at]! - against[at]!;
  };
}

/** How many values are public now in places of which the release has nothing. */
async function newsOf({ id, version, present: { version: present } }: PublishedPlan): Promise<number> {
  const [row] = await (await db()).$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM result r JOIN indicator_version v ON v.id = r.indicator_version_id
    WHERE r.plan_id = ${id} AND r.from_version > ${version} AND r.from_version <= ${present}
      AND (r.until_version IS NULL OR r.until_version >= ${present}) AND r.disclosure_state <> 'missing'
      AND NOT EXISTS (
        SELECT FROM result e JOIN indicator_version w ON w.id = e.indicator_version_id
        WHERE e.period_id = r.period_id AND e.unit_id = r.unit_id AND e.cell_id = r.cell_id
          AND w.indicator_id = v.indicator_id
          AND e.from_version <= ${version} AND (e.until_version IS NULL OR e.until_version >= ${version}))`;
  return row.count;
}
