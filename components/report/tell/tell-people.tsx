import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { tellField } from "@/lib/schemas/reports/entry-fields";
import type { PersonToTell } from "@/lib/views/report-view";

/**
 * A box for each person whom a comment or a query may be told to: it works without a script, and is what an `@` ticks.
 * @param about what is read out of the query with the legend, where several stand in a form
 */
export function TellPeople({
  people,
  isTicked,
  isStored,
  id,
  about,
  fieldOf = tellField,
}: {
  people: readonly PersonToTell[];
  isTicked: (field: string) => boolean;
  /** Whether the box of that name would be ticked by what is stored, whatever was sent; left out: nobody's is stored. */
  isStored?: (field: string) => boolean;
  id: string;
  about?: string;
  fieldOf?: (person: number) => string;
}) {
  const t = useTranslations("entry.comment");
  return (
    <fieldset className="tell" id={id}>
      <legend>
        {t("tell")}
        {about && <span className="vh">{` ${about}`}</span>}
      </legend>
      <p className="help">{t(people.length === 0 ? "tellNobody" : "tellHint")}</p>
      {people.map(({ id: person, name, organisation }) => (
        <Checkbox
          key={person}
          name={fieldOf(person)}
          defaultChecked={isTicked(fieldOf(person))}
          data-stored={isStored?.(fieldOf(person))}
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
