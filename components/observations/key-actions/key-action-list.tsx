import type { ReactNode } from "react";
import type { Formats } from "@/lib/i18n/formats";
import type { TranslatorOf } from "@/lib/i18n/messages";
import type { KeyActionView } from "@/lib/views/commitments/observation-view";
import { EvidenceLine } from "../evidence/evidence-line";

/** What a unit does about what was said to it: by whom, by when, and how it stands. */
export function KeyActionList({
  keyActions,
  unit,
  words: { names, day },
  isOfToday,
  after,
}: {
  keyActions: readonly KeyActionView[];
  /** Its name: where no organisation is named, its task force does it. */
  unit: string;
  words: { names: TranslatorOf<"observations"> } & Pick<Formats, "day">;
  /** A page that is made anew each day says what is overdue; any other, when it is due. */
  isOfToday: boolean;
  /** What stands behind each. */
  after?: (keyAction: KeyActionView) => ReactNode;
}) {
  return (
    <ul className="key-actions">
      {keyActions.map((each) => {
        const { id, body, organisation, dueOn, firstDueOn, state, doneOn, evidence, reason } = each;
        const due = isOfToday && each.isOverdue ? "overdue" : "due";
        return (
          <li key={id}>
            <p className="wrap-anywhere">{body || names("one.emptied")}</p>
            <p className="note">
              {names("keyAction.standing", {
                by: organisation ?? names("keyAction.taskForce", { unit }),
                state: names(`keyActionState.${state}`),
                how: state === "done" || state === "stopped" ? state : due,
                day: day(doneOn ?? dueOn),
                moved: dueOn === firstDueOn ? "no" : "yes",
                first: day(firstDueOn),
              })}
            </p>
            {reason !== "" && <p className="wrap-anywhere">{reason}</p>}
            <EvidenceLine evidence={evidence} />
            {after?.(each)}
          </li>
        );
      })}
    </ul>
  );
}
