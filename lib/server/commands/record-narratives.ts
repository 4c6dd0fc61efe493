import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import type { FieldProblem } from "@/lib/schemas/forms/form-state";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { type LookedAt, lookedAtNothing } from "@/lib/schemas/forms/looked-at";
import { unsafeWords } from "@/lib/schemas/forms/unsafe-words";
import { toLookAt } from "@/lib/schemas/forms/warned-words";
import { narrativeField } from "@/lib/schemas/reports/entry-fields";
import type { NarrativeForm } from "@/lib/schemas/reports/report-forms";
import { textDigest } from "@/lib/server/reports/text-digest";
import { changerOf, type ReportAddress } from "@/lib/views/report-view";
import { recordNarrative, TextChanged } from "./record-narrative";

/** Not a fault of what was typed: somebody else changed these texts meanwhile, and the others were stored. */
export class TextsChanged extends InvalidFields {}

/**
 * Stores the texts of a report narrative that were touched, each a save of its own.
 * @param texts as the form holds them, each with the digest of what it was shown with
 * @throws Refusal as `recordNarrative` does; InvalidFields for what must not become public and what is to be looked at, and then nothing is stored;
 * TextsChanged with the form's own field names
 */
export async function recordNarratives(
  actor: Actor,
  address: ReportAddress,
  texts: readonly (NarrativeForm & { was: string })[],
  now: Date,
  lookedAt: LookedAt = lookedAtNothing,
): Promise<void> {
  const touched = texts.filter(({ was, ...text }) => textDigest(text) !== was);
  const unsafe = touched.flatMap(({ pillar, kind, text }): FieldProblem[] => {
    const field = narrativeField("text", pillar, kind);
    const problem = unsafeWords(text);
    const told = problem ? { field, ...problem } : toLookAt(field, text, lookedAt);
    return told ? [told] : [];
  });
  if (unsafe.length > 0) throw new InvalidFields(unsafe);
  const overtaken: FieldProblem[] = [];
  for (const { was: _, ...text } of touched) {
    try {
      await recordNarrative(actor, address, text, now);
    } catch (error) {
      if (!(error instanceof TextChanged)) throw error;
      const field = narrativeField("text", text.pillar, text.kind);
      overtaken.push({ field, key: "textChanged", args: { by: changerOf(error.changed) } });
    }
  }
  if (overtaken.length > 0) throw new TextsChanged(overtaken);
}
