import { getTranslations } from "next-intl/server";
import { defaultLocale } from "@/lib/i18n/routing";

/**
 * For addresses outside every tree, such as a missing file. Next sends it along with each page as the outermost fallback,
 * and its own, with styles in attributes that the policy refuses, where there is none: so it is short.
 */
export default async function NotFound() {
  const t = await getTranslations({ locale: defaultLocale, namespace: "common" });
  return (
    <html lang={defaultLocale}>
      <body>
        <h1>{t("notFound.title")}</h1>
        <a href="/">{t("notFound.back")}</a>
      </body>
    </html>
  );
}
