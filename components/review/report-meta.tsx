import { useTranslations } from "next-intl";
import { newTakeDownPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { ReviewView } from "@/lib/views/review-view";

/** Which submission this is, what was decided about those before, and the way to the report narrative. */
export function ReportMeta({
  view: { report, decisions, declared, mayTakeDown },
  here,
}: {
  view: ReviewView;
  here: string;
}) {
  const t = useTranslations("review.meta");
  const { moment, day } = useMoments();
  return (
    <>
      <ul className="meta">
        {report.submitted && (
          <li>
            {t.rich("submission", {
              submission: report.submission,
              at: moment(report.submitted.at),
              by: report.submitted.by,
              b: (chunks) => <b>{chunks}</b>,
            })}
          </li>
        )}
        {declared && <li className="wrap-anywhere">{t("declared", { ...declared })}</li>}
        <li>
          <a href={`${here}?tab=narrative`}>{t("narrative")}</a>
        </li>
        {mayTakeDown && (
          <li>
            <a href={newTakeDownPath(here)}>{t("takeDown")}</a>
          </li>
        )}
      </ul>
      {decisions.length > 0 && (
        <ul className="decisions">
          {decisions.map(({ submission, decision, at, by, queries, reason, readersReason }) => (
            <li key={at}>
              {t("decision", { submission, decision, day: day(at), by, queries })}
              {reason !== "" && <span className="why whitespace-pre-line">{reason}</span>}
              {readersReason !== "" && (
                <span className="why whitespace-pre-line">{t("readersReason", { reason: readersReason })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
