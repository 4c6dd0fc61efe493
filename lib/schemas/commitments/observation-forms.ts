import { z } from "zod";
import { authorEnds } from "@/lib/domain/commitments/addressed-life";
import {
  attributions,
  longestObservation,
  observationBases,
  observationKinds,
  type ReplyKind,
  replyKinds,
  safetyRules,
  visibilities,
} from "@/lib/domain/commitments/observation";
import { longestMethod } from "@/lib/domain/commitments/shadow-value";
import { validities } from "@/lib/domain/commitments/validity";
import { publicationLanguages } from "@/lib/domain/publication";
import { pageLocale, rowId, text } from "@/lib/schemas/forms/form-fields";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";
import { safeText } from "@/lib/schemas/forms/safe-text";
import { addressFields, code, evidenceForm } from "@/lib/schemas/reports/report-forms";
import { indicatorCode } from "@/lib/schemas/values/cell-save";
import { type EvidenceFields, evidenceFields, judgeEvidence } from "./evidence-fields";
import { methodField, shadowField, shadowParts } from "./shadow-fields";
import { sourceField, sourcePlaces } from "./source-fields";
import { shadowOf, type TypedShadow } from "./typed-shadow";

// What the forms about observations send. A message is a key of the namespace `errors`.

type SourceField = `title_${number}` | `url_${number}`;
const sourceFields = Object.fromEntries(
  sourcePlaces.flatMap((place) => [
    [sourceField("title", place), safeText(200).default("")],
    [sourceField("url", place), text(2_000).default("")],
  ]),
) as Record<SourceField, z.ZodDefault<ReturnType<typeof text>>>;

// A line of each; what of them is a value, the indicator's definition says.
const typed = text(200).default("");
const shadowFields = Object.fromEntries(shadowParts.map((part) => [shadowField(part), typed])) as Record<
  ReturnType<typeof shadowField>,
  typeof typed
>;

/** Nothing, or a code of that kind. */
const orNone = <S extends z.core.$ZodType<string, string>>(of: S) =>
  z
    .literal("")
    .or(of)
    .default("")
    .transform((typed) => typed || null);

/** Words that somebody has to write. */
export const words = (limit: number) => safeText(limit).pipe(z.string().min(1, "wordsMissing"));

/** An observation, as a person saw it. */
const seen = { locale: pageLocale, plan: addressFields.plan, id: rowId, rowVersion: rowId };

const said = {
  kind: z.enum(observationKinds, "observationKindMissing"),
  basis: z.enum(observationBases, "basisMissing"),
  body: words(longestObservation),
  language: z.enum(publicationLanguages, "languageMissing"),
  visibility: z.enum(visibilities, "visibilityMissing"),
  attribution: z.enum(attributions, "attributionMissing"),
  ...sourceFields,
  ...shadowFields,
  [methodField]: safeText(longestMethod).default(""),
};

/** In its country and period it is about one of these, or about the country as a whole. */
const subjects = {
  indicator: orNone(indicatorCode),
  node: orNone(code),
  decision: orNone(code),
  narrative: orNone(code),
};
const subjectFields = Object.keys(subjects) as (keyof typeof subjects)[];

/** What it is about, by its code. */
export type SubjectCode = { of: "unit" } | { of: keyof typeof subjects; code: string };
type ChosenSubjects = Record<keyof typeof subjects, string | null>;

function subjectOf(form: ChosenSubjects, context: z.RefinementCtx): SubjectCode {
  const [first, another] = subjectFields.filter((of) => form[of] !== null);
  if (another) context.addIssue({ code: "custom", path: [another], message: "subjectNotOne" });
  return first ? { of: first, code: form[first]! } : { of: "unit" };
}

/** Whether it is only kept, or goes on to whoever is next: by the button that sent it. */
export const keepOrSend = z.enum(["keep", "send"]).catch("keep");

type Said = z.output<z.ZodObject<typeof said>> & Record<SourceField, string>;

/** What somebody says, as it is stored. */
export interface ObservationWords
  extends Pick<Said, "kind" | "basis" | "body" | "language" | "attribution" | "visibility"> {
  sources: { title: string; url: string }[];
  /** Null where it carries no value of its own. */
  shadow: TypedShadow | null;
}

/** The sources of a form, in their order; a row with one field of two is at fault. */
function wordsOf(form: Said, context: z.RefinementCtx): ObservationWords {
  const { kind, basis, body, language, attribution, visibility } = form;
  const sources = sourcePlaces.flatMap((place) => {
    const [titleField, urlField] = [sourceField("title", place), sourceField("url", place)];
    const source = { title: form[titleField]!, url: form[urlField]! };
    if (source.title === "" && source.url === "") return [];
    if (source.title === "") context.addIssue({ code: "custom", path: [titleField], message: "titleMissing" });
    const url = evidenceForm.shape.url.safeParse(source.url);
    if (!url.success)
      context.addIssue({ code: "custom", path: [urlField], message: url.error.issues[0]?.message ?? "urlInvalid" });
    return [source];
  });
  return { kind, basis, body, language, attribution, visibility, sources, shadow: shadowOf(form, context) };
}

/** What may say of whom it speaks, by the field in which it was typed. */
const saidIn = (form: Said): (readonly [field: string, words: string])[] =>
  (["body", methodField, ...sourcePlaces.map((place) => sourceField("title", place))] as const).map(
    (field) => [field, form[field] ?? ""] as const,
  );

/** A new observation: what it is about, and its words. */
export const newObservationForm = z
  .object({ locale: pageLocale, ...addressFields, ...subjects, ...said, next: keepOrSend })
  .catchall(z.string())
  .transform(({ locale, plan, unit, period, indicator, node, decision, narrative, next, ...form }, context) => ({
    locale,
    next,
    words: wordsOf(form, context),
    subject: { plan, unit, period, about: subjectOf({ indicator, node, decision, narrative }, context) },
    said: saidIn(form),
  }));
export type ObservationSubject = z.output<typeof newObservationForm>["subject"];

/** The same of one that is a draft: what it is about stays. */
export const observationForm = z
  .object({ ...seen, ...said, next: keepOrSend })
  .catchall(z.string())
  .transform(({ locale, plan, id, rowVersion, next, ...form }, context) => ({
    locale,
    next,
    seen: { plan, id, rowVersion },
    words: wordsOf(form, context),
    said: saidIn(form),
  }));

/** Something is done with an observation as the person saw it. */
export const observationStepForm = z.object(seen);
export type ObservationSeen = Pick<z.output<typeof observationStepForm>, "plan" | "id" | "rowVersion">;

export const sendBackForm = observationStepForm.extend({
  rule: z.enum(safetyRules, "ruleMissing"),
  note: safeText(longestRemark).default(""),
});

/** Of what is taken down for safety: the rule that its words break, and that nothing brings them back, ticked. */
export const takeDownFields = {
  rule: z.enum(safetyRules, "ruleMissing"),
  isCertain: z.literal("on", "notCertain"),
};

export type AnswerPart = { of: "reply"; round: number; unit: string } | { of: "keyAction"; id: number };
const answerPart = /^(?:reply-([1-9])-([A-Z]{3,12})|keyAction-([1-9]\d{0,8}))$/;
/** An answer, or one of its key actions, as a form names it; null for what names none. */
export function readAnswerPart(chosen: string): AnswerPart | null {
  const [, round, unit, id] = answerPart.exec(chosen) ?? [];
  if (round && unit) return { of: "reply", round: Number(round), unit };
  return id ? { of: "keyAction", id: Number(id) } : null;
}

/** What a form chooses to take down, as it is read; what names nothing is at fault. */
export const chosenPart = <P>(read: (chosen: string) => P | null) =>
  z.string("partMissing").transform((chosen, context): P => {
    const part = read(chosen);
    if (part !== null) return part;
    context.addIssue({ code: "custom", message: "partMissing" });
    return z.NEVER;
  });

/** What is taken down of a text: all of it, or an answer alone. */
export const takeDownTextForm = observationStepForm.extend({
  part: chosenPart((chosen) => (chosen === "text" ? "text" : readAnswerPart(chosen))),
  ...takeDownFields,
});
export const observationReplyForm = observationStepForm
  .extend({
    kind: z.enum(replyKinds, "answerMissing"),
    body: words(longestObservation),
    ...evidenceFields,
    next: keepOrSend,
  })
  .superRefine((reply, context) => void judgeEvidence(reply, context));
/** What a unit replies, as it is stored. */
export interface ReplyWords extends Partial<EvidenceFields> {
  kind: ReplyKind;
  body: string;
}
/** The words of a second round. */
export const secondRoundForm = observationStepForm.extend({ body: words(longestObservation) });
export const endObservationForm = observationStepForm.extend({ end: z.enum(authorEnds, "endMissing") });
/** Whether it still holds after the value that the author was asked about. */
export const validityForm = observationStepForm.extend({
  version: rowId,
  validity: z.enum(validities, "validityMissing"),
});
export const attributionForm = observationStepForm.extend({ attribution: z.enum(attributions, "attributionMissing") });
