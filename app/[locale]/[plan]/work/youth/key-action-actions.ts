"use server";

import { redirect } from "next/navigation";
import { planPath, recommendationPath } from "@/lib/i18n/paths";
import { answerActionForm, ofAnswerActionForm, tellAnswerActionForm } from "@/lib/schemas/commitments/key-action-forms";
import type { RecommendationSeen } from "@/lib/schemas/commitments/recommendation-forms";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { toLookAt } from "@/lib/schemas/forms/warned-words";
import { formAction } from "@/lib/server/action";
import { addKeyAction } from "@/lib/server/commands/commitments/add-key-action";
import { removeKeyAction } from "@/lib/server/commands/commitments/remove-key-action";
import { tellKeyAction } from "@/lib/server/commands/commitments/tell-key-action";

const done = (locale: string, { plan, id }: Pick<RecommendationSeen, "plan" | "id">, what: string) =>
  redirect(`${recommendationPath(planPath(locale, plan), id)}?done=${what}`);

export const addAnswerActionAction = formAction(
  answerActionForm,
  async ({ actor }, { locale, action, organisation, actionDueOn, ...seen }) => {
    const added = { body: action, organisationId: organisation, dueOn: actionDueOn };
    await addKeyAction(actor, seen, added, new Date());
    return done(locale, seen, "keyAction");
  },
  { keyActionPast: "actionDueOn" },
  ["action"],
);

export const removeAnswerActionAction = formAction(
  ofAnswerActionForm,
  async ({ actor }, { locale, keyAction, ...seen }) => {
    await removeKeyAction(actor, seen, keyAction);
    return done(locale, seen, "removed");
  },
);

export const tellAnswerActionAction = formAction(
  tellAnswerActionForm,
  async ({ actor }, { locale, seen, keyAction, told }, lookedAt) => {
    const unseen = (["reason", "evidenceTitle"] as const).flatMap((name) => toLookAt(name, told[name], lookedAt) ?? []);
    if (unseen.length > 0) throw new InvalidFields(unseen);
    await tellKeyAction(actor, seen, keyAction, told, new Date());
    return done(locale, seen, "told");
  },
  { keyActionPast: "dueOn" },
);
