import { getTranslations } from "next-intl/server";
import { writeCsv } from "@/lib/exchange/csv/write-csv";
import { isLocale, spokenLocale } from "@/lib/i18n/routing";
import { naming } from "@/lib/i18n/unit-naming";
import { versionIn } from "@/lib/schemas/addresses/release-path";
import { type FileSubject, resultsFile } from "@/lib/server/queries/results-file";

/** A page's values as a CSV file, in the page's language; 404 where there is no such page. */
export async function csvResponse(locale: string, subject: FileSubject): Promise<Response> {
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const spoken = spokenLocale(locale);
  const t = await getTranslations({ locale: spoken });
  const unit = naming(await getTranslations({ locale: spoken, namespace: "unit" }));
  const rows = await resultsFile(
    subject,
    ({ isReference, isDemonstration }) => ({
      total: t("public.breakdown.total"),
      yes: t("public.value.yes"),
      no: t("public.value.no"),
      inWords: t("public.value.inWords"),
      of: (part, whole) => t("public.value.of", { part, whole }),
      unit,
      notice: [isReference && t("common.footer.reference"), isDemonstration && t("common.footer.madeUp")]
        .filter(Boolean)
        .join(" "),
    }),
    locale,
  );
  if (rows === null) return new Response(null, { status: 404 });
  const { plan, version, country, indicator, period } = subject;
  const release = version && versionIn(version)?.release;
  const name = [plan, release, country, indicator, period, spoken].filter(Boolean).join("-");
  return new Response(writeCsv(rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
    },
  });
}
