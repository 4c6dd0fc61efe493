import "server-only";
import { byTime } from "@/lib/domain/framework/reporting-period";
import type { Status } from "@/lib/domain/progress/status";
import { Refusal } from "@/lib/domain/refusal";
import { method } from "@/lib/domain/results/method";
import type { ResultRow } from "@/lib/domain/results/result-rows";
import { resultKey } from "@/lib/domain/results/stored-values";
import { canonicalJson, plainJson } from "@/lib/server/canonical-json";
import { db, type Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import { columnsOf, noValue } from "@/lib/server/db/value-columns";
import { presentEdition } from "@/lib/server/framework/edition";
import type { PublicValue, Scale } from "@/lib/views/public-value";
import { chanceOfReport, drawnChance } from "./disclosure/secret-chance";
import { type Prepared, prepareChange, tryChange } from "./prepare";
import { asOf } from "./stored/as-of";
import { exactExplanation, exactResultSelect } from "./stored/exact-result";
import { type PublicResultRow, publicExplanation, publicExplanationSelect } from "./stored/public-result";

/** What everybody reads of a result. */
interface Told {
  value: PublicValue;
  status: Status | null;
}

export interface CorrectedResult<T = Told> {
  indicator: string;
  scale: Pick<Scale, "type" | "decimals">;
  unit: string;
  period: string;
  cell: string;
  /** null: there is none. */
  before: T | null;
  after: T | null;
}

/** What a correction makes of the results that stand. */
export interface Correction<T = Told> {
  /** By code. */
  indicators: string[];
  /** Whose value or status reads otherwise, in the plan's order. */
  changed: CorrectedResult<T>[];
  /** Of which something else does: what explains a status, or what only officials may read. */
  explainedOtherwise: number;
  unchanged: number;
  /** As of `Published`. */
  lost: string[];
  gaveUp: string[];
}

/**
 * Works out anew what a correction of a rule touches: the indicators of which results stand that an older method made.
 * @param named these indicators instead, whatever made their results; by code
 * @param isTrial nothing is to be published
 * @returns null where there is nothing to correct
 * @throws Refusal `notFound` for an indicator that isn't there, `resultsTooLarge`
 */
export async function prepareCorrection(
  planId: number,
  named: readonly string[] | null,
  isTrial: boolean,
): Promise<{ prepared: Prepared; correction: Correction } | null> {
  const client = await db();
  const older = await madeByOlder(client, planId);
  const anew = named ? await idsOf(client, planId, named) : older;
  if (anew.size === 0) return null;
  const touched = { reports: [], anew };
  const prepare = isTrial ? tryChange : prepareChange;
  const prepared = await prepare(planId, touched, await chanceOfCorrection(client, planId));
  const correction = await whatChanges(client, prepared, toldBy);
  const isSame = correction.changed.length === 0 && correction.explainedOtherwise === 0;
  // One that the present framework doesn't have any more is judged by nothing, and stays as it is.
  const wasOlder = prepared.worked.some(({ indicator }) => older.has(indicator.id));
  return isSame && !wasOlder ? null : { prepared, correction };
}

/** Indicators of which results stand that an older method made. */
async function madeByOlder(client: Transaction, planId: number): Promise<Set<number>> {
  const rows = await client.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT iv.indicator_id AS id FROM result r JOIN indicator_version iv ON iv.id = r.indicator_version_id
    WHERE r.plan_id = ${planId} AND r.until_version IS NULL AND r.method < ${method}`;
  return new Set(rows.map(({ id }) => id));
}

/** @throws Refusal `notFound` unless the present framework has all of them */
async function idsOf(client: Transaction, planId: number, codes: readonly string[]): Promise<Set<number>> {
  const rows = await client.editionIndicator.findMany({
    where: { edition: { planId, ...presentEdition }, code: { in: [...codes] } },
    select: { indicatorId: true },
  });
  if (rows.length < new Set(codes).size) throw new Refusal("notFound");
  return new Set(rows.map(({ indicatorId }) => indicatorId));
}

/** As secret as a report's, and the same whenever it is asked for: what was shown before is what is done. */
export async function chanceOfCorrection(client: Transaction, planId: number): Promise<string> {
  const first = await client.report.findFirst({ where: { planId }, orderBy: { id: "asc" }, select: { id: true } });
  return `correction ${first ? await chanceOfReport(client, first.id) : drawnChance()}`;
}

export type StoredRow = PublicResultRow & Parameters<typeof exactExplanation>[0] & { publicInputs: Prisma.JsonValue };

/**
 * Compares what was worked out with what stood in the version that it rests on, as people read the one and the other.
 * @param tell what is told of a result
 */
export async function whatChanges<T>(
  client: Transaction,
  { version, snapshot, worked }: Prepared,
  tell: (row: StoredRow) => T,
): Promise<Correction<T>> {
  const { plan } = snapshot;
  const rows = await client.result.findMany({
    where: {
      planId: plan.id,
      ...asOf(version),
      indicatorVersion: { indicatorId: { in: worked.map(({ indicator }) => indicator.id) } },
    },
    select: {
      ...publicExplanationSelect,
      ...exactResultSelect,
      unitId: true,
      periodId: true,
      cell: { select: { key: true } },
      indicatorVersion: { select: { indicatorId: true } },
    },
  });
  const stood = new Map(worked.map(({ indicator }) => [indicator.id, new Map<string, StoredRow>()]));
  for (const { cell, indicatorVersion, unitId, periodId, ...row } of rows)
    stood.get(indicatorVersion.indicatorId)!.set(resultKey({ unitId, periodId, cell: cell.key }), row);
  const correction: Correction<T> = {
    indicators: worked.map(({ indicator }) => indicator.code),
    changed: [],
    explainedOtherwise: 0,
    unchanged: 0,
    lost: worked.flatMap(({ indicator, lost }) => lost.map((id) => `${indicator.code} ${id}`)),
    gaveUp: worked.flatMap(({ indicator, gaveUp }) => gaveUp.map((id) => `${indicator.code} ${id}`)),
  };
  for (const { indicator, rows } of worked) {
    const before = stood.get(indicator.id)!;
    const after = new Map(rows.map((row) => [resultKey(row), asStored(row)]));
    const places = [...new Set([...before.keys(), ...after.keys()])].map(placeOfKey);
    const scale = indicator.versions.at(-1)!.rules;
    for (const { unit, period, cell, key } of inOrder(plan, places)) {
      const [then, now] = [before.get(key) ?? null, after.get(key) ?? null];
      const at = { indicator: indicator.code, scale, unit: unit.code, period: period.code, cell };
      const [told, tells] = [then && tell(then), now && tell(now)];
      if (!isSame(told, tells)) correction.changed.push({ ...at, before: told, after: tells });
      else if (isSame(then && allOf(then), now && allOf(now))) correction.unchanged += 1;
      else correction.explainedOtherwise += 1;
    }
  }
  return correction;
}

function placeOfKey(key: string) {
  const [unitId, periodId, ...cell] = key.split(" ");
  return { unitId: Number(unitId), periodId: Number(periodId), cell: cell.join(" "), key };
}

/** By period, then by unit, the total first. */
function inOrder({ units, periods }: Prepared["snapshot"]["plan"], places: ReturnType<typeof placeOfKey>[]) {
  return periods.toSorted(byTime).flatMap((period) =>
    units.flatMap((unit) =>
      places
        .filter(({ unitId, periodId }) => unitId === unit.id && periodId === period.id)
        .sort((one, other) => Number(other.cell === "total") - Number(one.cell === "total"))
        .map(({ cell, key }) => ({ unit, period, cell, key })),
    ),
  );
}

/** A result as it would be read from the table. */
function asStored({ value, inputs, publicInputs, ratio, publicRatio, ...row }: ResultRow): StoredRow {
  const { number, numerator, denominator, text: _, ...columns } = value === null ? noValue : columnsOf(value);
  return {
    ...row,
    ...columns,
    inputs: plainJson(inputs),
    publicInputs: plainJson(publicInputs),
    number: decimal(number),
    numerator: decimal(numerator),
    denominator: decimal(denominator),
    ratio: decimal(ratio),
    publicRatio: decimal(publicRatio),
  };
}

const decimal = (text: string | null) => (text === null ? null : new Prisma.Decimal(text));

function toldBy(row: StoredRow): Told {
  const { value, status } = publicExplanation(row);
  return { value, status };
}

/** All that anybody can read of it, but for when it was approved. */
function allOf(row: StoredRow) {
  const { approvedAt: _, ...told } = publicExplanation(row);
  const { approvedAt: __, ...exact } = exactExplanation(row);
  return { told, exact };
}

const isSame = (one: unknown, other: unknown): boolean =>
  canonicalJson(plainJson(one)) === canonicalJson(plainJson(other));
