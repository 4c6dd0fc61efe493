import { useTranslations } from "next-intl";
import { type PeopleField, PeopleForm } from "@/components/people/people-form";
import type { Actor } from "@/lib/domain/permissions";
import { ofPage } from "@/lib/server/action";
import type { PersonView } from "@/lib/views/people/people-view";
import { handOverWorkAction } from "../actions";

/** For each country that somebody reports for: their work goes to somebody else who does. */
export function HandOver({ actor, person, locale }: { actor: Actor; person: PersonView; locale: string }) {
  const t = useTranslations("people.person");
  if (person.handOver.length === 0) return null;
  return (
    <section className="block" aria-labelledby="hand-over">
      <h2 id="hand-over">{t("handOver")}</h2>
      {person.handOver.map(({ unitId, unit, assignments, isFocalPoint, people }) => {
        const withRole: PeopleField[] = isFocalPoint
          ? [{ kind: "checkbox", name: "withRole", label: t("handOverRole") }]
          : [];
        return (
          <div key={unitId}>
            <p className="note">{t("handOverLead", { count: assignments, unit })}</p>
            {people.length === 0 ? (
              <p>{t("handOverNone", { unit })}</p>
            ) : (
              <div className="commands">
                <PeopleForm
                  command={{ label: t("handOver"), about: unit }}
                  id={`hand-over-${unitId}`}
                  action={ofPage(actor, handOverWorkAction)}
                  hidden={{ id: person.id, locale, unit: unitId }}
                  fields={[{ kind: "select", name: "to", label: t("handOverTo"), options: people }, ...withRole]}
                  submit={{ label: t("handOver"), sending: t("handingOver") }}
                />
              </div>
            )}
          </div>
        );
      })}
    </section>
  );
}
