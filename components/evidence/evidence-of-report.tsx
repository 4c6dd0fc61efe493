import { useTranslations } from "next-intl";
import { addressOf } from "@/lib/views/report-view";
import type { ReviewView } from "@/lib/views/review-view";
import { EvidenceItem } from "./evidence-item";
import { useEvidenceText } from "./use-evidence-text";

/** What backs a report as a whole, for whoever reviews it. */
export function EvidenceOfReport({ view: { report, ofReport } }: { view: Pick<ReviewView, "report" | "ofReport"> }) {
  const t = useTranslations("sourceFiles.evidence");
  const textOf = useEvidenceText(addressOf(report));
  if (ofReport.length === 0) return null;
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence" className="mt-4">
        {t("ofReport")}
      </h2>
      <ul className="evidence-list">
        {ofReport.map((one) => (
          <EvidenceItem key={one.id} text={textOf(one)} />
        ))}
      </ul>
    </section>
  );
}
