import { useLocale, useTranslations } from "next-intl";
import { formatsOf } from "@/lib/i18n/formats";
import type { PlatformReportHead } from "@/lib/views/commitments/platform-view";
import { platformWords } from "./platform-words";

/** Reports of a platform under each other, with where they stand. */
export function ReportLines({
  reports,
  hrefOf,
}: {
  reports: readonly PlatformReportHead[];
  hrefOf: (report: PlatformReportHead) => string;
}) {
  const t = useTranslations("civilSociety");
  const { yearOf, standing } = platformWords(t, formatsOf(useLocale()));
  if (reports.length === 0) return <p className="note">{t("noReports")}</p>;
  return (
    <ul className="bare-list">
      {reports.map((report) => (
        <li key={report.code}>
          <a href={hrefOf(report)}>{t("reportOf", { code: report.code, year: yearOf(report.year) })}</a>
          <p className="note">{standing(report).join(" · ")}</p>
        </li>
      ))}
    </ul>
  );
}
