import { useTranslations } from "next-intl";
import { useBrandLogo } from "./brand/use-brand-logo";
import { NotFoundText } from "./not-found-text";

/** Crosses with every page that may turn out not to be there, so it hands over its words and nothing else. */
export function NotFoundMessage() {
  const t = useTranslations("common");
  const logo = useBrandLogo();
  return (
    <NotFoundText
      product={t("product")}
      logo={logo}
      title={t("notFound.title")}
      lead={t("notFound.lead")}
      back={t("notFound.back")}
    />
  );
}
