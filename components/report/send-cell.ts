import type { Value } from "@/lib/domain/value";
import type { ValueWarning } from "@/lib/domain/value-warning";
import type { CellSave } from "@/lib/schemas/cell-save";
import type { Message } from "@/lib/schemas/form-state";
import type { ReportAddress } from "@/lib/schemas/report-view";

/** What became of a save. Only `stored` is an acknowledgement. */
export type Sent =
  | { outcome: "stored"; revision: number; savedAt: string | null; warnings: ValueWarning[]; isAnswered: boolean }
  /** Somebody else's figure stands there now; null: they cleared it. */
  | { outcome: "changed"; present: { value: Value; revision: number } | null }
  | { outcome: "refused"; problem: Message }
  /** The server couldn't be reached, or broke down: to be sent again. */
  | { outcome: "unreachable" };

export async function sendCell({ plan, unit, period }: ReportAddress, save: CellSave): Promise<Sent> {
  let response: Response;
  try {
    response = await fetch(`/api/reports/${plan}/${unit}/${period}/values`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(save),
    });
  } catch {
    return { outcome: "unreachable" };
  }
  const body = await response.json().catch(() => null);
  if (body === null || response.status >= 500) return { outcome: "unreachable" };
  if (response.ok) return { outcome: "stored", ...body };
  if (response.status === 409 && "present" in body) return { outcome: "changed", present: body.present };
  const problem = body.problems?.[0] ?? { key: body.refusal?.code ?? "fieldInvalid", args: body.refusal?.args };
  return { outcome: "refused", problem };
}
