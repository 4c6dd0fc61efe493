import { useTranslations } from "next-intl";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import type { Locale } from "@/lib/i18n/routing";
import type { CountryView } from "@/lib/views/country-view";

/** What the country wrote of each pillar and marked public, or when that was taken down; nothing where it did of none. */
export function CountryNarratives({ view, locale }: { view: CountryView; locale: Locale }) {
  const country = useTranslations("country");
  const t = useTranslations("country.narratives");
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
                <p className="typed" lang={languageOf(said.text, locale)}>
                  {said.text}
                </p>
              )}
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}
