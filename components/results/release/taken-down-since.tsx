import { useTranslations } from "next-intl";
import { formatsOf } from "@/lib/i18n/formats";
import { countryPath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { CorrectionsView } from "@/lib/views/corrections-view";
import { CorrectionsTable } from "./corrections-table";

/** What a release had and shows as taken down; nothing where there is nothing. */
export function TakenDownSince({ view, locale }: { view: CorrectionsView; locale: Locale }) {
  const t = useTranslations("public.corrections");
  const kinds = useTranslations("country.narratives");
  const formats = formatsOf(locale);
  const root = resultsPath(locale, view.plan);
  const { values, texts } = view.takenDown;
  if (values.length + texts.length === 0) return null;
  return (
    <section className="mt-6" aria-labelledby="taken-down">
      <h2 id="taken-down">{t("takenDown")}</h2>
      <p className="note">{t("takenDownNote")}</p>
      {values.length > 0 && (
        <CorrectionsTable view={{ ...view, corrections: values }} locale={locale} caption={t("takenDown")} />
      )}
      {texts.length > 0 && (
        <ul className="bare-list">
          {texts.map(({ unit, period, pillar, kind, on }) => (
            <li key={`${unit.code} ${period.code} ${pillar.code} ${kind} ${on}`}>
              <a href={countryPath(root, unit.code, period.code)}>
                {t("text", { unit: unit.name, period: formats.period(period), kind: kinds(kind) })}
              </a>{" "}
              {t("textOn", { pillar: `${pillar.code} ${pillar.title}`, day: formats.day(on) })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
