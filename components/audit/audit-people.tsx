import { useTranslations } from "next-intl";
import { usePersonName } from "@/components/people/person-name";
import { type AuditFilter, queryOfAudit } from "@/lib/schemas/addresses/audit-filter";

/** Whom the words for a person may mean, where that isn't one. */
export function AuditPeople({
  people,
  filter,
  here,
}: {
  people: readonly { id: number; name: string; email: string }[];
  filter: AuditFilter;
  here: string;
}) {
  const t = useTranslations("audit.people");
  const personName = usePersonName();
  return (
    <section className="block first" aria-labelledby="whom">
      <h2 id="whom">{t(people.length === 0 ? "nobody" : "several", { words: filter.person })}</h2>
      {people.length === 0 ? (
        <p>{t("nobodyLead")}</p>
      ) : (
        <ul className="mt-4 pl-5">
          {people.map(({ id, name, email }) => (
            <li key={id}>
              <a href={`${here}?${queryOfAudit({ ...filter, person: String(id) })}`}>{personName(name)}</a>{" "}
              <span className="unit wrap-anywhere">{email}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
