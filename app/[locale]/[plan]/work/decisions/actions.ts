"use server";

import { redirect } from "next/navigation";
import { actingDecisionPath, planPath } from "@/lib/i18n/paths";
import {
  decisionActionForm,
  saidOfKeyAction,
  tellDecisionActionForm,
} from "@/lib/schemas/commitments/key-action-forms";
import { mustHaveLooked } from "@/lib/schemas/forms/must-have-looked";
import { formAction } from "@/lib/server/action";
import { addKeyAction } from "@/lib/server/commands/commitments/add-key-action";
import { tellKeyAction } from "@/lib/server/commands/commitments/tell-key-action";

const done = (locale: string, { plan, id }: { plan: string; id: number }, what: string) =>
  redirect(`${actingDecisionPath(planPath(locale, plan), id)}?done=${what}`);

export const addDecisionActionAction = formAction(
  decisionActionForm,
  async ({ actor }, { locale, action, organisation, actionDueOn, ...seen }) => {
    const added = { body: action, organisationId: organisation, dueOn: actionDueOn };
    await addKeyAction(actor, { ...seen, kind: "decision" }, added, new Date());
    return done(locale, seen, "keyAction");
  },
  { keyActionPast: "actionDueOn" },
  ["action"],
);

export const tellDecisionActionAction = formAction(
  tellDecisionActionForm,
  async ({ actor }, { locale, seen, keyAction, told }, lookedAt) => {
    mustHaveLooked(lookedAt, saidOfKeyAction(told));
    await tellKeyAction(actor, seen, keyAction, told, new Date());
    return done(locale, seen, "told");
  },
  { keyActionPast: "dueOn" },
);
