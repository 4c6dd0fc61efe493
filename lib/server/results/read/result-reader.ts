import "server-only";
import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { StoredPublicInputs } from "@/lib/domain/results/result-rows";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import type { Prisma } from "@/lib/server/db/generated/client";
import { asOf } from "@/lib/server/results/stored/as-of";
import { exactExplanation, exactResultSelect } from "@/lib/server/results/stored/exact-result";
import {
  type PublicResult,
  publicExplanation,
  publicExplanationSelect,
  publicResult,
  publicResultSelect,
} from "@/lib/server/results/stored/public-result";
import { takenDownValues, type ValueTakenDown } from "@/lib/server/results/stored/take-downs";
import type { PublishedPlan } from "./plan";

/** A result with what it is of. */
export interface ReadResult extends PublicResult {
  periodId: number;
  unitId: number;
  indicatorId: number;
  /** Of the definition that it was made under. */
  version: number;
  cell: CellKey;
  /** Where it is shown as taken down. */
  takenDownOn?: IsoDate;
}

export interface ExplainedResult extends ReadResult {
  /** null for parts, which have none. */
  explanation: StoredPublicInputs | null;
}

type Order = Prisma.ResultOrderByWithRelationInput[];

/** How views read results: as anybody may, or exact as it stands. They can't tell which, and so say the same of both. */
export interface ResultReader {
  results: (where: Prisma.ResultWhereInput) => Promise<ReadResult[]>;
  explained: (where: Prisma.ResultWhereInput, orderBy?: Order) => Promise<ExplainedResult[]>;
  /** Whether a unit's values are read as they stand. */
  isExact: (unitId: number) => boolean;
}

const place = {
  periodId: true,
  unitId: true,
  cell: { select: { key: true } },
  indicatorVersion: { select: { indicatorId: true, version: true } },
} as const;

interface PlacedRow {
  periodId: number;
  unitId: number;
  cell: { key: string };
  indicatorVersion: { indicatorId: number; version: number };
}

const placeOf = ({ periodId, unitId, cell, indicatorVersion }: PlacedRow) => ({
  periodId,
  unitId,
  cell: cell.key,
  ...indicatorVersion,
});

/** A result without anything of a value that was taken down; null for a part, of which nothing is left to be said. */
function withoutTakenDown<R extends ReadResult>(result: R, takenDown: ValueTakenDown | null): R | null {
  if (takenDown === null) return result;
  if (result.cell !== totalCell) return null;
  return {
    ...result,
    value: { state: "missing", reason: "takenDown" },
    takenDownOn: dayInRegion(takenDown.takenAt),
    status: "notAssessed",
    statusReason: "noApprovedValue",
    afterEnd: null,
    ratio: null,
    countriesIn: null,
    countriesOf: null,
    carriedFromId: null,
    ...("explanation" in result && { explanation: null }),
  };
}

/** Leaves out of what is read what was taken down. */
function leavingOut(plan: PublishedPlan) {
  let asked: ReturnType<typeof takenDownValues> | undefined;
  return async <R extends ReadResult>(results: R[]): Promise<R[]> => {
    asked ??= takenDownValues(await db(), plan);
    const takenDown = await asked;
    return results.flatMap((result) => withoutTakenDown(result, takenDown(result)) ?? []);
  };
}

/** What everybody may read, as of the plan's results version. */
export function publicReader(plan: PublishedPlan): ResultReader {
  const { id: planId, version } = plan;
  const left = leavingOut(plan);
  return {
    isExact: () => false,
    async results(where) {
      const client = await db();
      const rows = await client.result.findMany({
        where: { AND: [where, { planId, ...asOf(version) }] },
        select: { ...publicResultSelect, ...place },
      });
      return left(rows.map((row) => ({ ...placeOf(row), ...publicResult(row) })));
    },
    async explained(where, orderBy) {
      const client = await db();
      const select = { ...publicExplanationSelect, ...place };
      const rows = await client.result.findMany({
        where: { AND: [where, { planId, ...asOf(version) }] },
        orderBy,
        select,
      });
      return left(rows.map((row) => ({ ...placeOf(row), ...publicExplanation(row) })));
    },
  };
}

/**
 * Exact values of these units, and of all others what everybody may read. Only for who may see exact values of each
 * of the units.
 */
export function exactReader(plan: PublishedPlan, exactUnits: ReadonlySet<number>): ResultReader {
  const { id: planId, version } = plan;
  const left = leavingOut(plan);
  const explained: ResultReader["explained"] = async (where, orderBy) => {
    const client = await db();
    const select = { ...publicExplanationSelect, ...exactResultSelect, ...place };
    const rows = await client.result.findMany({
      where: { AND: [where, { planId, ...asOf(version) }] },
      orderBy,
      select,
    });
    return left(
      rows.map((row) => ({
        ...placeOf(row),
        ...(exactUnits.has(row.unitId) ? exactExplanation(row) : publicExplanation(row)),
      })),
    );
  };
  return { explained, results: (where) => explained(where), isExact: (unitId) => exactUnits.has(unitId) };
}
