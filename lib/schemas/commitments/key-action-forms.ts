import { z } from "zod";
import { keyActionStates, longestKeyAction } from "@/lib/domain/commitments/key-action";
import { rowId, text } from "@/lib/schemas/forms/form-fields";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";
import { safeText } from "@/lib/schemas/forms/safe-text";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { evidenceFields, judgeEvidence, youngEvidenceFields } from "./evidence-fields";
import { keyActionVersions } from "./key-action-fields";
import { observationStepForm, words } from "./observation-forms";
import { answeredPoint, pointSeen } from "./platform-forms";
import { youngText } from "./young-words";

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

const toldFields = ofKeyActionForm.extend({
  state: z.enum(keyActionStates, "keyActionStateMissing"),
  /** Empty: it stays. */
  dueOn: z
    .literal("")
    .or(day)
    .default("")
    .transform((typed) => typed || null),
  ...evidenceFields,
  reason: safeText(longestRemark).default(""),
});
type Told = Pick<z.output<typeof toldFields>, "state" | "dueOn" | "evidenceTitle" | "evidenceUrl" | "reason">;

/** Evidence of what is done, and why something was stopped, are asked for. */
function judge({ state, reason, ...evidence }: Told, context: z.RefinementCtx): void {
  const say = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  if (!judgeEvidence(evidence, context) && state === "done") say("evidenceUrl", "evidenceMissing");
  if (state === "stopped" && reason === "") say("reason", "wordsMissing");
}

/** Why it was stopped says nothing of what goes on. */
const toldOf = (told: Told): Told => ({ ...told, reason: told.state === "stopped" ? told.reason : "" });

/** How a key action stands. */
export const tellKeyActionForm = toldFields
  .superRefine(judge)
  .transform(({ locale, plan, id, rowVersion, keyAction, ...told }) => ({
    locale,
    seen: { plan, id, rowVersion },
    keyAction,
    told: toldOf(told),
  }));
export type KeyActionTold = Told;

/** The words of how a key action stands, by their fields. */
export const saidOfKeyAction = ({ reason, evidenceTitle }: Told) =>
  [
    ["reason", reason],
    ["evidenceTitle", evidenceTitle],
  ] as const;

// The same of what a unit does about a point of a platform's report; `unit` is the report's, `of` the one that answers.

export const pointActionForm = keyActionForm.extend(answeredPoint);
export const ofPointActionForm = ofKeyActionForm.extend(answeredPoint);
export const tellPointActionForm = toldFields
  .extend(answeredPoint)
  .superRefine(judge)
  .transform(({ locale, plan, unit, year, id, of, rowVersion, keyAction, ...told }) => ({
    locale,
    ...pointSeen({ plan, unit, year, id, of, rowVersion }),
    keyAction,
    told: toldOf(told),
  }));

// The same of what a unit does about a recommendation of young people: nobody is named there.

const answering = { unit: addressFields.unit };
export const answerActionForm = keyActionForm.extend({
  ...answering,
  action: youngText(longestKeyAction).pipe(z.string().min(1, "wordsMissing")),
});
export const ofAnswerActionForm = ofKeyActionForm.extend(answering);
export const tellAnswerActionForm = toldFields
  .extend({
    ...answering,
    ...youngEvidenceFields,
    reason: youngText(longestRemark).default(""),
  })
  .superRefine(judge)
  .transform(({ locale, plan, id, rowVersion, unit, keyAction, ...told }) => ({
    locale,
    seen: { plan, id, rowVersion, unit },
    keyAction,
    told: toldOf(told),
  }));

// The same of what a unit does about a decision of a meeting; of the region, what an organisation does.

/**
 * Of texts on which many act: each key action as it was seen, whatever others told meanwhile of theirs.
 * @throws of a key action that the form didn't offer
 */
function versionOf(keyAction: number, versions: string, context: z.RefinementCtx): number {
  const version = new Map(keyActionVersions(versions)).get(keyAction);
  if (version === undefined) context.addIssue({ code: "custom", path: ["keyAction"], message: "choiceMissing" });
  return version ?? 0;
}
const toldApart = toldFields.omit({ rowVersion: true }).extend({ versions: text(2_000) });

export const decisionActionForm = keyActionForm.extend(answering);
export const tellDecisionActionForm = toldApart
  .extend(answering)
  .superRefine(judge)
  .transform(({ locale, plan, id, versions, unit, keyAction, ...told }, context) => ({
    locale,
    keyAction,
    told: toldOf(told),
    seen: { plan, id, rowVersion: versionOf(keyAction, versions, context), unit, kind: "decision" as const },
  }));
