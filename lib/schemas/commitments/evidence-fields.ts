import type { z } from "zod";
import { text } from "@/lib/schemas/forms/form-fields";
import { safeText } from "@/lib/schemas/forms/safe-text";
import { evidenceForm } from "@/lib/schemas/reports/report-forms";
import { youngText } from "./young-words";

// Where it can be read what a unit replies, or that something was done: a title and a link, or neither.

const longestTitle = 200;
const link = text(2_000).default("");

export const evidenceFields = { evidenceTitle: safeText(longestTitle).default(""), evidenceUrl: link };
/** The same where nobody is named: it is about what young people said. */
export const youngEvidenceFields = { evidenceTitle: youngText(longestTitle).default(""), evidenceUrl: link };

/** As it is stored: both are empty where there is none. */
export interface EvidenceFields {
  evidenceTitle: string;
  evidenceUrl: string;
}

/** Whether there is any; one field of the two, or a link that leads nowhere, is at fault. */
export function judgeEvidence({ evidenceTitle, evidenceUrl }: EvidenceFields, context: z.RefinementCtx): boolean {
  if (evidenceTitle === "" && evidenceUrl === "") return false;
  const say = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  if (evidenceTitle === "") say("evidenceTitle", "titleMissing");
  const url = evidenceForm.shape.url.safeParse(evidenceUrl);
  if (!url.success) say("evidenceUrl", url.error.issues[0]?.message ?? "urlInvalid");
  return true;
}
