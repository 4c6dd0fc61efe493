"use server";

import { redirect } from "next/navigation";
import { planPath, recommendationPath } from "@/lib/i18n/paths";
import {
  answerActionForm,
  ofAnswerActionForm,
  saidOfKeyAction,
  tellAnswerActionForm,
} from "@/lib/schemas/commitments/key-action-forms";
import type { RecommendationSeen } from "@/lib/schemas/commitments/recommendation-forms";
import { mustHaveLooked } from "@/lib/schemas/forms/must-have-looked";
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
    mustHaveLooked(lookedAt, saidOfKeyAction(told));
    await tellKeyAction(actor, seen, keyAction, told, new Date());
    return done(locale, seen, "told");
  },
  { keyActionPast: "dueOn" },
);
