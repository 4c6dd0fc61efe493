import { useTranslations } from "next-intl";
import type { ManagementPlace } from "@/lib/domain/management";

/** The pages where an installation is run, each with what it is for. */
export function PlaceList({ places }: { places: readonly { key: ManagementPlace; href: string }[] }) {
  const t = useTranslations("manage");
  return (
    <section className="block" aria-labelledby="places">
      <h2 id="places">{t("places")}</h2>
      <ul className="tasks">
        {places.map(({ key, href }) => (
          <li key={key}>
            <a href={href}>{t(`place.${key}`)}</a>
            <p>{t(`about.${key}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
