import { z } from "zod";
import { type DecisionKind, decisionKinds, followUpStatuses, longestDecision } from "@/lib/domain/commitments/decision";
import { pageLocale, rowId, rowsTicked, text } from "@/lib/schemas/forms/form-fields";
import { safeText } from "@/lib/schemas/forms/safe-text";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { codesIn, followUpField } from "./meeting-fields";

// What the pages about decisions send. A message is a key of the namespace `errors`.

/** The meeting, as a person saw it: every change of its decisions raises its version. */
const seen = { locale: pageLocale, plan: addressFields.plan, id: rowId, rowVersion: rowId };
const words = {
  kind: z.enum(decisionKinds, "decisionKindMissing"),
  body: safeText(longestDecision).pipe(z.string().min(1, "meetingDecisionMissing")),
  dueOn: z
    .literal("")
    .or(z.string().trim().pipe(z.iso.date("meetingDayInvalid")))
    .default(""),
  /** Codes of the countries addressed; all where no organisation is addressed either. */
  units: z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .default([])
    .pipe(z.array(addressFields.unit).max(50)),
  /** The organisations addressed, by their rows. */
  organisations: rowsTicked,
  /** Of a regional priority, and of nothing else. */
  year: text(20).default(""),
  nodes: text(200).default(""),
  /** Rows of what the priority is about besides, although the framework doesn't have it any more. */
  formerNodes: rowsTicked,
  /** Of an extended plan, and of nothing else. */
  extendedTo: text(20).default(""),
};

/** What is decided, as it is stored. */
export interface DecisionWords {
  kind: DecisionKind;
  body: string;
  dueOn: string;
  units: string[];
  /** Rows of the directory. */
  organisations: number[];
  /** The year of a regional priority, codes of what it is about, and nodes that the framework doesn't have any more. */
  priority: { year: number; nodes: string[]; formerNodes?: number[] } | null;
  /** The day until which the plan is extended. */
  extendedTo: string | null;
}

type Typed = Pick<z.output<z.ZodObject<typeof words>>, keyof typeof words>;

function decided(
  { kind, body, dueOn, units, organisations, ...typed }: Typed,
  context: z.RefinementCtx,
): DecisionWords {
  const fault = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
  const said: DecisionWords = { kind, body, dueOn, units, organisations, priority: null, extendedTo: null };
  if (kind === "regionalPriority") {
    const nodes = codesIn(typed.nodes);
    if (!/^20\d\d$/.test(typed.year)) fault("year", "meetingYearInvalid");
    const { formerNodes } = typed;
    if (nodes.length + formerNodes.length === 0) fault("nodes", "meetingNodesMissing");
    return {
      ...said,
      priority: { year: Number(typed.year), nodes, ...(formerNodes.length > 0 && { formerNodes }) },
    };
  }
  if (kind === "planExtended") {
    const day = z.iso.date().safeParse(typed.extendedTo);
    if (!day.success) fault("extendedTo", "meetingDayInvalid");
    return { ...said, extendedTo: typed.extendedTo };
  }
  return said;
}

/** A form's other fields, with what is decided in the place of what was typed. */
const withDecided = <F extends Typed>(
  { kind, body, dueOn, units, organisations, year, nodes, formerNodes, extendedTo, ...form }: F,
  context: z.RefinementCtx,
) => ({
  ...form,
  ...decided({ kind, body, dueOn, units, organisations, year, nodes, formerNodes, extendedTo }, context),
});

export const newDecisionForm = z.object({ ...seen, ...words }).transform(withDecided);
export const decisionForm = z.object({ ...seen, ...words, number: rowId }).transform(withDecided);
export const deleteDecisionForm = z.object({ ...seen, number: rowId });

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
