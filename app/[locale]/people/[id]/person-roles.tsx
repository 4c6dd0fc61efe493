import { useTranslations } from "next-intl";
import { PeopleForm } from "@/components/people/people-form";
import { useRoleText } from "@/components/people/role-text";
import type { Actor } from "@/lib/domain/permissions";
import { ofPage } from "@/lib/server/action";
import type { PersonView } from "@/lib/views/people/people-view";
import { giveRoleAction, takeRoleAction } from "../actions";

/** The roles that somebody has, as far as the reader may know of them, and those that they may give and take. */
export function PersonRoles({ actor, person, locale }: { actor: Actor; person: PersonView; locale: string }) {
  const t = useTranslations("people");
  const text = useRoleText();
  const form = { id: person.id, locale };
  const { give } = person;
  return (
    <section className="block" aria-labelledby="roles">
      <h2 id="roles">{t("person.roles")}</h2>
      {person.roles.length === 0 && <p className="note">{t("person.noRoles")}</p>}
      <ul className="person-roles">
        {person.roles.map(({ id, mayTake, ...role }) => (
          <li key={id}>
            <span>{text.whole(role)}</span>
            {mayTake && (
              <PeopleForm
                command={{ label: t("person.take"), about: text.whole(role) }}
                id={`take-${id}`}
                action={ofPage(actor, takeRoleAction)}
                hidden={{ ...form, grant: id }}
                submit={{ label: t("person.take"), sending: t("person.taking") }}
              >
                <p>{t("person.takeLead")}</p>
              </PeopleForm>
            )}
          </li>
        ))}
      </ul>
      {give && (
        <div className="commands">
          <PeopleForm
            command={{ label: t("person.give") }}
            id="give"
            action={ofPage(actor, giveRoleAction)}
            hidden={form}
            fields={[
              {
                kind: "select",
                name: "role",
                label: t("invite.role"),
                options: give.roles.map((role) => ({ value: role, label: text.role(role) })),
              },
              {
                kind: "select",
                name: "place",
                label: t("invite.place"),
                options: give.places.map((place) => ({ value: place.value, label: text.place(place) })),
              },
            ]}
            submit={{ label: t("person.give"), sending: t("person.giving") }}
          />
        </div>
      )}
    </section>
  );
}
