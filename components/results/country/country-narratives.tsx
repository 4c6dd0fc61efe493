import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { narrativeCode } from "@/lib/domain/reports/narrative";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import { newObservationPath, planPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { CountryView } from "@/lib/views/country-view";

/** What the country wrote of each pillar and marked public, or when that was taken down; nothing where it did of none. */
export function CountryNarratives({ view, locale }: { view: CountryView; locale: Locale }) {
  const country = useTranslations("country");
  const t = useTranslations("country.narratives");
  const observations = useTranslations("publicObservations");
  if (view.narratives.length === 0) return null;
  const formats = formatsOf(locale);
  return (
    <section className="block" aria-labelledby="narratives-title">
      <h2 id="narratives-title">{t("title")}</h2>
      <p className="note">
        {t("note", { name: formats.units([view.country.name]), period: formats.period(view.period) })}
      </p>
      {view.narratives.map(({ pillar, texts }) => (
        <div key={pillar.code} className="narrative">
          <h3 className={`pill-title ${pillar.code.toLowerCase()}`}>
            {pillar.code} {pillar.title}
          </h3>
          {texts.map((said) => (
            <div key={said.kind}>
              <h4>{t(said.kind)}</h4>
              {said.text === null ? (
                <p className="note">{country("textTakenDown", { day: formats.day(said.takenDownOn) })}</p>
              ) : (
                <>
                  <p className="typed" lang={languageOf(said.text, locale)}>
                    {said.text}
                  </p>
                  <AddAbout view={view} code={narrativeCode(pillar.code, said.kind)} locale={locale}>
                    {observations("addAbout", { code: `${pillar.code}, ${t(said.kind)}` })}
                  </AddAbout>
                </>
              )}
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}

/** Where an observation about one of the texts is added; a release takes none. */
function AddAbout({
  view: { plan, country, period },
  code,
  locale,
  children,
}: {
  view: CountryView;
  code: string;
  locale: Locale;
  children: ReactNode;
}) {
  if (plan.release) return null;
  const about = { unit: country.code, period: period.code, narrative: code };
  return (
    <p className="add">
      <a href={newObservationPath(planPath(locale, plan.code), about)}>{children}</a>
    </p>
  );
}
