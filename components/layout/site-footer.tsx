import { useTranslations } from "next-intl";
import { methodVersion } from "@/lib/domain/status";
import type { Locale } from "@/lib/i18n/routing";
import type { PlanHead } from "./nav-item";

/** @param csvHref the page's figures as a file, where it has any. */
export function SiteFooter({
  locale,
  plan,
  threshold,
  csvHref = null,
}: {
  locale: Locale;
  plan: PlanHead | null;
  /** Counts of persons from 1 to one below it are never public. */
  threshold: number;
  csvHref?: string | null;
}) {
  const t = useTranslations("common.footer");
  const root = plan && `/${locale}/${plan.code}`;
  return (
    <footer className="foot">
      <div className="wrap">
        <div>
          <h2>{t("about")}</h2>
          {(plan?.isReference || plan?.isDemonstration) && (
            <p>
              {plan.isReference && t("reference")} {plan.isDemonstration && t("madeUp")}
            </p>
          )}
          {root && (
            <p>
              {t.rich("method", {
                version: methodVersion,
                last: threshold - 1,
                threshold,
                method: (chunks) => <a href={`${root}/about#method`}>{chunks}</a>,
              })}
            </p>
          )}
          <p>{t("boundaries")}</p>
        </div>
        {root && (
          <>
            <div>
              <h2>{t("use")}</h2>
              <ul>
                {csvHref && (
                  <li>
                    <a href={csvHref}>{t("csv")}</a>
                  </li>
                )}
                <li>
                  <a href={`${root}/about#cite`}>{t("cite")}</a>
                </li>
                <li>
                  <a href={`${root}/about#privacy`}>{t("privacy")}</a>
                </li>
              </ul>
            </div>
            <div>
              <h2>{t("results")}</h2>
              <ul>
                <li>
                  <a href={root}>{t("overview")}</a>
                </li>
                <li>
                  <a href={`${root}/goals`}>{t("goals")}</a>
                </li>
                <li>
                  <a href={`${root}/countries`}>{t("countries")}</a>
                </li>
                <li>
                  <a href={`${root}/indicators`}>{t("indicators")}</a>
                </li>
              </ul>
            </div>
          </>
        )}
      </div>
    </footer>
  );
}
