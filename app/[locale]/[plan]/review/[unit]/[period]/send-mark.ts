import type { RefusalCode } from "@/lib/domain/refusal";
import type { FieldProblem, Message } from "@/lib/schemas/form-state";
import type { MarkForm } from "@/lib/schemas/report-forms";
import type { ReportAddress } from "@/lib/schemas/report-view";

/** Why a mark wasn't stored; `again`: it may go through when it is sent once more. */
export interface Unsaved {
  /** Null: the server couldn't be reached. Else a key of the namespace `errors`. */
  problem: Message | null;
  again: boolean;
}

/** The report isn't as it was when the page was shown: no mark on it can be stored any more. */
const overtaken: readonly RefusalCode[] = ["changedMeanwhile", "locked", "notFound", "notAllowed"];

/** Stores one mark; null once it is stored. The request outlives the page. */
export async function sendMark({ plan, unit, period }: ReportAddress, mark: MarkForm): Promise<Unsaved | null> {
  const body = JSON.stringify({ ...mark, submission: String(mark.submission) });
  try {
    const response = await fetch(`/api/reports/${plan}/${unit}/${period}/marks`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      // Browsers let at most 64 KB outlive a page.
      keepalive: body.length < 20_000,
      body,
    });
    if (response.ok) return null;
    const { refusal, problems } = (await response.json()) as {
      refusal: { code: RefusalCode; args: Record<string, string | number> };
      problems: FieldProblem[];
    };
    const problem = problems[0] ?? { key: refusal.code, args: refusal.args };
    return { problem, again: !overtaken.includes(refusal.code) };
  } catch {
    return { problem: null, again: true };
  }
}
