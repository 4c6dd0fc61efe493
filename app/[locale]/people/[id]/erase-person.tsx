import { useTranslations } from "next-intl";
import { PeopleForm } from "@/components/people/people-form";
import { usePersonName } from "@/components/people/person-name";
import { formerName } from "@/lib/domain/former-person";
import type { Actor } from "@/lib/domain/permissions";
import { ofPage } from "@/lib/server/action";
import type { PersonView } from "@/lib/views/people/people-view";
import { erasePersonAction } from "../actions";

/** What goes and what stays, before somebody's data are erased; until they are disabled, that this comes first. */
export function ErasePerson({ actor, person, locale }: { actor: Actor; person: PersonView; locale: string }) {
  const t = useTranslations("people.person");
  const name = usePersonName();
  if (!person.mayErase) return null;
  const former = name(formerName({ role: person.roles[0]?.role ?? null, id: person.id }));
  return (
    <section className="block" aria-labelledby="erase">
      <h2 id="erase">{t("erase")}</h2>
      <p className="note">{t("eraseLead")}</p>
      {person.state !== "disabled" ? (
        <p>{t("eraseFirst")}</p>
      ) : (
        <div className="commands">
          <PeopleForm
            command={{ label: t("erase") }}
            id="erase-person"
            action={ofPage(actor, erasePersonAction)}
            hidden={{ id: person.id, locale }}
            fields={[{ kind: "checkbox", name: "sure", label: t("eraseSure") }]}
            submit={{ label: t("erase"), sending: t("erasing") }}
          >
            <p>{t("eraseGoes")}</p>
            <p>{t("eraseStays", { former })}</p>
          </PeopleForm>
        </div>
      )}
    </section>
  );
}
