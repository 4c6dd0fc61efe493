import "server-only";
import type { AfterEnd } from "@/lib/domain/progress/after-end";
import type { Status } from "@/lib/domain/progress/status";
import type { StoredPublicInputs } from "@/lib/domain/results/result-rows";
import type { DisclosureState } from "@/lib/domain/suppression/tables/linked-values";
import { isAssessableValue } from "@/lib/domain/values/assessable-value";
import type { Decimal } from "@/lib/domain/values/value";
import type { Prisma } from "@/lib/server/db/generated/client";
import { type ValueRow, valueOfRow, valueSelect } from "@/lib/server/db/value-columns";
import { openValue, type PublicValue } from "@/lib/views/public-value";
import { readInputs } from "./read-inputs";

// The only door through which values reach the public: pages, charts, files and the public API select these columns and
// nothing else of `result`, and read values through `publicValue`. The exact status, ratio, planned value and inputs
// aren't among them.

const { text: _, ...selectWithoutText } = valueSelect;

/** What a public list or grid selects: no explanations. */
export const publicResultSelect = {
  ...selectWithoutText,
  disclosureState: true,
  publicStatus: true,
  publicStatusReason: true,
  publicRatio: true,
  methodVersion: true,
  publicAfterEnd: true,
  countriesIn: true,
  countriesOf: true,
  approvedAt: true,
  disclosureBound: true,
} as const satisfies Prisma.ResultSelect;

/** What a public page that explains a status selects. */
export const publicExplanationSelect = { ...publicResultSelect, publicInputs: true } as const;

type ResultValueRow = Omit<ValueRow, "text" | "kind"> & { kind: NonNullable<ValueRow["kind"]> };

/** A row as `publicResultSelect` reads it. */
export interface PublicResultRow extends ResultValueRow {
  disclosureState: DisclosureState;
  publicStatus: Status | null;
  publicStatusReason: string | null;
  publicAfterEnd: AfterEnd | null;
  publicRatio: Prisma.Decimal | null;
  methodVersion: string | null;
  countriesIn: number | null;
  countriesOf: number | null;
  approvedAt: Date;
  disclosureBound: number | null;
}

export interface PublicResult {
  value: PublicValue;
  status: Status | null;
  /** Code of the reason when not assessed; `hidden`: the status would tell of a hidden value. */
  statusReason: string | null;
  /** What became of the end-of-plan target since its day; null of any period until then. */
  afterEnd: AfterEnd | null;
  /** R as text with 6 places; null unless everything that it rests on is public. */
  ratio: Decimal | null;
  methodVersion: string | null;
  countriesIn: number | null;
  countriesOf: number | null;
  approvedAt: Date;
}

export function publicResult(row: PublicResultRow): PublicResult {
  return {
    value: publicValue(row),
    status: row.publicStatus,
    statusReason: row.publicStatusReason,
    afterEnd: row.publicAfterEnd,
    ratio: row.publicRatio?.toFixed(6) ?? null,
    methodVersion: row.methodVersion,
    countriesIn: row.countriesIn,
    countriesOf: row.countriesOf,
    approvedAt: row.approvedAt,
  };
}

/** A result with the public explanation of its status; null for parts, which have none. */
export function publicExplanation(
  row: PublicResultRow & { publicInputs: Prisma.JsonValue },
): PublicResult & { explanation: StoredPublicInputs | null } {
  return { ...publicResult(row), explanation: readInputs<StoredPublicInputs>(row.publicInputs) };
}

/** A value under its disclosure state. What is hidden ends here. */
export function publicValue(
  row: ResultValueRow & { disclosureState: DisclosureState; disclosureBound: number | null },
): PublicValue {
  const { disclosureState: state, disclosureBound: below, missingReason } = row;
  const value = row.kind === "missing" ? null : valueOfRow({ ...row, text: null });
  if (state === "missing" || !value) return { state: "missing", reason: missingReason };
  if (state === "shown") return isAssessableValue(value) ? openValue(value) : { state: "words" };
  return state === "small" && below !== null ? { state, below } : { state: "suppressed" };
}

/** A disclosure state as it is read: `<5` beside a percentage would be read as per cent. */
export const shownState = (state: DisclosureState, kind: ResultValueRow["kind"]): DisclosureState =>
  state === "small" && kind === "ratio" ? "suppressed" : state;
