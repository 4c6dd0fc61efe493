"use server";

import { redirect } from "next/navigation";
import { publicationLanguages } from "@/lib/domain/publication";
import { planPath, recommendationPath, recommendationsPath } from "@/lib/i18n/paths";
import {
  newRecommendationForm,
  type RecommendationSeen,
  recommendationForm,
  recommendationResponseForm,
  recommendationStepForm,
  sendBackRecommendationForm,
  takeDownRecommendationForm,
  translationFields,
  translationsForm,
} from "@/lib/schemas/commitments/recommendation-forms";
import { translationField } from "@/lib/schemas/commitments/translation-field";
import { formAction } from "@/lib/server/action";
import { takeDownAnswer } from "@/lib/server/commands/commitments/take-down-answer";
import { addRecommendation } from "@/lib/server/commands/youth/add-recommendation";
import { deleteRecommendation } from "@/lib/server/commands/youth/delete-recommendation";
import { passRecommendation } from "@/lib/server/commands/youth/pass-recommendation";
import { recallRecommendation } from "@/lib/server/commands/youth/recall-recommendation";
import { respondToRecommendation } from "@/lib/server/commands/youth/respond-to-recommendation";
import { sendBackRecommendation } from "@/lib/server/commands/youth/send-back-recommendation";
import { submitRecommendation } from "@/lib/server/commands/youth/submit-recommendation";
import { takeDownRecommendation } from "@/lib/server/commands/youth/take-down-recommendation";
import { takeDownTranslation } from "@/lib/server/commands/youth/take-down-translation";
import { translateRecommendation } from "@/lib/server/commands/youth/translate-recommendation";
import { writeRecommendation } from "@/lib/server/commands/youth/write-recommendation";

const done = (locale: string, { plan, id }: Pick<RecommendationSeen, "plan" | "id">, what: string) =>
  redirect(`${recommendationPath(planPath(locale, plan), id)}?done=${what}`);

export const addRecommendationAction = formAction(
  newRecommendationForm,
  async ({ actor }, { locale, plan, meeting, next, ...said }) => {
    const now = new Date();
    const { id } = await addRecommendation(actor, { plan, meeting }, said, now);
    // Its draft is kept whatever becomes of this.
    if (next === "send") await submitRecommendation(actor, { plan, id, rowVersion: 1 }, now);
    return done(locale, { plan, id }, next === "send" ? "submitted" : "saved");
  },
  {},
  ["body"],
);

export const writeRecommendationAction = formAction(
  recommendationForm,
  async ({ actor }, { locale, plan, id, rowVersion, next, ...said }) => {
    const seen = { plan, id, rowVersion };
    await writeRecommendation(actor, seen, said);
    if (next === "send") await submitRecommendation(actor, { ...seen, rowVersion: rowVersion + 1 }, new Date());
    return done(locale, seen, next === "send" ? "submitted" : "saved");
  },
  {},
  ["body"],
);

export const recallRecommendationAction = formAction(recommendationStepForm, async ({ actor }, { locale, ...seen }) => {
  await recallRecommendation(actor, seen);
  return done(locale, seen, "recalled");
});

export const deleteRecommendationAction = formAction(recommendationStepForm, async ({ actor }, { locale, ...seen }) => {
  await deleteRecommendation(actor, seen);
  redirect(`${recommendationsPath(planPath(locale, seen.plan))}?done=deleted`);
});

export const passRecommendationAction = formAction(recommendationStepForm, async ({ actor }, { locale, ...seen }) => {
  await passRecommendation(actor, seen, new Date());
  return done(locale, seen, "passed");
});

export const sendBackRecommendationAction = formAction(
  sendBackRecommendationForm,
  async ({ actor }, { locale, rule, note, ...seen }) => {
    await sendBackRecommendation(actor, seen, { rule, note }, new Date());
    return done(locale, seen, "sentBack");
  },
  {},
  ["note"],
);

export const answerRecommendationAction = formAction(
  recommendationResponseForm,
  async ({ actor }, { locale, plan, id, rowVersion, next, ...response }) => {
    const seen = { plan, id, rowVersion };
    await respondToRecommendation(actor, seen, response, next === "send" ? "sendReply" : "draftReply", new Date());
    return done(locale, seen, next === "send" ? "answered" : "drafted");
  },
  {},
  ["body", "evidenceTitle"],
);

export const takeDownRecommendationAction = formAction(
  takeDownRecommendationForm,
  async ({ actor }, { locale, part, rule, isCertain: _, ...seen }) => {
    if (part === "text") {
      const { isKeptByAudit } = await takeDownRecommendation(actor, seen, rule, new Date());
      return done(locale, seen, isKeptByAudit ? "takenDownKept" : "takenDown");
    }
    if (part.of === "translation") await takeDownTranslation(actor, seen, part.language, rule, new Date());
    else await takeDownAnswer(actor, seen, part, rule, new Date());
    return done(locale, seen, "takenDown");
  },
);

export const translateRecommendationAction = formAction(
  translationsForm,
  async ({ actor }, { locale, plan, id, rowVersion, ...fields }) => {
    const seen = { plan, id, rowVersion };
    const words = publicationLanguages.map((language) => ({ language, body: fields[translationField(language)] }));
    await translateRecommendation(actor, seen, words);
    return done(locale, seen, "translated");
  },
  {},
  translationFields,
);
