import { useLocale, useTranslations } from "next-intl";
import type { WordsPlace } from "@/components/report/kept/kept-words";
import type { ResponseMay } from "@/lib/domain/commitments/response-may";
import { formatsOf } from "@/lib/i18n/formats";
import type { KeyActionView } from "@/lib/views/commitments/observation-view";
import type { FormAction } from "../kept/kept-form";
import { AddKeyAction, RemoveKeyAction, TellKeyAction } from "./key-action-forms";
import { KeyActionList } from "./key-action-list";

/** What a unit does about what was said to it: written with its response, and told of once that is given. */
export function ResponseActions({
  mode,
  unit,
  keyActions,
  mayTell = mode === "tell" ? keyActions : [],
  organisations,
  hidden,
  here,
  wordsOf,
  actions,
  of,
  said,
}: {
  mode: ResponseMay["keyActions"];
  /** Its name. */
  unit: string;
  /** Those of the response that is written, or was given. */
  keyActions: readonly KeyActionView[];
  /** Those that are told of, where it isn't those of the given one alone. */
  mayTell?: readonly KeyActionView[];
  organisations: readonly { id: number; name: string }[];
  hidden: Record<string, string | number>;
  here: string;
  wordsOf: (name: "keyAction" | "told") => WordsPlace;
  actions: Record<"add" | "remove" | "tell", FormAction>;
  /** The unit's code, where a page has this for several. */
  of?: string;
  /** Words of its own, where no reply is spoken of. */
  said?: { title: string; lead: string };
}) {
  const names = useTranslations("observations");
  const { day } = formatsOf(useLocale());
  if (mode === null && mayTell.length === 0) return null;
  const isWritten = mode === "write";
  const title = of === undefined ? "key-actions" : `key-actions-${of}`;
  const form = { hidden, here, of };
  return (
    // On paper nobody tells anything: what stands stands with the response.
    <section className={isWritten ? "block narrow" : "block narrow off-paper"} aria-labelledby={title}>
      <h2 id={title}>{said?.title ?? names("keyAction.title")}</h2>
      {isWritten && <p className="note">{said?.lead ?? names("keyAction.lead")}</p>}
      {isWritten && keyActions.length === 0 && said === undefined && <p>{names("keyAction.none")}</p>}
      {isWritten && keyActions.length > 0 && (
        <KeyActionList
          {...{ keyActions, unit }}
          words={{ names, day }}
          isOfToday
          after={({ id, body }) => (
            <RemoveKeyAction {...{ body, here }} hidden={{ ...hidden, keyAction: id }} action={actions.remove} />
          )}
        />
      )}
      {mayTell.length > 0 && (
        <TellKeyAction
          key={mayTell.map(({ state, dueOn }) => `${state} ${dueOn}`).join()}
          {...{ ...form, keyActions: mayTell }}
          // The form of the reply beside it has fields of the same names.
          of={isWritten ? [title, "told"].join("-") : of}
          words={wordsOf("told")}
          action={actions.tell}
        />
      )}
      {/* Another one is a new form: what was added last doesn't stand in it. */}
      {mode !== null && (
        <AddKeyAction
          key={keyActions.length}
          {...{ ...form, organisations: [...organisations] }}
          taskForce={names("keyAction.taskForce", { unit })}
          words={wordsOf("keyAction")}
          action={actions.add}
        />
      )}
    </section>
  );
}
