import { z } from "zod";
import { decisionKinds, followUpStatuses, longestDecision } from "@/lib/domain/commitments/decision";
import { pageLocale, rowId } from "@/lib/schemas/forms/form-fields";
import { safeText } from "@/lib/schemas/forms/safe-text";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { followUpField } from "./meeting-fields";

// What the pages about decisions send. A message is a key of the namespace `errors`.

/** The meeting, as a person saw it: every change of its decisions raises its version. */
const seen = { locale: pageLocale, plan: addressFields.plan, id: rowId, rowVersion: rowId };
const words = {
  kind: z.enum(decisionKinds, "choiceMissing"),
  body: safeText(longestDecision).pipe(z.string().min(1, "meetingDecisionMissing")),
  dueOn: z
    .literal("")
    .or(z.string().trim().pipe(z.iso.date("meetingDayInvalid")))
    .default(""),
  /** Codes of the countries addressed; none: all. */
  units: z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .default([])
    .pipe(z.array(addressFields.unit).max(50)),
};

export const newDecisionForm = z.object({ ...seen, ...words });
export const decisionForm = z.object({ ...seen, ...words, number: rowId });
export const deleteDecisionForm = z.object({ ...seen, number: rowId });
export type DecisionWords = Pick<z.output<typeof newDecisionForm>, keyof typeof words>;

const field = /^(status|words)_([1-9]\d{0,8})$/;

/** What is told of one decision: nothing where no status is chosen. */
export interface FollowUpEntry {
  textId: number;
  status: (typeof followUpStatuses)[number];
  body: string;
}

/** What became of decisions: a status and words for each, in fields that name its row. */
export const followUpForm = z
  .object(seen)
  .catchall(z.string().max(longestDecision, "textTooLong"))
  .transform(({ locale, plan, id, rowVersion, ...form }, context) => {
    const told = new Map<number, Record<"status" | "words", string>>();
    for (const [name, value] of Object.entries(form)) {
      const [, part, textId] = field.exec(name) ?? [];
      if (textId === undefined) continue;
      const before = told.get(Number(textId)) ?? { status: "", words: "" };
      told.set(Number(textId), { ...before, [part as "status"]: String(value) });
    }
    const entries = [...told].flatMap(([textId, { status, words }]): FollowUpEntry[] => {
      const fault = (part: "status" | "words", message: string, params = {}) =>
        context.addIssue({ code: "custom", path: [followUpField(part, textId)], message, params });
      const safe = safeText(longestDecision).safeParse(words);
      if (!safe.success) {
        const [issue] = safe.error.issues;
        fault("words", issue?.message ?? "fieldInvalid", issue && "params" in issue ? issue.params : {});
        return [];
      }
      const chosen = followUpStatuses.find((each) => each === status);
      if (chosen === undefined) {
        if (status !== "" || safe.data !== "") fault("status", "choiceMissing");
        return [];
      }
      return [{ textId, status: chosen, body: safe.data }];
    });
    return { locale, seen: { plan, id, rowVersion }, entries };
  });
