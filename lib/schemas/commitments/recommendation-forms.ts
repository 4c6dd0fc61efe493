import { z } from "zod";
import {
  longestRecommendation,
  longestTranslation,
  needsReason,
  recommendationAnswers,
} from "@/lib/domain/commitments/recommendation";
import { type PublicationLanguage, publicationLanguages } from "@/lib/domain/publication";
import { pageLocale, rowId } from "@/lib/schemas/forms/form-fields";
import { longestRemark } from "@/lib/schemas/forms/longest-texts";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { type EvidenceFields, judgeEvidence, youngEvidenceFields } from "./evidence-fields";
import { chosenPart, keepOrSend, readAnswerPart, sendBackForm, takeDownFields } from "./observation-forms";
import { translationField } from "./translation-field";
import { youngText } from "./young-words";

// What the forms about recommendations of young people send. A message is a key of the namespace `errors`.

/** A recommendation, as a person saw it. */
const seen = { locale: pageLocale, plan: addressFields.plan, id: rowId, rowVersion: rowId };

const said = {
  body: youngText(longestRecommendation).pipe(z.string().min(1, "wordsMissing")),
  language: z.enum(publicationLanguages, "languageMissing"),
  /** The code of the goal or output that it is about. */
  node: z.string("nodeMissing").trim().min(1, "nodeMissing").max(20, "nodeMissing"),
  /** Codes of the countries addressed; none: all of them. */
  units: z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .default([])
    .pipe(z.array(addressFields.unit).max(50)),
};
/** What is said, as it is stored. */
export type RecommendationSaid = Pick<z.output<typeof newRecommendationForm>, keyof typeof said>;

export const newRecommendationForm = z.object({
  locale: pageLocale,
  plan: addressFields.plan,
  meeting: rowId,
  ...said,
  next: keepOrSend,
});
export const recommendationForm = z.object({ ...seen, ...said, next: keepOrSend });
export const recommendationStepForm = z.object(seen);
export type RecommendationSeen = Pick<z.output<typeof recommendationStepForm>, "plan" | "id" | "rowVersion">;

const translation = youngText(longestTranslation).default("");
type TranslationField = ReturnType<typeof translationField<PublicationLanguage>>;
export const translationFields = publicationLanguages.map((language) => translationField(language));

/** What it says in other languages: a field for each, empty where it says nothing there. */
export const translationsForm = z.object({
  ...seen,
  ...(Object.fromEntries(translationFields.map((field) => [field, translation])) as Record<
    TranslationField,
    typeof translation
  >),
});
/** Its words in a language. */
export interface RecommendationWords {
  language: PublicationLanguage;
  body: string;
}

/** The same rules are broken as by an observation; what is said of it names nobody either. */
export const sendBackRecommendationForm = sendBackForm.extend({ note: youngText(longestRemark).default("") });

/** What a unit answers. What isn't accepted as it was said is explained. */
export const recommendationResponseForm = z
  .object({
    ...seen,
    unit: addressFields.unit,
    answer: z.enum(recommendationAnswers, "answerMissing"),
    body: youngText(longestRemark).default(""),
    ...youngEvidenceFields,
    next: keepOrSend,
  })
  .superRefine(({ answer, body, ...evidence }, context) => {
    judgeEvidence(evidence, context);
    if (needsReason(answer) && body === "")
      context.addIssue({ code: "custom", path: ["body"], message: "wordsMissing" });
  });
export type RecommendationResponse = Pick<z.output<typeof recommendationResponseForm>, "unit" | "answer" | "body"> &
  Partial<EvidenceFields>;

const translationPart = new RegExp(`^words-(${publicationLanguages.join("|")})$`);
/** What a recommendation says in one other language, as a form names it; null for what names none. */
function readTranslationPart(chosen: string): { of: "translation"; language: PublicationLanguage } | null {
  const [, language] = translationPart.exec(chosen) ?? [];
  return language ? { of: "translation", language: language as PublicationLanguage } : null;
}
/** What is taken down of a recommendation: all of it, what it says in one other language, or an answer alone. */
export const takeDownRecommendationForm = z.object({
  ...seen,
  part: chosenPart((chosen) => (chosen === "text" ? "text" : (readTranslationPart(chosen) ?? readAnswerPart(chosen)))),
  ...takeDownFields,
});
