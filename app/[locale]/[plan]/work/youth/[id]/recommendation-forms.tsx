import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { keptOfOne } from "@/components/observations/kept/kept-places";
import { ResponseActions } from "@/components/observations/key-actions/response-actions";
import { SendBackStep } from "@/components/observations/send-back-step";
import { StepForm } from "@/components/observations/step-form";
import { TakeDownStep } from "@/components/safety/take-down-step";
import { WordsToCheck } from "@/components/ui/words-to-check";
import { AnswerForm } from "@/components/youth/answer-form";
import { RecommendationForm } from "@/components/youth/recommendation-form";
import { TranslationsForm } from "@/components/youth/translations-form";
import type { Actor } from "@/lib/domain/permissions";
import { recommendationPath } from "@/lib/i18n/paths";
import { nativeNames } from "@/lib/i18n/routing";
import { ofPage } from "@/lib/server/action";
import { answerParts, beginsWith } from "@/lib/views/commitments/part-to-take-down";
import type { WorkingRecommendationView } from "@/lib/views/commitments/recommendation-view";
import {
  answerRecommendationAction,
  deleteRecommendationAction,
  passRecommendationAction,
  recallRecommendationAction,
  sendBackRecommendationAction,
  takeDownRecommendationAction,
  translateRecommendationAction,
  writeRecommendationAction,
} from "../actions";
import { addAnswerActionAction, removeAnswerActionAction, tellAnswerActionAction } from "../key-action-actions";

/** What somebody may do with a recommendation: write it, check it, answer it, and the steps beside. */
export function RecommendationForms({
  actor,
  view,
  locale,
  title,
  root,
}: {
  actor: Actor;
  view: WorkingRecommendationView;
  locale: string;
  title: string;
  root: string;
}) {
  const t = useTranslations("youth");
  const steps = useTranslations("observations.step");
  const safety = useTranslations("safety");
  const { id, plan, rowVersion, may, writing, offered, node, responding, translating } = view;
  const here = recommendationPath(root, id);
  const hidden = { locale, plan, id, rowVersion };
  const form = { hidden, here };
  const wordsOf = (name: Parameters<typeof keptOfOne>[3], unit?: string) => keptOfOne(actor.id, plan, id, name, unit);
  return (
    <>
      {may.write && writing && (
        <section className="block narrow" aria-label={title}>
          <RecommendationForm
            {...{ ...form, title, offered }}
            said={writing}
            node={node?.code ?? ""}
            words={wordsOf("words")}
            action={ofPage(actor, writeRecommendationAction)}
          />
        </section>
      )}
      {responding.map((each) => (
        <Fragment key={each.unit.code}>
          {each.may.draft && (
            <section className="block narrow" aria-labelledby={`respond-${each.unit.code}`}>
              <h2 id={`respond-${each.unit.code}`}>{t("respond.title", { unit: each.unit.name })}</h2>
              <AnswerForm
                responding={each}
                here={here}
                hidden={{ ...hidden, unit: each.unit.code, rowVersion: each.rowVersion }}
                words={wordsOf("reply", each.unit.code)}
                action={ofPage(actor, answerRecommendationAction)}
              />
            </section>
          )}
          <ResponseActions
            here={here}
            mode={each.may.keyActions}
            unit={each.unit.name}
            of={each.unit.code}
            keyActions={each.keyActions}
            organisations={each.organisations}
            hidden={{ ...hidden, unit: each.unit.code, rowVersion: each.rowVersion }}
            wordsOf={(name) => wordsOf(name, each.unit.code)}
            said={{ title: t("respond.actions", { unit: each.unit.name }), lead: t("respond.actionsLead") }}
            actions={{
              add: ofPage(actor, addAnswerActionAction),
              remove: ofPage(actor, removeAnswerActionAction),
              tell: ofPage(actor, tellAnswerActionAction),
            }}
          />
        </Fragment>
      ))}
      {translating && (
        <section className="block narrow" aria-labelledby="translations">
          <h2 id="translations">{t("translate.title")}</h2>
          {/* What is translated: the page may show it in another language. */}
          <blockquote className="said" lang={translating.said.language}>
            {translating.said.body}
          </blockquote>
          <TranslationsForm
            {...{ ...form, translating }}
            words={wordsOf("translations")}
            action={ofPage(actor, translateRecommendationAction)}
          />
        </section>
      )}
      {(may.check || may.recall || may.delete || may.takeDown) && (
        <section className="block narrow" aria-labelledby="steps">
          <h2 id="steps">{t("steps")}</h2>
          {may.check && (
            <>
              <WordsToCheck words={[view.said?.body ?? ""]} />
              <StepForm {...form} step="pass" lead={t("passLead")} action={ofPage(actor, passRecommendationAction)} />
              <SendBackStep
                {...form}
                words={wordsOf("sendBack")}
                action={ofPage(actor, sendBackRecommendationAction)}
              />
            </>
          )}
          {may.recall && (
            <StepForm
              {...form}
              step="recall"
              lead={steps("recall.lead")}
              action={ofPage(actor, recallRecommendationAction)}
            />
          )}
          {may.delete && (
            <StepForm
              {...form}
              step="delete"
              lead={steps("delete.lead")}
              action={ofPage(actor, deleteRecommendationAction)}
            />
          )}
          {may.takeDown && (
            <TakeDownStep
              parts={[
                { value: "text", kind: "recommendation", place: "", begins: "" },
                ...(translating?.words ?? []).map(({ language, body }) => ({
                  value: `words-${language}`,
                  kind: "translation" as const,
                  place: nativeNames[language],
                  begins: beginsWith(body),
                })),
                ...view.answers.flatMap((answer) => answerParts(answer.unit, 1, answer)),
              ]}
              lead={safety("recommendationLead")}
              hidden={hidden}
              action={ofPage(actor, takeDownRecommendationAction)}
            />
          )}
        </section>
      )}
    </>
  );
}
