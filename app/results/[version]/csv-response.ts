import { getTranslations } from "next-intl/server";
import { writeCsv } from "@/lib/exchange/csv/write-csv";
import { isLocale, type Locale, spokenLocale } from "@/lib/i18n/routing";
import { naming } from "@/lib/i18n/unit-naming";
import { versionIn } from "@/lib/schemas/addresses/release-path";
import { type FileSubject, resultsFile } from "@/lib/server/queries/results/results-file";
import type { ResultsPlan } from "@/lib/views/results-plan";

/** What a file says beside its values, in the page's language. */
export async function wordsOfFile(locale: Locale) {
  const spoken = spokenLocale(locale);
  const t = await getTranslations({ locale: spoken });
  const unit = naming(await getTranslations({ locale: spoken, namespace: "unit" }));
  return ({ isReference, isDemonstration }: ResultsPlan) => ({
    total: t("public.breakdown.total"),
    yes: t("public.value.yes"),
    no: t("public.value.no"),
    inWords: t("public.value.inWords"),
    of: (part: string, whole: string) => t("public.value.of", { part, whole }),
    unit,
    notice: [isReference && t("common.footer.reference"), isDemonstration && t("common.footer.madeUp")]
      .filter(Boolean)
      .join(" "),
  });
}

export const csvFile = (name: string, text: string) =>
  new Response(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
    },
  });

/** A page's values as a CSV file, in the page's language; 404 where there is no such page. */
export async function csvResponse(locale: string, subject: FileSubject): Promise<Response> {
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const rows = await resultsFile(subject, await wordsOfFile(locale), locale);
  if (rows === null) return new Response(null, { status: 404 });
  const { plan, version, country, indicator, period } = subject;
  const release = version && versionIn(version)?.release;
  const name = [plan, release, country, indicator, period, spokenLocale(locale)].filter(Boolean).join("-");
  return csvFile(name, writeCsv(rows));
}
