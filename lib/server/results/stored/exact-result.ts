import "server-only";
import type { AfterEnd } from "@/lib/domain/progress/after-end";
import { publicRegionalAssessment, publicUnitAssessment } from "@/lib/domain/progress/public-assessment";
import type { Status } from "@/lib/domain/progress/status";
import type { StoredInputs, StoredPublicInputs } from "@/lib/domain/results/result-rows";
import { isAssessableValue } from "@/lib/domain/values/assessable-value";
import type { Prisma } from "@/lib/server/db/generated/client";
import { valueOfRow } from "@/lib/server/db/value-columns";
import { openValue, type PublicValue } from "@/lib/views/public-value";
import type { PublicResult, PublicResultRow } from "./public-result";
import { readInputs } from "./read-inputs";

// Exact values in the shape of public ones, for internal publications: the same views and words serve both.

/** What is selected beside `publicExplanationSelect`. */
export const exactResultSelect = {
  status: true,
  statusReason: true,
  afterEnd: true,
  ratio: true,
  inputs: true,
} as const satisfies Prisma.ResultSelect;

interface ExactResultRow extends PublicResultRow {
  status: Status | null;
  statusReason: string | null;
  afterEnd: AfterEnd | null;
  ratio: Prisma.Decimal | null;
  inputs: Prisma.JsonValue;
}

/** Never for who may not see the unit's exact values: ask `seeExactValues` first. */
export function exactExplanation(row: ExactResultRow): PublicResult & { explanation: StoredPublicInputs | null } {
  return {
    value: exactValue(row),
    status: row.status,
    statusReason: row.statusReason,
    afterEnd: row.afterEnd,
    ratio: row.ratio?.toFixed(6) ?? null,
    methodVersion: row.methodVersion,
    countriesIn: row.countriesIn,
    countriesOf: row.countriesOf,
    approvedAt: row.approvedAt,
    explanation: openExplanation(readInputs(row.inputs), row.countriesOf ?? 0),
  };
}

function exactValue(row: ExactResultRow): PublicValue {
  const value = row.kind === "missing" ? null : valueOfRow({ ...row, text: null });
  if (!value) return { state: "missing", reason: row.missingReason };
  return isAssessableValue(value) ? withLeast(openValue(value), row) : { state: "words" };
}

/** A sum that has an imported `<5` in it is stored as below a number; the least that it can be stands with what it rests on. */
function withLeast(value: PublicValue, { inputs }: ExactResultRow): PublicValue {
  if (value.state !== "small") return value;
  const aggregate = readInputs<StoredInputs>(inputs)?.region?.value?.aggregate;
  return aggregate?.kind === "sum" ? { ...value, from: Number(aggregate.total.low) } : value;
}

const nothingHidden = { value: false, previous: false, baseline: false, others: false };
/** Asked only where something is hidden. */
const disclosure = { statusOverRange: () => null, lastStatus: null };

/** The exact inputs as the public's would be, were nothing hidden. */
function openExplanation(inputs: StoredInputs | null, of: number): StoredPublicInputs | null {
  if (inputs?.unit) {
    const { reason } = inputs.unit;
    return {
      unit: { ...publicUnitAssessment(inputs.unit, { ...nothingHidden, ...disclosure }), reason },
      region: null,
    };
  }
  if (!inputs?.region) return null;
  const { value, standings, assessment } = inputs.region;
  const members = new Map(assessment.inputs.members.map(({ unit }) => [unit, nothingHidden]));
  const open = publicRegionalAssessment(assessment, value, { ...nothingHidden, ...disclosure, members });
  return {
    unit: null,
    region: {
      restsOn: value?.restsOn ?? [],
      carried: value?.carried ?? [],
      of,
      between: null,
      standings,
      assessment: { ...open, reason: assessment.reason },
    },
  };
}
