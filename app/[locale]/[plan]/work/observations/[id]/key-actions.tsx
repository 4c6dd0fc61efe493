import { useLocale, useTranslations } from "next-intl";
import { keptOfOne } from "@/components/observations/kept/kept-places";
import { AddKeyAction, RemoveKeyAction, TellKeyAction } from "@/components/observations/key-actions/key-action-forms";
import { KeyActionList } from "@/components/observations/key-actions/key-action-list";
import type { Actor } from "@/lib/domain/permissions";
import { formatsOf } from "@/lib/i18n/formats";
import { ofPage } from "@/lib/server/action";
import type { WorkingObservationView } from "@/lib/views/commitments/observation-view";
import { addKeyActionAction, removeKeyActionAction, tellKeyActionAction } from "../key-action-actions";

/** What the unit does about it: written with the reply, and told of once that is given. */
export function KeyActions({
  actor,
  view,
  hidden,
  here,
}: {
  actor: Actor;
  view: WorkingObservationView;
  hidden: Record<string, string | number>;
  here: string;
}) {
  const names = useTranslations("observations");
  const { day } = formatsOf(useLocale());
  const { id, plan, may, unit, organisations, draftKeyActions, rounds } = view;
  if (may.keyActions === null) return null;
  const given = rounds.at(-1)?.reply?.keyActions ?? [];
  const form = { hidden, here };
  const wordsOf = (name: "keyAction" | "told") => keptOfOne(actor.id, plan, id, name);
  return (
    // On paper nobody tells anything: what stands stands with the reply.
    <section
      className={may.keyActions === "tell" ? "block narrow off-paper" : "block narrow"}
      aria-labelledby="key-actions"
    >
      <h2 id="key-actions">{names("keyAction.title")}</h2>
      {may.keyActions === "write" && <p className="note">{names("keyAction.lead")}</p>}
      {may.keyActions === "write" && draftKeyActions.length === 0 && <p>{names("keyAction.none")}</p>}
      {draftKeyActions.length > 0 && (
        <KeyActionList
          keyActions={draftKeyActions}
          unit={unit.name}
          words={{ names, day }}
          isOfToday
          after={({ id, body }) => (
            <RemoveKeyAction
              {...{ body, here }}
              hidden={{ ...hidden, keyAction: id }}
              action={ofPage(actor, removeKeyActionAction)}
            />
          )}
        />
      )}
      {may.keyActions === "tell" && given.length > 0 && (
        <TellKeyAction
          key={given.map(({ state, dueOn }) => `${state} ${dueOn}`).join()}
          {...form}
          keyActions={given}
          words={wordsOf("told")}
          action={ofPage(actor, tellKeyActionAction)}
        />
      )}
      {/* Another one is a new form: what was added last doesn't stand in it. */}
      <AddKeyAction
        key={draftKeyActions.length + given.length}
        {...{ ...form, organisations }}
        taskForce={names("keyAction.taskForce", { unit: unit.name })}
        words={wordsOf("keyAction")}
        action={ofPage(actor, addKeyActionAction)}
      />
    </section>
  );
}
