import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { tellField } from "@/lib/schemas/reports/entry-fields";
import type { PersonToTell } from "@/lib/views/report-view";

/** A box for each person whom a comment may be told to: it works without a script, and is what an `@` ticks. */
export function TellPeople({
  people,
  isTicked,
  id,
}: {
  people: readonly PersonToTell[];
  isTicked: (field: string) => boolean;
  id: string;
}) {
  const t = useTranslations("entry.comment");
  return (
    <fieldset className="tell" id={id}>
      <legend>{t("tell")}</legend>
      <p className="help">{t(people.length === 0 ? "tellNobody" : "tellHint")}</p>
      {people.map(({ id: person, name, organisation }) => (
        <Checkbox
          key={person}
          name={tellField(person)}
          defaultChecked={isTicked(tellField(person))}
          label={
            <span>
              {name} <span className="note">{organisation}</span>
            </span>
          }
        />
      ))}
    </fieldset>
  );
}
