import { useTranslations } from "next-intl";
import { prepareFindings } from "@/lib/charts/prepare/prepare-findings";
import { asksUnit } from "@/lib/domain/commitments/decision";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import type { Locale } from "@/lib/i18n/routing";
import type { DueDecision } from "@/lib/views/commitments/decision-view";
import { viewOfCountry } from "@/lib/views/country-view";
import type { RegionalView } from "@/lib/views/regional-view";
import { CountryStanding } from "./country-standing";

/** So many are named on a slide; the country's page names all. */
const mostNamed = 4;

/** A country as the release has it: its goals, what moves away from its target, and which decisions it was asked for. */
export function CountrySlide({
  view,
  code,
  due,
  locale,
}: {
  view: RegionalView;
  code: string;
  due: readonly DueDecision[];
  locale: Locale;
}) {
  const t = useTranslations("meetings.slides");
  const { list } = formatsOf(locale);
  const own = viewOfCountry(view, code);
  if (!own) return null;
  const { movedAwayOn } = prepareFindings(own);
  const asked = due.filter(({ decision }) => asksUnit(decision, code));
  return (
    <>
      <CountryStanding view={own} />
      {movedAwayOn.length > 0 && (
        <>
          <h3>{t("movedAway", { count: movedAwayOn.length })}</h3>
          <ul className="bare-list">
            {movedAwayOn.slice(0, mostNamed).map(({ indicator }) => (
              <li key={indicator.code} lang={languageOf(indicator.title, locale)}>
                {indicator.code} {indicator.title}
              </li>
            ))}
          </ul>
          {movedAwayOn.length > mostNamed && (
            <p className="note">{t("more", { count: movedAwayOn.length - mostNamed })}</p>
          )}
        </>
      )}
      {asked.length > 0 && (
        <p className="note">{t("asked", { codes: list(asked.map(({ decision }) => decision.code)) })}</p>
      )}
    </>
  );
}
