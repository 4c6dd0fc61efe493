import { useTranslations } from "next-intl";
import { startPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { NotFoundText } from "./not-found-text";

/** Crosses with every page that may turn out not to be there, so it hands over its words and nothing else. */
export function NotFoundMessage({ locale }: { locale: Locale }) {
  const t = useTranslations("common");
  return (
    <NotFoundText
      href={startPath(locale)}
      product={t("product")}
      title={t("notFound.title")}
      lead={t("notFound.lead")}
      back={t("notFound.back")}
    />
  );
}
