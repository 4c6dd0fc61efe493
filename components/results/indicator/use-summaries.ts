import { useTranslations } from "next-intl";
import { summarising } from "@/lib/i18n/result-wording";

/** Each panel of a chart in a sentence, for who doesn't see it. */
export const useSummaries = () => summarising(useTranslations("public.trend"));
