import { useTranslations } from "next-intl";
import { formatsOf } from "@/lib/i18n/formats";
import { countryPath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { IndicatorView } from "@/lib/views/indicator-view";

/** Of an indicator in words: that the answers are internal, and where the countries' own public words stand. */
export function WordsNote({ view, locale }: { view: IndicatorView; locale: Locale }) {
  const t = useTranslations("public.indicator");
  const { pillar, countries, wordsOf } = view;
  const about = { pillar: `${pillar.code} ${pillar.title}`, period: formatsOf(locale).period(view.period) };
  const root = resultsPath(locale, view.plan);
  return (
    <div className="mt-4">
      <p>{t("wordsInternal")}</p>
      <p className="mt-2">{wordsOf.length === 0 ? t("wordsNone", about) : t("wordsPublic", about)}</p>
      {wordsOf.length > 0 && (
        <ul className="downs words">
          {countries
            .filter(({ code }) => wordsOf.includes(code))
            .map(({ code, name }) => (
              <li key={code}>
                <a href={`${countryPath(root, code, view.period.code)}#narratives-title`}>{name}</a>
              </li>
            ))}
        </ul>
      )}
    </div>
  );
}
