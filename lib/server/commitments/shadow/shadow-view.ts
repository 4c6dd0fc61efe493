import "server-only";
import { categoryNames } from "@/lib/charts/cell-name";
import type { Party } from "@/lib/domain/commitments/parties";
import { hiddenOfShadow } from "@/lib/domain/commitments/shadow-value";
import { type CellKey, cellsOfTable, parseCellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import { type AssessableValue, isAssessableValue } from "@/lib/domain/values/assessable-value";
import { checkParts } from "@/lib/domain/values/parts";
import type { EntryRules } from "@/lib/domain/values/value-limits";
import type { Prisma } from "@/lib/server/db/generated/client";
import { valueOfRow, valueSelect } from "@/lib/server/db/value-columns";
import type { PlanFramework } from "@/lib/server/framework/plan-framework";
import type { ShadowPartsView, ShadowView } from "@/lib/views/commitments/shadow-view";
import type { PartRow } from "./part-rows";

/** What is read of the value that an observation carries; its parts are read apart. */
export const shadowSelect = {
  ...valueSelect,
  method: true,
  indicatorVersionId: true,
} as const satisfies Prisma.ShadowValueSelect;

type ShadowRow = Prisma.ShadowValueGetPayload<{ select: typeof shadowSelect }>;

/** How and for whom it is read. */
interface Reading {
  party: Party | null;
  framework: PlanFramework;
  threshold: number;
  /** Whether too few persons lie between it and what its organisation says elsewhere. */
  isWithheld: boolean;
}

/**
 * The value as somebody may read it; null where there is none, or that was redacted, or its definition is in the framework no longer.
 * What tells of too few persons since the threshold was raised is left to its author and the secretariat.
 */
export function shadowView(
  row: ShadowRow | null,
  rows: readonly PartRow[],
  { party, framework, threshold, isWithheld }: Reading,
): ShadowView | null {
  const definitions = framework.indicators.flatMap(({ versions }) => versions);
  const defined = definitions.find(({ id }) => id === row?.indicatorVersionId)?.view;
  if (!row || !defined) return null;
  const total = valueIn(row);
  const parts = new Map(
    rows.flatMap(({ cell, value: part }) => {
      const value = valueIn(part);
      return value ? [[cell, value] as const] : [];
    }),
  );
  if (!total && parts.size === 0) return null;
  const { rules, unit, steps } = defined;
  const isTold = party === "author" || party === "secretariat";
  const ofItself = isWithheld ? "all" : hiddenOfShadow(total, parts, rules.countsPersons, threshold);
  const small = isTold ? "nothing" : ofItself;
  // Nothing is left where the hidden parts were all.
  const hidden = small === "parts" && !total ? "all" : small;
  return {
    value: hidden === "all" ? null : (total ?? null),
    hidden,
    unit,
    method: row.method,
    scale: { type: rules.type, decimals: rules.decimals, steps },
    parts: hidden === "nothing" && parts.size > 0 ? partsView(total, parts, rules, framework) : null,
  };
}

function valueIn(row: Parameters<typeof valueOfRow>[0]): AssessableValue | undefined {
  const value = valueOfRow(row);
  return value && isAssessableValue(value) ? value : undefined;
}

function partsView(
  total: AssessableValue | undefined,
  parts: ReadonlyMap<CellKey, AssessableValue>,
  rules: EntryRules,
  { dimensions }: PlanFramework,
): ShadowPartsView {
  const [first] = parts.keys();
  const known = dimensions.filter(({ code }) => parseCellKey(first!)?.has(code));
  const split = known.map(({ code }) => code).join("*");
  const all = new Map([...parts, ...(total ? [[totalCell, total] as const] : [])]);
  return {
    dimensions: known.map(({ name }) => name),
    cells: cellsOfTable(split, known).interior.flatMap((cell) => {
      const value = parts.get(cell);
      return value ? [{ cell, name: categoryNames(cell, known).join(", "), value }] : [];
    }),
    differ: checkParts(rules, [split], known, all).flatMap((finding) => {
      // None of these values is a reason.
      if (finding.code === "partsBesideReason" || finding.level === "note") return [];
      const { measure, total, sum, difference } = finding;
      return [{ measure, total, sum, difference }];
    }),
  };
}
