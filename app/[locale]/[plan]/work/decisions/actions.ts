"use server";

import { redirect } from "next/navigation";
import { actingDecisionPath, planPath } from "@/lib/i18n/paths";
import { decisionActionForm, tellDecisionActionForm } from "@/lib/schemas/commitments/key-action-forms";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { toLookAt } from "@/lib/schemas/forms/warned-words";
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
    const unseen = (["reason", "evidenceTitle"] as const).flatMap((name) => toLookAt(name, told[name], lookedAt) ?? []);
    if (unseen.length > 0) throw new InvalidFields(unseen);
    await tellKeyAction(actor, seen, keyAction, told, new Date());
    return done(locale, seen, "told");
  },
  { keyActionPast: "dueOn" },
);
