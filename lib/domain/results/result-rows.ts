import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import type { AfterEnd } from "@/lib/domain/progress/after-end";
import type { RegionalResult } from "@/lib/domain/progress/aggregation";
import type { UnitAssessment } from "@/lib/domain/progress/progress";
import type { PublicRegionalAssessment, PublicUnitAssessment } from "@/lib/domain/progress/public-assessment";
import type { RegionalAssessment } from "@/lib/domain/progress/regional-progress";
import type { Bounds, RegionalValue } from "@/lib/domain/progress/regional-value";
import type { Status } from "@/lib/domain/progress/status";
import type { PlanFacts } from "@/lib/domain/results/plan-facts";
import type { DisclosureState } from "@/lib/domain/suppression/tables/linked-values";
import type { Value } from "@/lib/domain/values/value";
import type { RegionWork } from "./aggregate-countries";
import type { ValueToStore } from "./indicator-values";
import { inputsFormat, method } from "./method";
import { resultKey } from "./stored-values";

/** What a regional result rests on beside its assessment. */
interface RegionalStanding {
  /** Exact, or from the least to the most that it can be; null where the region has no value. */
  value: RegionalValue | null;
  standings: RegionalResult["standings"];
}

/** The column `inputs`, for officials. */
export type StoredInputs =
  | { unit: UnitAssessment; region: null }
  | { unit: null; region: RegionalStanding & { assessment: RegionalAssessment } };

/** Where the region's value lies, as anybody can add up who reads the countries' `<5`. */
export interface PublicRegionalStanding {
  restsOn: string[];
  carried: RegionalValue["carried"];
  of: number;
  between: Bounds | null;
  standings: RegionalResult["standings"];
}

/** The column `public_inputs`. */
export type StoredPublicInputs =
  | { unit: PublicUnitAssessment; region: null }
  | { unit: null; region: PublicRegionalStanding & { assessment: PublicRegionalAssessment } };

type InFormat<Inputs> = Inputs & { format: number };

/** A result as it is stored; decimals and fractions as text. */
export interface ResultRow {
  periodId: number;
  unitId: number;
  indicatorVersionId: number;
  cell: CellKey;
  /** Null: the region has none. */
  value: Value | null;
  revision: number | null;
  planned: string | null;
  status: Status | null;
  statusReason: string | null;
  publicStatus: Status | null;
  publicStatusReason: string | null;
  afterEnd: AfterEnd | null;
  publicAfterEnd: AfterEnd | null;
  ratio: string | null;
  publicRatio: string | null;
  methodVersion: string | null;
  inputs: InFormat<StoredInputs> | null;
  publicInputs: InFormat<StoredPublicInputs> | null;
  countriesIn: number | null;
  countriesOf: number | null;
  carriedFromId: number | null;
  disclosureState: DisclosureState;
  /** Of a value that shows as `<5`: the 5. */
  disclosureBound: number | null;
  /** Of a value that shows as suppressed: what that told when it first did, see `StoredValue`. */
  toldLeast: number | null;
  approvedAt: Date;
  /** The results version since which the value is this one. */
  valueSince: number;
  /** The oldest of `methods` that it rests on: where its disclosure was taken over as it stood, the one that decided that. */
  method: number;
}

const noAssessment = {
  planned: null,
  status: null,
  statusReason: null,
  publicStatus: null,
  publicStatusReason: null,
  ratio: null,
  publicRatio: null,
  methodVersion: null,
  inputs: null,
  publicInputs: null,
  afterEnd: null,
  publicAfterEnd: null,
  countriesIn: null,
  countriesOf: null,
};

/** A value without an assessment: a part, or a total whose assessment is added by `assessedRow`. */
export function valueRow(
  present: ValueToStore,
  told: Pick<ResultRow, "disclosureState" | "disclosureBound" | "toldLeast">,
  { keptMethod, ...stands }: { valueSince: number; carriedFromId: number | null; keptMethod: number | undefined },
): ResultRow {
  const { periodId, unitId, version, cell, value, revision, approvedAt } = present;
  return {
    periodId,
    unitId,
    indicatorVersionId: version.id,
    cell,
    value,
    ...noAssessment,
    revision,
    ...told,
    approvedAt,
    ...stands,
    method: keptMethod ?? method,
  };
}

type Assessments = { afterEnd: AfterEnd | null; publicAfterEnd: AfterEnd | null } & (
  | { exact: UnitAssessment; disclosed: PublicUnitAssessment; work?: undefined }
  | { exact: RegionalAssessment; disclosed: PublicRegionalAssessment; work: RegionWork; between: Bounds | null }
);

/** The total's row with its assessment, exact and as the public may read it. */
export function assessedRow(row: ResultRow, given: Assessments): ResultRow {
  const { exact, disclosed, afterEnd, publicAfterEnd } = given;
  return {
    ...row,
    planned: exact.letters.A,
    status: exact.status,
    statusReason: exact.reason?.code ?? null,
    ratio: exact.R,
    publicStatus: disclosed.status,
    publicStatusReason: disclosed.reason?.code ?? null,
    publicRatio: disclosed.R,
    afterEnd,
    publicAfterEnd,
    methodVersion: exact.methodVersion,
    ...(given.work
      ? regionalColumns(given)
      : { inputs: unitInputs(given.exact), publicInputs: unitInputs(given.disclosed) }),
  };
}

const unitInputs = <A>(unit: A) => ({ format: inputsFormat, unit, region: null });

function regionalColumns(given: Extract<Assessments, { work: RegionWork }>) {
  const { value, standings, in: countriesIn, of: countriesOf } = given.work.result;
  return {
    countriesIn,
    countriesOf,
    inputs: { format: inputsFormat, unit: null, region: { value, standings, assessment: given.exact } },
    publicInputs: {
      format: inputsFormat,
      unit: null,
      region: {
        restsOn: value?.restsOn ?? [],
        carried: value?.carried ?? [],
        of: countriesOf,
        standings,
        between: given.between,
        assessment: given.disclosed,
      },
    },
  };
}

/** The latest of the earlier periods whose values stand in the region's. */
export function carriedFrom({ periods }: PlanFacts, present: ValueToStore): number | null {
  const codes = new Set(present.addsUp?.map(({ period }) => period));
  return periods.findLast(({ id, code }) => codes.has(code) && id !== present.periodId)?.id ?? null;
}

export const totalOf = ({ unitId, periodId }: Pick<ValueToStore, "unitId" | "periodId">) =>
  resultKey({ unitId, periodId, cell: totalCell });
