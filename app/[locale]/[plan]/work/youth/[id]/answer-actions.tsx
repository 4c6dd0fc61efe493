import { useLocale, useTranslations } from "next-intl";
import { AddKeyAction, RemoveKeyAction, TellKeyAction } from "@/components/observations/key-actions/key-action-forms";
import { KeyActionList } from "@/components/observations/key-actions/key-action-list";
import type { WordsPlace } from "@/components/report/kept/kept-words";
import type { Actor } from "@/lib/domain/permissions";
import { formatsOf } from "@/lib/i18n/formats";
import { ofPage } from "@/lib/server/action";
import type { RespondingView } from "@/lib/views/commitments/recommendation-view";
import { addAnswerActionAction, removeAnswerActionAction, tellAnswerActionAction } from "../key-action-actions";

/** What a unit does about a recommendation: written with its answer, and told of once that is given. */
export function AnswerActions({
  actor,
  responding: { unit, may, keyActions, organisations },
  hidden,
  here,
  wordsOf,
}: {
  actor: Actor;
  responding: RespondingView;
  hidden: Record<string, string | number>;
  here: string;
  wordsOf: (name: "keyAction" | "told") => WordsPlace;
}) {
  const names = useTranslations("observations");
  const t = useTranslations("youth.respond");
  const { day } = formatsOf(useLocale());
  if (may.keyActions === null) return null;
  const isWritten = may.keyActions === "write";
  const title = `key-actions-${unit.code}`;
  const form = { hidden, here, of: unit.code };
  return (
    // On paper nobody tells anything: what stands stands with the answer.
    <section className={isWritten ? "block narrow" : "block narrow off-paper"} aria-labelledby={title}>
      <h2 id={title}>{t("actions", { unit: unit.name })}</h2>
      {isWritten && <p className="note">{t("actionsLead")}</p>}
      {isWritten && keyActions.length > 0 && (
        <KeyActionList
          keyActions={keyActions}
          unit={unit.name}
          words={{ names, day }}
          isOfToday
          after={({ id, body }) => (
            <RemoveKeyAction
              {...{ body, here }}
              hidden={{ ...hidden, keyAction: id }}
              action={ofPage(actor, removeAnswerActionAction)}
            />
          )}
        />
      )}
      {!isWritten && keyActions.length > 0 && (
        <TellKeyAction
          key={keyActions.map(({ state, dueOn }) => `${state} ${dueOn}`).join()}
          {...form}
          keyActions={keyActions}
          words={wordsOf("told")}
          action={ofPage(actor, tellAnswerActionAction)}
        />
      )}
      {/* Another one is a new form: what was added last doesn't stand in it. */}
      <AddKeyAction
        key={keyActions.length}
        {...{ ...form, organisations }}
        taskForce={names("keyAction.taskForce", { unit: unit.name })}
        words={wordsOf("keyAction")}
        action={ofPage(actor, addAnswerActionAction)}
      />
    </section>
  );
}
