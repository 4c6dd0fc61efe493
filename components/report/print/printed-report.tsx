import { useLocale, useTranslations } from "next-intl";
import { narrativeKinds } from "@/lib/domain/reports/narrative";
import { formatsOf } from "@/lib/i18n/formats";
import type { EntryView } from "@/lib/views/entry-view";
import { addressOf } from "@/lib/views/report-view";
import { PrintedIndicator } from "./printed-indicator";

/** Earlier periods that stand beside a value. */
const periodsBeside = 2;

/** A whole report for paper: as it stands, or blank, with a field for each value and lines for words and signatures. */
export function PrintedReport({ view, isBlank }: { view: EntryView; isBlank: boolean }) {
  const t = useTranslations("entry.print");
  const entry = useTranslations("entry");
  const { day, period: nameOf } = formatsOf(useLocale());
  const { report, goals, indicators, dimensions, narratives, earlierPeriods, totals } = view;
  const address = addressOf(report);
  const periods = earlierPeriods.slice(-periodsBeside).map(({ code }) => code);
  return (
    <>
      <p>
        {t("state", {
          state: report.state,
          answered: totals.answered,
          total: totals.total,
          due: day(report.period.dueOn),
          form: isBlank ? "blank" : "filled",
        })}
      </p>
      {report.plan.isReference && <p className="note">{t("reference")}</p>}
      {goals.map(({ code, title }) => (
        <section key={code} className="block">
          <h2>
            {code} {title}
          </h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          {/* biome-ignore lint/a11y/useSemanticElements: a section of its own would stand in the page's outline */}
          <div className="scroll" role="region" aria-label={t("caption", { goal: code })} tabIndex={0}>
            <table className="data printed">
              <caption className="vh">{t("caption", { goal: code })}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("indicator")}</th>
                  {periods.map((period) => (
                    <th key={period} scope="col" className="n">
                      {nameOf(period)}
                    </th>
                  ))}
                  <th scope="col" className="n">
                    {t("target")}
                  </th>
                  <th scope="col" className="value">
                    {t("value", { period: nameOf(report.period) })}
                  </th>
                </tr>
              </thead>
              {indicators
                .filter(({ goal }) => goal === code)
                .map((indicator) => (
                  <PrintedIndicator key={indicator.code} {...{ indicator, dimensions, periods, isBlank, address }} />
                ))}
            </table>
          </div>
        </section>
      ))}
      {narratives.length > 0 && (
        <section className="block">
          <h2>{t("narrative")}</h2>
          {narratives.map(({ pillar, title, texts }) => (
            <div key={pillar}>
              <h3>
                {pillar} {title}
              </h3>
              {narrativeKinds.map((kind) => (
                <div key={kind}>
                  <p className="note">{entry("narrativeKind", { kind })}</p>
                  {isBlank ? (
                    <div className="lines" />
                  ) : (
                    <p className="prose">{texts[kind].text === "" ? t("nothing") : texts[kind].text}</p>
                  )}
                </div>
              ))}
            </div>
          ))}
        </section>
      )}
      {isBlank && (
        <dl className="signatures">
          {(["filledBy", "function", "day"] as const).map((name) => (
            <div key={name}>
              <dt>{t("signature", { name })}</dt>
              <dd />
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
