"use server";

import { redirect } from "next/navigation";
import { planPath, workObservationPath, workObservationsPath } from "@/lib/i18n/paths";
import {
  attributionForm,
  endObservationForm,
  newObservationForm,
  type ObservationSeen,
  observationForm,
  observationReplyForm,
  observationStepForm,
  secondRoundForm,
  sendBackForm,
  takeDownTextForm,
  validityForm,
} from "@/lib/schemas/commitments/observation-forms";
import { mustHaveLooked } from "@/lib/schemas/forms/must-have-looked";
import { formAction } from "@/lib/server/action";
import { addObservation } from "@/lib/server/commands/commitments/add-observation";
import { answerValidity } from "@/lib/server/commands/commitments/answer-validity";
import { deleteObservation } from "@/lib/server/commands/commitments/delete-observation";
import { draftReply } from "@/lib/server/commands/commitments/draft-reply";
import { dropSecondRound } from "@/lib/server/commands/commitments/drop-second-round";
import { endObservation } from "@/lib/server/commands/commitments/end-observation";
import { openAttribution } from "@/lib/server/commands/commitments/open-attribution";
import { passObservation } from "@/lib/server/commands/commitments/pass-observation";
import { recallObservation } from "@/lib/server/commands/commitments/recall-observation";
import { sendBackObservation } from "@/lib/server/commands/commitments/send-back-observation";
import { sendReply } from "@/lib/server/commands/commitments/send-reply";
import { speakAgain } from "@/lib/server/commands/commitments/speak-again";
import { takeDownAnswer } from "@/lib/server/commands/commitments/take-down-answer";
import { takeDownObservation } from "@/lib/server/commands/commitments/take-down-observation";
import { writeObservation } from "@/lib/server/commands/commitments/write-observation";

const done = (locale: string, { plan, id }: Pick<ObservationSeen, "plan" | "id">, what: string) =>
  redirect(`${workObservationPath(planPath(locale, plan), id)}?done=${what}`);

export const addObservationAction = formAction(
  newObservationForm,
  async ({ actor }, { locale, next, subject, words, said }, lookedAt) => {
    mustHaveLooked(lookedAt, said);
    const isSent = next === "send";
    const { id } = await addObservation(actor, subject, words, new Date(), { isSent });
    return done(locale, { plan: subject.plan, id }, isSent ? "submitted" : "saved");
  },
);

export const writeObservationAction = formAction(
  observationForm,
  async ({ actor }, { locale, next, seen, words, said }, lookedAt) => {
    mustHaveLooked(lookedAt, said);
    await writeObservation(actor, seen, words, { sentAt: next === "send" ? new Date() : null });
    return done(locale, seen, next === "send" ? "submitted" : "saved");
  },
);

export const recallObservationAction = formAction(observationStepForm, async ({ actor }, { locale, ...seen }) => {
  await recallObservation(actor, seen);
  return done(locale, seen, "recalled");
});

export const deleteObservationAction = formAction(observationStepForm, async ({ actor }, { locale, ...seen }) => {
  await deleteObservation(actor, seen);
  redirect(`${workObservationsPath(planPath(locale, seen.plan))}?done=deleted`);
});

export const passObservationAction = formAction(observationStepForm, async ({ actor }, { locale, ...seen }) => {
  await passObservation(actor, seen, new Date());
  return done(locale, seen, "passed");
});

export const sendBackObservationAction = formAction(
  sendBackForm,
  async ({ actor }, { locale, rule, note, ...seen }) => {
    await sendBackObservation(actor, seen, { rule, note }, new Date());
    return done(locale, seen, "sentBack");
  },
  {},
  ["note"],
);

export const replyToObservationAction = formAction(
  observationReplyForm,
  async ({ actor }, { locale, plan, id, rowVersion, next, ...reply }) => {
    const seen = { plan, id, rowVersion };
    const command = next === "send" ? sendReply : draftReply;
    await command(actor, seen, reply, new Date());
    return done(locale, seen, next === "send" ? "replied" : "drafted");
  },
  {},
  ["body", "evidenceTitle"],
);

export const speakAgainAction = formAction(
  secondRoundForm,
  async ({ actor }, { locale, body, ...seen }) => {
    await speakAgain(actor, seen, body);
    return done(locale, seen, "again");
  },
  {},
  ["body"],
);

export const dropSecondRoundAction = formAction(observationStepForm, async ({ actor }, { locale, ...seen }) => {
  await dropSecondRound(actor, seen);
  return done(locale, seen, "dropped");
});

export const endObservationAction = formAction(endObservationForm, async ({ actor }, { locale, end, ...seen }) => {
  await endObservation(actor, seen, end, new Date());
  return done(locale, seen, "ended");
});

export const takeDownObservationAction = formAction(
  takeDownTextForm,
  async ({ actor }, { locale, part, rule, isCertain: _, ...seen }) => {
    if (part === "text") {
      const { isKeptByAudit } = await takeDownObservation(actor, seen, rule, new Date());
      return done(locale, seen, isKeptByAudit ? "takenDownKept" : "takenDown");
    }
    await takeDownAnswer(actor, seen, part, rule, new Date());
    return done(locale, seen, "takenDown");
  },
);

export const openAttributionAction = formAction(
  attributionForm,
  async ({ actor }, { locale, attribution, ...seen }) => {
    await openAttribution(actor, seen, attribution);
    return done(locale, seen, "opened");
  },
);

export const answerValidityAction = formAction(
  validityForm,
  async ({ actor }, { locale, version, validity, ...seen }) => {
    await answerValidity(actor, seen, { version, validity }, new Date());
    return done(locale, seen, "validity");
  },
);
