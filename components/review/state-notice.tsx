import { useTranslations } from "next-intl";
import { usePersonName } from "@/components/people/person-name";
import { Notice } from "@/components/ui/notice";
import { useMoments } from "@/lib/i18n/use-moments";
import type { PublishedView } from "@/lib/views/consequences-view";
import type { UnitView } from "@/lib/views/report-view";
import type { ReviewView } from "@/lib/views/review-view";

/** What became public with an approval, in numbers. */
function Published({
  published: { resultsVersion, own, region, hidden },
  unit,
}: {
  published: PublishedView;
  unit: UnitView;
}) {
  const t = useTranslations("review.state");
  return (
    <>
      <p>{t("published", { version: resultsVersion })}</p>
      <ul>
        <li>{t("publishedStatuses", { place: unit.name, ...own })}</li>
        {unit.level === "country" && <li>{t("publishedStatuses", { place: t("region"), ...region })}</li>}
        <li>{t("publishedHidden", { count: hidden })}</li>
      </ul>
    </>
  );
}

/** What was just done, and why nothing (more) can be decided here. */
export function StateNotice({
  view,
  done,
  published,
  publicHref,
}: {
  view: ReviewView;
  done: unknown;
  published: PublishedView | null;
  publicHref: string;
}) {
  const t = useTranslations("review.state");
  const personName = usePersonName();
  const { moment } = useMoments();
  const { report, isOwnSubmission, locks } = view;
  const unit = report.unit.name;
  if (report.state === "approved" && report.approved) {
    return (
      <Notice tone="ok" live={done === "approved"} title={t(done === "approved" ? "justApproved" : "approved")}>
        <p>
          {t("approvedBy", { at: moment(report.approved.at), by: personName(report.approved.by) })}{" "}
          <a href={publicHref}>{t("publicPage", { unit, period: report.period.code })}</a>
        </p>
        {published && <Published published={published} unit={report.unit} />}
      </Notice>
    );
  }
  if (report.state === "returned" && report.returned) {
    const { at, by, reopened } = report.returned;
    return (
      <Notice
        tone={done === "returned" || done === "reopened" ? "ok" : "info"}
        live={done === "returned" || done === "reopened"}
        title={t(reopened ? "reopened" : "returned")}
      >
        <p>{t("returnedBy", { at: moment(at), by: personName(by), unit })}</p>
      </Notice>
    );
  }
  if (report.state === "draft") {
    return (
      <Notice title={t("withdrawn")}>
        <p>{t("withdrawnLead", { unit })}</p>
      </Notice>
    );
  }
  if (isOwnSubmission) {
    return (
      <Notice tone="warning" title={t("own")}>
        <p>{t("ownLead")}</p>
      </Notice>
    );
  }
  if (locks.approve === "periodLocked") {
    return (
      <Notice tone="warning" title={t("locked", { period: report.period.code })}>
        <p>{t("lockedLead")}</p>
      </Notice>
    );
  }
  return done === "saved" || done === "shared" ? (
    <Notice tone="ok" live>
      <p>{t(done)}</p>
    </Notice>
  ) : null;
}
