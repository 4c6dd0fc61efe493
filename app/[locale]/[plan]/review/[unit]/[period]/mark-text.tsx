import { useTranslations } from "next-intl";
import type { ReviewIndicator } from "@/lib/schemas/review-view";

/** The mark of a report that can't be marked (any more, or by this person). */
export function MarkText({ mark }: { mark: ReviewIndicator["mark"] }) {
  const t = useTranslations("review.marks");
  return (
    <div className="decide">
      <p className="done">{mark === null ? t("none") : t("given", { mark: mark.mark, by: mark.by })}</p>
      {mark?.mark === "query" && <p className="done wrap-anywhere">{mark.query}</p>}
    </div>
  );
}
