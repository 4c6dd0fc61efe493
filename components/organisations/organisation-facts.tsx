import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { Tag } from "@/components/ui/tag";
import { isLocale, nativeNames } from "@/lib/i18n/routing";
import type { OrganisationView } from "@/lib/views/site/organisation-view";

/** What the directory says of an organisation. */
export function OrganisationFacts({
  view: { acronym, kind, units, website, names, people, isArchived },
}: {
  view: OrganisationView;
}) {
  const t = useTranslations("organisations");
  const lists = new Intl.ListFormat(useLocale(), { type: "unit" });
  const facts: [term: string, said: ReactNode][] = [
    ...(isArchived ? [[t("one.state"), <Tag key="state">{t("archived")}</Tag>] satisfies [string, ReactNode]] : []),
    [t("kindHead"), t("kind", { kind })],
    ...(acronym ? [[t("one.acronym"), acronym] satisfies [string, ReactNode]] : []),
    [t("units"), units.length > 0 ? lists.format(units) : t("one.noUnits")],
    [
      t("website"),
      website ? (
        <a key="website" href={website} rel="noopener noreferrer">
          {website}
        </a>
      ) : (
        t("one.noWebsite")
      ),
    ],
    ...(people === null ? [] : [[t("one.people"), t("one.peopleCount", { count: people })] satisfies [string, string]]),
  ];
  return (
    <>
      <dl className="facts mt-6">
        {facts.map(([term, said]) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd className="wrap-anywhere">{said}</dd>
          </Fragment>
        ))}
      </dl>
      <section className="block" aria-labelledby="names">
        <h2 id="names">{t("one.names")}</h2>
        <dl className="facts mt-4">
          {names.map(({ locale, name }) => (
            <Fragment key={locale}>
              <dt lang={locale}>{isLocale(locale) ? nativeNames[locale] : locale}</dt>
              <dd lang={locale} className="wrap-anywhere">
                {name}
              </dd>
            </Fragment>
          ))}
        </dl>
      </section>
    </>
  );
}
