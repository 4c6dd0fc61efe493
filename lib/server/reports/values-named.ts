import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { valueView } from "@/lib/server/results/stored/value-view";
import type { ValueView } from "@/lib/views/consequences-view";
import type { IsoMoment } from "@/lib/views/report-view";

export type NamedValue = ValueView & { since: IsoMoment };

/**
 * The values that approvals of a plan's reports, editions of its framework, corrections of rules, thresholds or take-downs named in the audit,
 * with the moment of the one that named them first: whatever comes later only says it again. The latest first.
 */
export async function valuesNamed(
  client: Transaction,
  planId: number,
  kind: "unprotected" | "hiddenAsWhole",
): Promise<NamedValue[]> {
  const events = await client.$queryRaw<{ at: Date; named: string[] }[]>`
    SELECT e.at, p.after -> ${kind} AS named
    FROM audit_event e JOIN audit_payload p ON p.stream = e.stream AND p.sequence = e.sequence
    WHERE e.plan_id = ${planId}
      AND e.action IN ('approved', 'editionAdopted', 'resultsCorrected', 'thresholdSet', 'takenDown', 'restored')
      AND p.after -> ${kind} IS NOT NULL
    ORDER BY e.at`;
  const since = new Map<string, Date>();
  for (const { at, named } of events) for (const name of named) if (!since.has(name)) since.set(name, at);
  return [...since].map(([name, at]) => ({ ...valueView(name), since: at.toISOString() })).reverse();
}
