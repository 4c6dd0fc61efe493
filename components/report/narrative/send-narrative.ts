import type { Owner } from "@/components/entry/state/unsent-cells";
import type { RefusalCode } from "@/lib/domain/refusal";
import type { NarrativeKind } from "@/lib/domain/reports/narrative";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import { madeFor } from "@/lib/schemas/forms/made-for";
import type { IsoMoment, LastChangeView } from "@/lib/views/report-view";

/** A text of the report narrative as somebody wrote it, and the version that they saw. */
interface WrittenText {
  pillar: string;
  kind: NarrativeKind;
  text: string;
  isPublic: boolean;
  rowVersion: number;
}

/** What stands on the server, and its digest for the form. */
export interface StoredText {
  text: string;
  isPublic: boolean;
  rowVersion: number;
  was: string;
}

/** What became of a text that was sent. */
type NarrativeAnswer =
  | { type: "stored"; rowVersion: number; was: string; savedAt: IsoMoment | null }
  | { type: "overtaken"; present: StoredText; changed: LastChangeView | null }
  /** Nobody knows; it is sent again. */
  | { type: "unreachable" }
  | { type: "refused"; key: string; args: Record<string, string | number> };

interface Refused {
  refusal: { code: RefusalCode; args: Record<string, string | number> };
  problems: FieldProblem[];
  present?: StoredText;
  changed?: LastChangeView | null;
}

/** Sends one text, in the fields of its form. */
export async function sendNarrative(owner: Owner, written: WrittenText): Promise<NarrativeAnswer> {
  const { pillar, kind, text, isPublic, rowVersion } = written;
  try {
    const response = await fetch(`/api/reports/${owner.plan}/${owner.unit}/${owner.period}/narratives`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...madeFor(owner.userId) },
      body: JSON.stringify({ pillar, kind, text, rowVersion: String(rowVersion), ...(isPublic && { isPublic: "on" }) }),
    });
    if (response.status >= 500 || [408, 425, 429].includes(response.status)) return { type: "unreachable" };
    const answer: unknown = await response.json();
    if (response.ok) return { type: "stored", ...(answer as { rowVersion: number; was: string; savedAt: IsoMoment }) };
    const { refusal, problems, present, changed = null } = answer as Refused;
    if (present) return { type: "overtaken", present, changed };
    const { key, args = {} } = problems[0] ?? { key: refusal.code, args: refusal.args };
    return { type: "refused", key, args };
  } catch {
    return { type: "unreachable" };
  }
}
