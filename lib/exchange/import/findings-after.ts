import type { CellKey } from "@/lib/domain/framework/disaggregation";
import { checkParts } from "@/lib/domain/values/parts";
import type { Value } from "@/lib/domain/values/value";
import type { ImportPreview } from "./import-preview";
import type { ImportIndicator, ImportTarget } from "./import-target";

interface FindingTarget extends Pick<ImportTarget, "dimensions"> {
  indicators: readonly (Pick<ImportIndicator, "code" | "rules" | "tables"> & {
    cells: ReadonlyMap<CellKey, { value: Value | undefined }>;
  })[];
}

/** What parts and totals of the given indicators would say once the cells are written. */
export function findingsAfter(
  target: FindingTarget,
  writes: readonly { indicator: string; cell: CellKey; value: Value }[],
  indicators: readonly string[],
): ImportPreview["findings"] {
  const asked = new Set(indicators);
  const writesOf = new Map<string, [CellKey, Value][]>();
  for (const { indicator, cell, value } of writes) {
    const own = writesOf.get(indicator) ?? [];
    writesOf.set(indicator, own);
    own.push([cell, value]);
  }
  return target.indicators
    .filter(({ code }) => asked.has(code))
    .map(({ code, rules, tables, cells }) => {
      const present = [...cells].flatMap(([cell, { value }]): [CellKey, Value][] => (value ? [[cell, value]] : []));
      const values = new Map([...present, ...(writesOf.get(code) ?? [])]);
      return { indicator: code, findings: checkParts(rules, tables, target.dimensions, values) };
    })
    .filter(({ findings }) => findings.length > 0);
}
