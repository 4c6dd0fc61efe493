import { useLocale, useTranslations } from "next-intl";
import { fileSizeOf } from "@/lib/i18n/file-size";
import type { Locale } from "@/lib/i18n/routing";
import { evidenceFilePath } from "@/lib/schemas/reports/evidence-paths";
import type { EvidenceView, ReportAddress } from "@/lib/views/report-view";
import type { EvidenceText } from "./evidence-item";

/** Writes the evidence of a report, wherever it is shown. */
export function useEvidenceText({ plan, unit, period }: ReportAddress): (evidence: EvidenceView) => EvidenceText {
  const files = useTranslations("sourceFiles");
  const locale = useLocale() as Locale;
  const size = fileSizeOf(locale);
  return ({ title, url, file, organisation }) => {
    if (file)
      return {
        ...{ title, isFile: true, href: evidenceFilePath({ plan, unit, period }, file.id) },
        note: `${organisation} · ${files("typeAndSize", { type: file.type, size: size(file.size) })}`,
      };
    return { title, isFile: false, href: url!, note: organisation };
  };
}
