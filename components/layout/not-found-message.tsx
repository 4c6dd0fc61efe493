import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/routing";
import { SiteHeader } from "./site-header";

export function NotFoundMessage({ locale }: { locale: Locale }) {
  const t = useTranslations("common.notFound");
  return (
    <>
      <SiteHeader locale={locale} plan={null} nav={[]} account={null} aboutHref={null} />
      <main id="main" className="wrap">
        <title>{t("title")}</title>
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
        <p className="mt-4">
          <a href={`/${locale}`}>{t("back")}</a>
        </p>
      </main>
    </>
  );
}
