import type { TrendWords } from "@/lib/charts/prepare/prepare-trend";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import type { Wording } from "@/lib/views/public-value";

export function trendWords(locale: Locale, wording: Wording): TrendWords {
  const { year, period, number } = formatsOf(locale);
  return { wording, year, period, number };
}
