import { useTranslations } from "next-intl";
import { measuring } from "@/lib/i18n/result-wording";
import { useUnitNames } from "@/lib/i18n/unit-names";

/** What the values are, as a chart's subtitle says it: "Persons", "Per cent". */
export const useMeasure = () => measuring(useTranslations("public.measure"), useUnitNames());
