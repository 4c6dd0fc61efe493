"use server";

import { redirect } from "next/navigation";
import { planPath, workMeetingPath } from "@/lib/i18n/paths";
import {
  decisionForm,
  deleteDecisionForm,
  followUpForm,
  newDecisionForm,
} from "@/lib/schemas/commitments/decision-forms";
import { followUpField } from "@/lib/schemas/commitments/meeting-fields";
import { mustHaveLooked } from "@/lib/schemas/forms/must-have-looked";
import { formAction } from "@/lib/server/action";
import { addDecision } from "@/lib/server/commands/meetings/add-decision";
import { changeDecision } from "@/lib/server/commands/meetings/change-decision";
import { deleteDecision } from "@/lib/server/commands/meetings/delete-decision";
import { followUp } from "@/lib/server/commands/meetings/follow-up";

interface Place {
  locale: string;
  plan: string;
  id: number;
}
const done = ({ locale, plan, id }: Place, what: string) =>
  redirect(`${workMeetingPath(planPath(locale, plan), id)}?done=${what}`);

export const addDecisionAction = formAction(
  newDecisionForm,
  async ({ actor }, { locale, plan, id, rowVersion, ...words }) => {
    await addDecision(actor, { plan, id, rowVersion }, words, new Date());
    return done({ locale, plan, id }, "decided");
  },
  {},
  ["body"],
);

export const changeDecisionAction = formAction(
  decisionForm,
  async ({ actor }, { locale, plan, id, rowVersion, number, ...words }) => {
    await changeDecision(actor, { plan, id, rowVersion }, number, words);
    return done({ locale, plan, id }, "decided");
  },
  {},
  ["body"],
);

export const deleteDecisionAction = formAction(deleteDecisionForm, async ({ actor }, { locale, number, ...seen }) => {
  await deleteDecision(actor, seen, number);
  return done({ locale, ...seen }, "undecided");
});

export const followUpAction = formAction(followUpForm, async ({ actor }, { locale, seen, entries }, lookedAt) => {
  mustHaveLooked(
    lookedAt,
    entries.map(({ textId, body }) => [followUpField("words", textId), body]),
  );
  await followUp(actor, seen, entries, new Date());
  return done({ locale, ...seen }, "told");
});
