import { useTranslations } from "next-intl";
import { formatsOf } from "@/lib/i18n/formats";
import { languageOf } from "@/lib/i18n/language-of";
import type { Locale } from "@/lib/i18n/routing";
import type { IndicatorView } from "@/lib/views/indicator-view";

/** How the values are made, and how the definition changed. */
export function DefinitionFacts({ view, locale }: { view: IndicatorView; locale: Locale }) {
  const t = useTranslations("public.indicator");
  const { indicator, history } = view;
  const { edition, isReference } = view.plan;
  const formats = formatsOf(locale);
  const rows: [string, string][] = [
    [t("computation"), indicator.computation],
    [t("numerator"), indicator.numerator],
    [t("denominator"), indicator.denominator],
    [t("means"), indicator.source],
    [t("responsible"), indicator.responsible],
    [t("limits"), indicator.limits],
  ];
  return (
    <>
      <div>
        <h2 className="text-base mb-2">{t("definitionTitle")}</h2>
        <dl className="facts tall">
          {rows
            .filter(([, text]) => text !== "")
            .map(([name, text]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd lang={languageOf(text, locale)}>{text}</dd>
              </div>
            ))}
        </dl>
        <p className="note">
          {t("edition", {
            number: edition.number,
            day: formats.day(edition.datedOn),
            kind: isReference ? "reference" : "adopted",
          })}
        </p>
      </div>
      {history.length > 1 && (
        <div>
          <h2 className="text-base mb-2">{t("history")}</h2>
          <dl className="facts tall">
            {history.map(({ version, validFrom, comparable, definition }) => (
              <div key={version}>
                <dt>
                  {t("version", { version })}.{" "}
                  {validFrom ? t("from", { year: formats.year(validFrom) }) : t("fromStart")}
                </dt>
                <dd>
                  <span lang={languageOf(definition, locale)}>{definition}</span>{" "}
                  {!comparable && version > 1 && t("incomparable")}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </>
  );
}
