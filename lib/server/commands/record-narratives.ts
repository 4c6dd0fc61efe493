import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { narrativeField } from "@/lib/schemas/reports/entry-forms";
import type { NarrativeForm } from "@/lib/schemas/reports/report-forms";
import { textDigest } from "@/lib/server/reports/text-digest";
import type { ReportAddress } from "@/lib/views/report-view";
import { recordNarrative, TextChanged } from "./record-narrative";

/** Not a fault of what was typed: somebody else changed these texts meanwhile, and the others were stored. */
export class TextsChanged extends InvalidFields {}

/**
 * Stores the texts of a report narrative that were touched, each a save of its own.
 * @param texts as the form holds them, each with the digest of what it was shown with
 * @throws Refusal as `recordNarrative` does; TextsChanged with the form's own field names
 */
export async function recordNarratives(
  actor: Actor,
  address: ReportAddress,
  texts: readonly (NarrativeForm & { was: string })[],
  now: Date,
): Promise<void> {
  const overtaken: FieldProblem[] = [];
  for (const { was, ...text } of texts) {
    if (textDigest(text) === was) continue;
    try {
      await recordNarrative(actor, address, text, now);
    } catch (error) {
      if (!(error instanceof TextChanged)) throw error;
      const field = narrativeField("text", text.pillar, text.kind);
      overtaken.push({ field, key: "textChanged", args: { by: error.changed?.by ?? "none" } });
    }
  }
  if (overtaken.length > 0) throw new TextsChanged(overtaken);
}
