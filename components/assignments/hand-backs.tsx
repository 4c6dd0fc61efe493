import { useTranslations } from "next-intl";
import { usePersonName } from "@/components/people/person-name";
import { Icon } from "@/components/ui/icon";
import { useMoments } from "@/lib/i18n/use-moments";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { HandBackView } from "@/lib/views/assignment-view";
import { AskAgainForm } from "./ask-again-form";

/** What contributors handed back of a report, with the way to ask again; nothing where nobody did. */
export function HandBacks({
  view: { handBacks, mayAskAgain },
  hidden,
  action,
}: {
  view: { handBacks: HandBackView[]; mayAskAgain: boolean };
  hidden: Record<string, string>;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("assignments.handBack");
  const personName = usePersonName();
  const { moment } = useMoments();
  if (handBacks.length === 0) return null;
  return (
    <section className="block" id="handed-back" aria-labelledby="handed-back-title">
      <h2 id="handed-back-title">{t("listTitle")}</h2>
      <p>{t("listLead")}</p>
      <ul className="handed-backs">
        {handBacks.map(({ id, person, at, left, comment, changedSince, askedAgain }) => (
          <li key={id}>
            <p>
              {t("entry", { name: personName(person.name), at: moment(at) })}
              {changedSince && (
                <>
                  {" · "}
                  <Icon name="warning" /> {t("changed")}
                </>
              )}
            </p>
            <p>{t("entryLeft", { left })}</p>
            {comment !== "" && <p className="why wrap-anywhere whitespace-pre-line">{comment}</p>}
            {askedAgain && (
              <>
                <p>{t("askedAgain", { at: moment(askedAgain.at), by: personName(askedAgain.by) })}</p>
                <p className="why wrap-anywhere whitespace-pre-line">{askedAgain.reason}</p>
              </>
            )}
            {mayAskAgain && !askedAgain && <AskAgainForm {...{ id, hidden, action }} name={personName(person.name)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
