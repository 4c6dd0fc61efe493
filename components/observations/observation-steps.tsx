"use client";

import { useTranslations } from "next-intl";
import type { WordsPlace } from "@/components/report/kept/kept-words";
import { TakeDownStep } from "@/components/safety/take-down-step";
import { Radios } from "@/components/ui/fields/radios";
import { Textarea } from "@/components/ui/fields/textarea";
import { longestObservation } from "@/lib/domain/commitments/observation";
import type { WorkingObservationView } from "@/lib/views/commitments/observation-view";
import { answerParts } from "@/lib/views/commitments/part-to-take-down";
import type { FormAction } from "./kept/kept-form";
import { SendBackStep } from "./send-back-step";
import { StepForm, type StepName } from "./step-form";

export type StepActions = Record<
  "recall" | "delete" | "drop" | "pass" | "sendBack" | "speakAgain" | "end" | "takeDown" | "openAttribution",
  FormAction
>;

/** What somebody may do with an observation besides writing it and replying; each says first what it means. */
export function ObservationSteps({
  view: { unit, visibility, may, clocks, rounds },
  hidden,
  here,
  wordsOf,
  actions,
}: {
  view: Pick<WorkingObservationView, "unit" | "visibility" | "may" | "clocks" | "rounds">;
  hidden: Record<string, string | number>;
  here: string;
  /** Where the browser keeps the words of a form of that name. */
  wordsOf: Record<"sendBack" | "speakAgain", WordsPlace>;
  actions: StepActions;
}) {
  const t = useTranslations("observations");
  const safety = useTranslations("safety");
  const closes = may.end.filter((end) => end === "answered" || end === "notAnswered");
  const plain = (step: StepName, action: FormAction, more: Record<string, string> = {}) => (
    <StepForm
      {...{ step, action, here }}
      hidden={{ ...hidden, ...more }}
      lead={
        step === "pass"
          ? t("step.pass.lead", { visibility, unit: unit.name, days: clocks.replyDays })
          : t(`step.${step}.lead`)
      }
    />
  );
  return (
    <>
      {may.check && plain("pass", actions.pass)}
      {may.check && <SendBackStep action={actions.sendBack} words={wordsOf.sendBack} {...{ hidden, here }} />}
      {closes.length > 0 && (
        <StepForm step="close" lead={t("step.close.lead")} action={actions.end} {...{ hidden, here }}>
          {({ standing, errorOf }) => (
            <Radios
              id="end"
              name="end"
              label={t("step.end")}
              error={errorOf("end")}
              defaultValue={standing("end")}
              options={closes.map((end) => ({ value: end, label: t(end === "answered" ? "step.yes" : "step.no") }))}
            />
          )}
        </StepForm>
      )}
      {may.speakAgain && (
        <StepForm
          step="speakAgain"
          lead={t("step.speakAgain.lead")}
          action={actions.speakAgain}
          words={wordsOf.speakAgain}
          {...{ hidden, here }}
        >
          {({ standing, errorOf }) => (
            <Textarea
              id="body"
              name="body"
              rows={6}
              maxLength={longestObservation}
              label={t("step.body")}
              hint={t("form.bodyHint", { limit: longestObservation })}
              error={errorOf("body")}
              defaultValue={standing("body")}
            />
          )}
        </StepForm>
      )}
      {may.openAttribution.length > 0 && (
        <StepForm
          step="openAttribution"
          lead={t("step.openAttribution.lead")}
          action={actions.openAttribution}
          {...{ hidden, here }}
        >
          {({ standing, errorOf }) => (
            <Radios
              id="attribution"
              name="attribution"
              label={t("form.attribution")}
              error={errorOf("attribution")}
              defaultValue={standing("attribution")}
              options={may.openAttribution.map((attribution) => ({
                value: attribution,
                label: t(`attribution.${attribution}`),
                hint: t(`attributionHint.${attribution}`),
              }))}
            />
          )}
        </StepForm>
      )}
      {may.recall && plain("recall", actions.recall)}
      {may.delete && plain("delete", actions.delete)}
      {may.drop && plain("drop", actions.drop)}
      {may.end.includes("withdrawn") && plain("withdraw", actions.end, { end: "withdrawn" })}
      {may.end.includes("takenDown") && (
        <TakeDownStep
          parts={[
            { value: "text", kind: "observation", place: "", begins: "" },
            ...rounds.flatMap(({ round, reply }) => (reply ? answerParts(unit, round, reply) : [])),
          ]}
          lead={safety("observationLead")}
          hidden={hidden}
          action={actions.takeDown}
        />
      )}
    </>
  );
}
