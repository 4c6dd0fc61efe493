import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { SiteLogoForm } from "@/components/settings/site-logo-form";
import { SiteSettingsForm } from "@/components/settings/site-settings-form";
import { managePath, settingsPath, smallCountsPath } from "@/lib/i18n/paths";
import { isLocale } from "@/lib/i18n/routing";
import { logoRefusals } from "@/lib/schemas/settings/site-logo-form";
import { ofPage } from "@/lib/server/action";
import { requireActor } from "@/lib/server/auth/current-actor";
import { siteSettingsPage } from "@/lib/server/queries/site-settings-page";
import { WorkFrame } from "../work-frame";
import { changeSiteSettingsAction } from "./actions";

export default async function SettingsPage({
  params,
  searchParams,
}: {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { locale } = await params;
  const { done, refused, at } = await searchParams;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireActor(settingsPath(locale));
  const view = await siteSettingsPage(actor, locale);
  if (view === null) notFound();
  const logoRefused = logoRefusals.find((code) => code === refused) ?? null;
  const [t, manage] = await Promise.all([getTranslations("settings"), getTranslations("manage")]);
  return (
    <WorkFrame actor={actor} locale={locale} plan={null} current="manage" words={["settings"]}>
      <main id="main" className="wrap">
        <Breadcrumb crumbs={[{ label: manage("title"), href: managePath(locale) }]} />
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <div className="narrow">
          {/* Saved, it is another form: what it then shows is what is set. */}
          <SiteSettingsForm
            key={String(at)}
            settings={view}
            locale={locale}
            isSaved={done === "saved"}
            isLogoRefused={logoRefused !== null}
            action={ofPage(actor, changeSiteSettingsAction)}
          />
          <SiteLogoForm settings={view} locale={locale} actor={actor} outcome={done === "logo" ? "set" : logoRefused} />
        </div>
        <section className="block" aria-labelledby="small-counts">
          <h2 id="small-counts">{t("smallCounts.title")}</h2>
          <p className="note">{t("smallCounts.ofPlans")}</p>
          <ul className="tasks">
            {view.plans.map(({ code, title }) => (
              <li key={code}>
                <a href={smallCountsPath(locale, code)}>{t("smallCounts.ofPlan", { plan: title })}</a>
              </li>
            ))}
          </ul>
        </section>
      </main>
    </WorkFrame>
  );
}
