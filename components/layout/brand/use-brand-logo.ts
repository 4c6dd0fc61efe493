import { useTranslations } from "next-intl";
import type { BrandLogo } from "./brand";

/** The site's own mark, which travels with what the site says of itself; with an empty address where it has none. */
export function useBrandLogo(): BrandLogo {
  const t = useTranslations("common.logo");
  return { address: t("address"), width: t("width"), height: t("height") };
}
