import { useTranslations } from "next-intl";
import { useEvidenceText } from "@/components/evidence/use-evidence-text";
import { usePersonName } from "@/components/people/person-name";
import { useWarningText } from "@/components/report/warning-text";
import { needsComment } from "@/lib/domain/values/value-warning";
import { useMoments } from "@/lib/i18n/use-moments";
import { addressOf } from "@/lib/views/report-view";
import type { ReviewIndicator, ReviewView } from "@/lib/views/review-view";
import type { RemarkRow } from "./item-row";

/** Says what there is to know about an indicator's values: warnings, the reply to a query, comments, evidence. */
export function useRemarkRows({ dimensions, report }: Pick<ReviewView, "dimensions" | "report">) {
  const t = useTranslations("review.remarks");
  const warningText = useWarningText(dimensions);
  const evidenceText = useEvidenceText(addressOf(report));
  const personName = usePersonName();
  const { day } = useMoments();
  return (indicator: ReviewIndicator): RemarkRow[] => {
    const { warnings, commentMissing, asked, comments, evidence } = indicator;
    const rows = warnings.map((warning): RemarkRow => {
      const { title, text } = warningText(warning, indicator);
      return [needsComment(warning) ? "warning" : "info", title, text];
    });
    if (commentMissing) rows.push(["note", t("commentMissing", { earlier: comments.length > 0 ? "yes" : "no" })]);
    if (asked)
      rows.push([
        "asked",
        asked.reply === "" ? t("askedWithoutReply") : t("reply"),
        t("asked", { query: asked.query }),
        asked.reply,
        asked.changedSince ? t("changedSince") : "",
      ]);
    for (const { id, body, author, at } of comments)
      rows.push(["comment", t("comment", { author: personName(author), day: day(at) }), body, id]);
    if (evidence.length > 0) rows.push(["evidence", t("evidence"), evidence.map((one) => [one.id, evidenceText(one)])]);
    return rows;
  };
}
