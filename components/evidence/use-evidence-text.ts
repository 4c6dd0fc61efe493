import { useLocale, useTranslations } from "next-intl";
import { readFormerName } from "@/lib/domain/former-person";
import { fileSizeOf } from "@/lib/i18n/file-size";
import type { Locale } from "@/lib/i18n/routing";
import { useMoments } from "@/lib/i18n/use-moments";
import { evidenceFilePath } from "@/lib/schemas/reports/evidence-paths";
import type { EvidenceView, ReportAddress } from "@/lib/views/report-view";
import type { EvidenceText } from "./evidence-item";

/** Writes the evidence of a report, wherever it is shown. */
export function useEvidenceText({ plan, unit, period }: ReportAddress): (evidence: EvidenceView) => EvidenceText {
  const files = useTranslations("sourceFiles");
  const locale = useLocale() as Locale;
  const size = fileSizeOf(locale);
  const { moment } = useMoments();
  return ({ title, url, file, organisation, by, at }) => {
    // Documents of one title are told apart by who added each, and when. Of whose data were erased the organisation says enough.
    const added = readFormerName(by) ? moment(at) : `${by}, ${moment(at)}`;
    if (!file) return { title, isFile: false, href: url!, note: `${organisation} · ${added}` };
    return {
      title,
      isFile: true,
      href: evidenceFilePath({ plan, unit, period }, file.id),
      note: `${organisation} · ${files("typeAndSize", { type: file.type, size: size(file.size) })} · ${added}`,
    };
  };
}
