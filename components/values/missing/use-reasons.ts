import { useTranslations } from "next-intl";
import { missingReasons } from "@/lib/domain/values/value";

/** The reasons why there is no value, to choose from. */
export function useReasons() {
  const t = useTranslations("values");
  return missingReasons.map((reason) => ({ value: reason, label: t("reason", { reason }) }));
}
