import "server-only";
import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import { db, type Transaction } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { dimensionsOfPlan } from "@/lib/server/framework/plan-dimensions";
import { asOf } from "@/lib/server/results/stored/as-of";
import {
  type PublicResultRow,
  publicExplanation,
  publicExplanationSelect,
} from "@/lib/server/results/stored/public-result";
import { takenDownValues } from "@/lib/server/results/stored/take-downs";
import type { Correction, CorrectionsView, ShownCell } from "@/lib/views/corrections-view";
import { regionStatusOf, shownStatusOf } from "@/lib/views/shown-status";
import type { PublishedPlan } from "./plan";
import type { ExplainedResult } from "./result-reader";
import { textsTakenDownSince, valuesTakenDownSince } from "./taken-down-since";
import { type VersionWords, versionKey, versionsOf } from "./version-words";

/** Which values are asked about; all where left out. */
export interface CorrectionsAsked {
  /** By code. */
  indicator?: string;
  unitId?: number;
}

/** What an approval's version says that it is about: `report THA 2016`. */
const ofReport = /^report (\S+) (\S+)$/;

/**
 * When results versions came about and what they came of, by number. What an officer writes for officers isn't among it.
 * @param plan read as of a release
 */
async function versionsSaid(
  plan: PublishedPlan,
  versions: readonly number[],
): Promise<ReadonlyMap<number, Correction["since"]>> {
  if (versions.length === 0) return new Map();
  const client = await db();
  const rows = await client.resultsVersion.findMany({
    where: { planId: plan.id, version: { in: [...versions] } },
    select: {
      version: true,
      cause: true,
      subject: true,
      createdAt: true,
      reopening: { select: { correctionReason: { select: { text: true } } } },
    },
  });
  const reports = await client.result.groupBy({
    by: ["unitId", "periodId"],
    where: { planId: plan.id, ...asOf(plan.version) },
  });
  const units = [...plan.countries, ...(plan.region ? [plan.region] : [])];
  return new Map(
    rows.map(({ version, cause: kind, subject, createdAt, reopening }) => {
      const [, unitCode, periodCode] = (kind === "approval" && ofReport.exec(subject)) || [];
      const unit = units.find(({ code }) => code === unitCode);
      const period = plan.periods.find(({ code }) => code === periodCode);
      const cause = {
        kind,
        unit: unit?.name ?? "",
        period: period ?? null,
        isAgain: reports.some(({ unitId, periodId }) => unitId === unit?.id && periodId === period?.id),
        reason: reopening?.correctionReason?.text ?? "",
      };
      return [version, { version, day: dayInRegion(createdAt), cause }];
    }),
  );
}

/** How many values are public now in places of which the release has nothing. */
async function newsSince({ id, version, present: { version: present, editionId } }: PublishedPlan): Promise<number> {
  const [row] = await (await db()).$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM result r JOIN indicator_version v ON v.id = r.indicator_version_id
    WHERE r.plan_id = ${id} AND r.from_version > ${version} AND r.from_version <= ${present}
      AND (r.until_version IS NULL OR r.until_version >= ${present}) AND r.disclosure_state <> 'missing'
      AND EXISTS (
        SELECT FROM edition_definition d WHERE d.edition_id = ${editionId} AND d.indicator_version_id = r.indicator_version_id)
      AND NOT EXISTS (
        SELECT FROM result e JOIN indicator_version w ON w.id = e.indicator_version_id
        WHERE e.period_id = r.period_id AND e.unit_id = r.unit_id AND e.cell_id = r.cell_id
          AND w.indicator_id = v.indicator_id
          AND e.from_version <= ${version} AND (e.until_version IS NULL OR e.until_version >= ${version}))`;
  return row.count;
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
  const { words, isListedNow, indicatorIds } = await wordsOfBoth(plan, indicator, locale);
  const asked = {
    planId: plan.id,
    ...(unitId !== undefined && { unitId }),
    ...(indicator !== undefined && { indicatorVersion: { indicatorId: { in: indicatorIds } } }),
  };
  // What stands still is as it was.
  const closed = (
    await client.result.findMany({
      where: {
        ...asked,
        fromVersion: { lte: plan.version },
        untilVersion: { gte: plan.version, lt: plan.present.version },
      },
      select,
    })
  ).map(standing);
  const later = await client.result.findMany({
    where: {
      ...asked,
      fromVersion: { gt: plan.version, lte: plan.present.version },
      periodId: { in: [...new Set(closed.map(({ periodId }) => periodId))] },
    },
    orderBy: { fromVersion: "asc" },
    select,
  });
  const following = new Map<string, Standing[]>();
  for (const row of later.map(standing)) following.set(placeOf(row), [...(following.get(placeOf(row)) ?? []), row]);
  const shown: Shown = (result) => shownCell(plan, result, words);
  const isTakenDown = await takenDownInEither(client, plan);
  const changed = closed.flatMap((row) => {
    if (isTakenDown(row)) return [];
    const change = changeOf(plan, row, following.get(placeOf(row)) ?? [], { shown, isListedNow });
    return change ? [{ row, ...change }] : [];
  });
  const said = await versionsSaid(plan, [...new Set(changed.map(({ since }) => since))]);
  const found = changed.flatMap(({ since, ...change }) => {
    const version = said.get(since);
    return version ? [{ ...change, since: version }] : [];
  });
  const isOfAll = indicator === undefined && unitId === undefined;
  return {
    plan: plan.head,
    present: plan.present.version,
    dimensions: await dimensionsOfPlan(client, plan.id, locale),
    corrections: listed(plan, found, words),
    takenDown: {
      values: listed(plan, isOfAll ? await takenDownOf(plan, shown) : [], words),
      texts: isOfAll ? await textsTakenDownSince(plan, locale) : [],
    },
    news: isOfAll ? await newsSince(plan) : 0,
  };
}

interface Found extends Pick<Correction, "released" | "now" | "since"> {
  row: ExplainedResult;
}

/** The latest first, then in the framework's order. */
function listed(plan: PublishedPlan, found: readonly Found[], words: ReadonlyMap<string, VersionWords>): Correction[] {
  const units = [...plan.countries, ...(plan.region ? [plan.region] : [])];
  const order = orderOf(plan, words);
  return found
    .toSorted((one, other) => other.since.version - one.since.version || order(one.row, other.row))
    .flatMap(({ row, ...sides }) => {
      const unit = units.find(({ id }) => id === row.unitId);
      const period = plan.periods.find(({ id }) => id === row.periodId);
      const named = wordsOf(row, words);
      if (!unit || !period || !named) return [];
      const { code, title } = named;
      return [{ indicator: { code, title }, unit, period, cell: row.cell, ...sides }];
    });
}

async function takenDownOf(plan: PublishedPlan, shown: Shown): Promise<Found[]> {
  const cause = { kind: "takeDown", unit: "", period: null, isAgain: false, reason: "" } as const;
  return (await valuesTakenDownSince(plan)).flatMap(({ takenDown, released: row, now }) => {
    const released = shown(row);
    const since = { version: takenDown.fromVersion, day: dayInRegion(takenDown.takenAt), cause };
    return released ? [{ row, released, now: now && shown(now), since }] : [];
  });
}

/** What either side shows as taken down is no correction: it stands in a list of its own, and neither side of it is told. */
async function takenDownInEither(client: Transaction, plan: PublishedPlan): Promise<(row: ExplainedResult) => boolean> {
  const released = await takenDownValues(client, plan);
  const now = await takenDownValues(client, { ...plan, version: plan.present.version });
  return (row) => released(row) !== null || now(row) !== null;
}

/**
 * As the release's edition of the framework has them; what only the newest one knows, as that has it.
 * @param indicator by its code in the release; all where left out
 */
async function wordsOfBoth({ edition, present }: PublishedPlan, indicator: string | undefined, locale: string) {
  const released = await versionsOf(edition.id, indicator === undefined ? null : [indicator], locale);
  const now = present.editionId === edition.id ? released : await versionsOf(present.editionId, null, locale);
  const indicatorIds = [...new Set([...released.values()].map(({ indicatorId }) => indicatorId))];
  const isAsked = ({ indicatorId }: VersionWords) => indicator === undefined || indicatorIds.includes(indicatorId);
  return {
    words: new Map([...released, ...[...now].filter(([key, words]) => !released.has(key) && isAsked(words))]),
    /** Whether the newest pages have the indicator, under the definition that the result stands under. */
    isListedNow: ({ indicatorId, version }: ExplainedResult) => now.has(versionKey(indicatorId, version)),
    indicatorIds,
  };
}

const select = {
  ...publicExplanationSelect,
  periodId: true,
  unitId: true,
  fromVersion: true,
  untilVersion: true,
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

/** A result with the results versions in which it stands. */
interface Standing extends ExplainedResult, Pick<StandingRow, "fromVersion" | "untilVersion"> {}

const standing = (row: StandingRow): Standing => ({
  ...publicExplanation(row),
  periodId: row.periodId,
  unitId: row.unitId,
  cell: row.cell.key,
  ...row.indicatorVersion,
  fromVersion: row.fromVersion,
  untilVersion: row.untilVersion,
});

/** The same under another definition of its indicator. */
const placeOf = ({ periodId, unitId, cell, indicatorId }: ExplainedResult) =>
  `${indicatorId} ${unitId} ${periodId} ${cell}`;

const wordsOf = ({ indicatorId, version }: ExplainedResult, words: ReadonlyMap<string, VersionWords>) =>
  words.get(versionKey(indicatorId, version));

/** Null for what neither the release nor the newest pages have words for. */
type Shown = (result: ExplainedResult) => ShownCell | null;

function shownCell(
  plan: PublishedPlan,
  result: ExplainedResult,
  words: ReadonlyMap<string, VersionWords>,
): ShownCell | null {
  const named = wordsOf(result, words);
  if (!named) return null;
  const { scale, countsCountries, isOfRegion } = named;
  const isRegion = result.unitId === plan.region?.id;
  const isTotal = result.cell === totalCell;
  const counted = isRegion && isTotal && countsCountries ? (result.explanation?.region?.restsOn.length ?? null) : null;
  const status = isRegion ? regionStatusOf(shownStatusOf(result), isOfRegion) : shownStatusOf(result);
  return { value: result.value, scale, countOf: counted, status: isTotal ? status : null };
}

const isSame = (one: ShownCell | null, other: ShownCell | null) =>
  JSON.stringify([one?.value, one?.countOf, one?.status]) ===
  JSON.stringify([other?.value, other?.countOf, other?.status]);

/** What became of a value until the newest version; null where it shows as it did. `since`: from which version on it does. */
function changeOf(
  { present: { version: present, editionFrom } }: PublishedPlan,
  row: Standing,
  after: readonly Standing[],
  { shown, isListedNow }: { shown: Shown; isListedNow: (result: ExplainedResult) => boolean },
): { released: ShownCell; now: ShownCell | null; since: number } | null {
  const isPresent = ({ untilVersion }: Standing) => untilVersion === null || untilVersion >= present;
  const last = after.at(-1);
  const stands = last !== undefined && isPresent(last);
  const now = stands && isListedNow(last) ? shown(last) : null;
  const released = shown(row);
  if (!released || isSame(released, now)) return null;
  // What the newest edition leaves out stands on, where nobody reads it.
  if (!now) return { released, now, since: stands ? editionFrom : (last ?? row).untilVersion! + 1 };
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
  const keyOf = ({ indicatorId, version, unitId, periodId, cell }: ExplainedResult) => [
    places.get(versionKey(indicatorId, version)) ?? 0,
    units.get(unitId) ?? 0,
    times.get(periodId) ?? 0,
    cell === totalCell ? 0 : 1,
  ];
  return (one: ExplainedResult, other: ExplainedResult) => {
    const [key, against] = [keyOf(one), keyOf(other)];
    const at = key.findIndex((part, index) => part !== against[index]);
    return at === -1 ? one.cell.localeCompare(other.cell) : key[at]! - against[at]!;
  };
}
