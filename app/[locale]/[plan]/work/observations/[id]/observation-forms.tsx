import { useLocale, useTranslations } from "next-intl";
import { keptOfOne } from "@/components/observations/kept/kept-places";
import { ResponseActions } from "@/components/observations/key-actions/response-actions";
import { ObservationForm } from "@/components/observations/observation-form";
import { ObservationSteps } from "@/components/observations/observation-steps";
import { ReplyForm } from "@/components/observations/reply-form";
import type { ShadowBefore } from "@/components/observations/shadow-fields";
import { ValidityForm } from "@/components/observations/validity-form";
import { usePersonName } from "@/components/people/person-name";
import { WordsToCheck } from "@/components/ui/words-to-check";
import { longestObservation, replyKinds } from "@/lib/domain/commitments/observation";
import type { Actor } from "@/lib/domain/permissions";
import type { AssessableValue } from "@/lib/domain/values/assessable-value";
import { formatsOf } from "@/lib/i18n/formats";
import { entryPath, reportPath, workObservationPath, workObservationsPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import { enteredFromValue } from "@/lib/schemas/values/entered-value";
import { ofPage } from "@/lib/server/action";
import type { WorkingObservationView } from "@/lib/views/commitments/observation-view";
import { isFormer } from "@/lib/views/commitments/subject-view";
import {
  answerValidityAction,
  deleteObservationAction,
  dropSecondRoundAction,
  endObservationAction,
  openAttributionAction,
  passObservationAction,
  recallObservationAction,
  replyToObservationAction,
  sendBackObservationAction,
  speakAgainAction,
  takeDownObservationAction,
  writeObservationAction,
} from "../actions";
import { addKeyActionAction, removeKeyActionAction, tellKeyActionAction } from "../key-action-actions";
import { type FileOutcome, ObservationFiles } from "./observation-files";

/** What somebody may do with an observation: write it, reply to it, and the steps beside. */
export function ObservationForms({
  actor,
  view,
  locale,
  title,
  root,
  fileOutcome,
}: {
  actor: Actor;
  view: WorkingObservationView;
  locale: string;
  title: string;
  root: string;
  fileOutcome: FileOutcome;
}) {
  const t = useTranslations("observations");
  const personName = usePersonName();
  const { moment } = useMoments();
  const { id, plan, rowVersion, may, round, rounds, draftReply, unit, clocks, validityAsked } = view;
  const { day } = formatsOf(useLocale());
  const here = workObservationPath(root, id);
  const hidden = { locale, plan, id, rowVersion };
  const wordsOf = (form: Parameters<typeof keptOfOne>[3]) => keptOfOne(actor.id, plan, id, form);
  const { kind, basis, language, attribution, visibility, sources, shadowOf } = view;
  const isOver = view.end === "withdrawn" || view.end === "takenDown";
  // While it is written for the first time, its form says who is told.
  const openAttribution = isOver || (may.write && round === 1) ? [] : may.openAttribution;
  const titles = [...sources, ...view.files].map(({ title }) => title);
  const steps = { ...may, openAttribution };
  const { write, submit, draftReply: drafts, sendReply, keyActions: _, tellActions: __, ...others } = steps;
  const hasSteps = Object.values(others).some((each) => (Array.isArray(each) ? each.length > 0 : each));
  return (
    <>
      {/* Before the words, at whose end it is submitted: after that, no file is added any more. */}
      {write && round === 1 && <ObservationFiles {...{ actor, view, here }} outcome={fileOutcome} />}
      {write && submit && (
        <section className="block narrow" aria-label={title}>
          {round > 1 && <h2>{t("one.second")}</h2>}
          <ObservationForm
            {...{ title, hidden, round, clocks, here, shadowOf }}
            said={{
              kind,
              basis,
              language,
              attribution,
              visibility,
              sources,
              body: rounds.at(-1)?.body ?? "",
              shadow: shadowBefore(view),
            }}
            words={wordsOf("words")}
            back={workObservationsPath(root)}
            action={ofPage(actor, writeObservationAction)}
          />
        </section>
      )}
      {(drafts || sendReply) && (
        <section className="block narrow" aria-labelledby="reply">
          <h2 id="reply">{t("reply.title")}</h2>
          <ReplyForm
            {...{ hidden, here }}
            unit={unit.name}
            kinds={replyKinds.map((value) => ({
              value,
              label: t(`replyKind.${value}`),
              hint: t(`replyKindHint.${value}`),
            }))}
            body={{ limit: longestObservation, hint: t("reply.bodyHint", { limit: longestObservation, visibility }) }}
            draft={draftReply}
            maySend={sendReply}
            drafted={draftReply && t("reply.drafted", { by: personName(draftReply.by), at: moment(draftReply.at) })}
            words={wordsOf("reply")}
            action={ofPage(actor, replyToObservationAction)}
          />
        </section>
      )}
      {validityAsked && (
        <section className="block narrow off-paper" aria-labelledby="still-valid">
          <h2 id="still-valid">{t("validity.title")}</h2>
          <ValidityForm
            // A later value is another question.
            key={validityAsked.version}
            valueOn={day(validityAsked.valueOn)}
            hidden={{ ...hidden, version: validityAsked.version }}
            here={here}
            action={ofPage(actor, answerValidityAction)}
          />
        </section>
      )}
      <ResponseActions
        {...{ hidden, here, wordsOf }}
        mode={may.keyActions}
        unit={unit.name}
        keyActions={may.keyActions === "write" ? view.draftKeyActions : view.mayTell}
        mayTell={view.mayTell}
        organisations={view.organisations}
        actions={{
          add: ofPage(actor, addKeyActionAction),
          remove: ofPage(actor, removeKeyActionAction),
          tell: ofPage(actor, tellKeyActionAction),
        }}
      />
      <CorrectLink {...{ view, root }} />
      {hasSteps && (
        <section className="block narrow off-paper" aria-labelledby="steps">
          <h2 id="steps">{t("one.steps")}</h2>
          {may.check && (
            <WordsToCheck
              words={[rounds.at(-1)?.body ?? "", view.shadow?.method ?? "", ...titles]}
              more={attribution === "named" || titles.length === 0 ? [] : [t("step.pass.unnamed")]}
            />
          )}
          <ObservationSteps
            view={{ unit, visibility, clocks, rounds, may: steps }}
            {...{ hidden, here }}
            wordsOf={{ sendBack: wordsOf("sendBack"), speakAgain: wordsOf("speakAgain") }}
            actions={{
              recall: ofPage(actor, recallObservationAction),
              delete: ofPage(actor, deleteObservationAction),
              drop: ofPage(actor, dropSecondRoundAction),
              pass: ofPage(actor, passObservationAction),
              sendBack: ofPage(actor, sendBackObservationAction),
              speakAgain: ofPage(actor, speakAgainAction),
              end: ofPage(actor, endObservationAction),
              takeDown: ofPage(actor, takeDownObservationAction),
              openAttribution: ofPage(actor, openAttributionAction),
            }}
          />
        </section>
      )}
    </>
  );
}

/** The value that it carries, as its fields had it. */
function shadowBefore({ shadow, shadowOf }: WorkingObservationView): ShadowBefore {
  if (!shadow || !shadowOf) return { typed: {}, parts: {}, method: shadow?.method ?? "" };
  const fieldsOf = (value: AssessableValue | null): ShadowBefore["typed"] => {
    if (value === null) return {};
    const { kind: _, missingReason: __, ...fields } = enteredFromValue(shadowOf.rules.type, value);
    return fields as ShadowBefore["typed"];
  };
  const parts = shadow.parts?.cells.map(({ cell, value }) => [cell, fieldsOf(value)]) ?? [];
  return {
    typed: fieldsOf(shadow.value),
    parts: Object.fromEntries(parts),
    differ: shadow.parts?.differ ?? [],
    method: shadow.method,
  };
}

/** Whoever said that the value will be corrected is led to where that is done. */
function CorrectLink({ view, root }: { view: WorkingObservationView; root: string }) {
  const t = useTranslations("observations.one");
  const { party, reply, unit, period, subject } = view;
  if (party !== "unit" || reply !== "willCorrect") return null;
  const report = reportPath(root, { unit: unit.code, period });
  return (
    <p className="mt-6">
      {subject.of === "indicator" && !isFormer(subject) ? (
        <a href={entryPath(report, subject.code)}>{t("correct")}</a>
      ) : (
        <a href={report}>{t("correctReport")}</a>
      )}
    </p>
  );
}
