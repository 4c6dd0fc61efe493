import { z } from "zod";
import { keyActionStates, longestKeyAction } from "@/lib/domain/commitments/key-action";
import { rowId, text } from "@/lib/schemas/forms/form-fields";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";
import { safeText } from "@/lib/schemas/forms/safe-text";
import { evidenceForm } from "@/lib/schemas/reports/report-forms";
import { observationStepForm, words } from "./observation-forms";

// What the forms about key actions send: what a unit does about an observation, as the person saw it.

const day = z.string().trim().pipe(z.iso.date("dayInvalid"));

export const keyActionForm = observationStepForm.extend({
  action: words(longestKeyAction),
  /** Empty: the unit's task force. */
  organisation: z
    .literal("")
    .or(rowId)
    .default("")
    .transform((chosen) => chosen || null),
  actionDueOn: day,
});

/** One of the key actions. */
export const ofKeyActionForm = observationStepForm.extend({ keyAction: rowId });

/** How a key action stands. Evidence of what is done, and why something was stopped, are asked for. */
export const tellKeyActionForm = ofKeyActionForm
  .extend({
    state: z.enum(keyActionStates, "choiceMissing"),
    /** Empty: it stays. */
    dueOn: z
      .literal("")
      .or(day)
      .default("")
      .transform((typed) => typed || null),
    evidenceTitle: safeText(200).default(""),
    evidenceUrl: text(2_000).default(""),
    reason: safeText(longestRemark).default(""),
  })
  .superRefine(({ state, evidenceTitle, evidenceUrl, reason }, context) => {
    const say = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    const hasEvidence = evidenceTitle !== "" || evidenceUrl !== "";
    if (state === "done" && !hasEvidence) say("evidenceUrl", "evidenceMissing");
    else if (hasEvidence) {
      if (evidenceTitle === "") say("evidenceTitle", "titleMissing");
      const url = evidenceForm.shape.url.safeParse(evidenceUrl);
      if (!url.success) say("evidenceUrl", url.error.issues[0]?.message ?? "urlInvalid");
    }
    if (state === "stopped" && reason === "") say("reason", "wordsMissing");
  })
  .transform(({ locale, plan, id, rowVersion, keyAction, ...told }) => ({
    ...{ locale, seen: { plan, id, rowVersion }, keyAction },
    // Why it was stopped says nothing of what goes on.
    told: { ...told, reason: told.state === "stopped" ? told.reason : "" },
  }));
export type KeyActionTold = z.output<typeof tellKeyActionForm>["told"];
