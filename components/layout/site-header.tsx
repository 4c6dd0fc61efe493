import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { planPath, startPath } from "@/lib/i18n/paths";
import { type Locale, nativeNames, spokenLocale } from "@/lib/i18n/routing";
import { Brand } from "./brand/brand";
import { useBrandLogo } from "./brand/use-brand-logo";
import { LanguageMenu } from "./language-menu";
import { LanguageMenuHere } from "./language-menu-here";
import { MainNav } from "./main-nav";
import type { NavItem, PlanHead } from "./nav-item";

/**
 * Bar, navigation and what every page must say of its data.
 * @param path the address after the language, where the page knows it when it is built; null: read it in the browser.
 * @param current key of the present navigation item; null: found by the address.
 * @param account at the bar's end: a link to sign in, or a name and the way out.
 * @param wide full width, as in the entry form.
 */
export function SiteHeader({
  locale,
  plan,
  nav,
  current = null,
  path = null,
  account,
  aboutHref,
  wide = false,
}: {
  locale: Locale;
  plan: PlanHead | null;
  nav: readonly NavItem[];
  current?: string | null;
  path?: string | null;
  account: ReactNode;
  aboutHref: string | null;
  wide?: boolean;
}) {
  const t = useTranslations("common");
  const logo = useBrandLogo();
  const wrap = wide ? "wrap wrap-work" : "wrap";
  return (
    <header>
      <div className="bar">
        <div className={wrap}>
          <Brand href={plan ? planPath(locale, plan.code) : startPath(locale)} name={t("product")} logo={logo} />
          {plan && (
            <span className="plan">
              <span className="full">{t("planLong", { title: plan.title, subtitle: plan.subtitle })}</span>
              <span className="abbr">{t("planShort", { code: plan.code.toUpperCase(), subtitle: plan.subtitle })}</span>
            </span>
          )}
          <div className="end">
            {path === null ? (
              <LanguageMenuHere locale={locale} label={t("language")} />
            ) : (
              <LanguageMenu locale={locale} label={t("language")} path={path} />
            )}
            {account}
          </div>
        </div>
      </div>
      {nav.length > 0 && (
        <MainNav items={nav} current={current} label={t("mainNavigation")} menuLabel={t("menu")} wide={wide} />
      )}
      <PlanNotice plan={plan} aboutHref={aboutHref} wrap={wrap} />
      {spokenLocale(locale) !== locale && (
        <p className="strip" lang="en">
          <span className={`${wrap} block`}>{t("untranslated", { language: nativeNames[locale] })}</span>
        </p>
      )}
    </header>
  );
}

/** The reference framework and made-up values are named on every page that shows them. */
function PlanNotice({ plan, aboutHref, wrap }: { plan: PlanHead | null; aboutHref: string | null; wrap: string }) {
  const t = useTranslations("common");
  if (!plan?.isReference && !plan?.isDemonstration) return null;
  const kind = plan.isReference && plan.isDemonstration ? "both" : plan.isReference ? "reference" : "madeUp";
  return (
    <div className="strip">
      <div className={wrap}>
        <span className="full">{t("notice.long", { kind })}</span>
        <span className="abbr">
          {t("notice.short", { kind })} {aboutHref && <a href={aboutHref}>{t("notice.about")}</a>}
        </span>
      </div>
    </div>
  );
}
