"use server";

import { redirect } from "next/navigation";
import { planPath, workObservationPath } from "@/lib/i18n/paths";
import {
  keyActionForm,
  ofKeyActionForm,
  saidOfKeyAction,
  tellKeyActionForm,
} from "@/lib/schemas/commitments/key-action-forms";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import { mustHaveLooked } from "@/lib/schemas/forms/must-have-looked";
import { formAction } from "@/lib/server/action";
import { addKeyAction } from "@/lib/server/commands/commitments/add-key-action";
import { removeKeyAction } from "@/lib/server/commands/commitments/remove-key-action";
import { tellKeyAction } from "@/lib/server/commands/commitments/tell-key-action";

const done = (locale: string, { plan, id }: ObservationSeen, what: string) =>
  redirect(`${workObservationPath(planPath(locale, plan), id)}?done=${what}`);

export const addKeyActionAction = formAction(
  keyActionForm,
  async ({ actor }, { locale, action, organisation, actionDueOn, ...seen }) => {
    const added = { body: action, organisationId: organisation, dueOn: actionDueOn };
    await addKeyAction(actor, seen, added, new Date());
    return done(locale, seen, "keyAction");
  },
  { keyActionPast: "actionDueOn" },
  ["action"],
);

export const removeKeyActionAction = formAction(ofKeyActionForm, async ({ actor }, { locale, keyAction, ...seen }) => {
  await removeKeyAction(actor, seen, keyAction);
  return done(locale, seen, "removed");
});

export const tellKeyActionAction = formAction(
  tellKeyActionForm,
  async ({ actor }, { locale, seen, keyAction, told }, lookedAt) => {
    mustHaveLooked(lookedAt, saidOfKeyAction(told));
    await tellKeyAction(actor, seen, keyAction, told, new Date());
    return done(locale, seen, "told");
  },
  { keyActionPast: "dueOn" },
);
