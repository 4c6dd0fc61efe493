import { useLocale, useTranslations } from "next-intl";
import { usePersonName } from "@/components/people/person-name";
import { Notice } from "@/components/ui/notice";
import { cellName } from "@/lib/charts/cell-name";
import { formatsOf } from "@/lib/i18n/formats";
import { useMoments } from "@/lib/i18n/use-moments";
import type { MovedStatus, PublishedView } from "@/lib/views/consequences-view";
import type { ReviewView } from "@/lib/views/review-view";
import { letterOf } from "@/lib/views/shown-status";
import { Changes, Lines } from "./decision/change-lists";
import { SHOWN } from "./indicators/list-place";

/** What became public with an approval: which statuses moved, from what to what, and what can be worked out since. */
function Published({
  published: { resultsVersion, own, region, hidden, moved, unprotected },
  view: {
    report: { unit, period },
    dimensions,
  },
  here,
}: {
  published: PublishedView;
  view: ReviewView;
  here: string;
}) {
  const t = useTranslations("review.state");
  const { period: nameOf } = formatsOf(useLocale());
  const consequences = useTranslations("review.consequences");
  const changesOf = (changes: readonly MovedStatus[]) =>
    changes.length > 0 && (
      <Changes
        rows={changes.map(({ indicator, period: at, before, after }) => [
          indicator,
          at === period.code ? "" : ` (${nameOf(at)})`,
          `${before === null ? "" : letterOf(before)}${letterOf(after)}`,
        ])}
        here={here}
        more={consequences("more", { count: changes.length - SHOWN })}
        isOpen={false}
      />
    );
  const values = unprotected.map(({ cell, ...value }) =>
    consequences("value", {
      indicator: value.indicator,
      period: nameOf(value.period),
      isFormer: String(value.isFormer),
      unit: value.unit === unit.code ? unit.name : value.unit,
      cell: cellName(cell, dimensions, consequences("total")),
    }),
  );
  return (
    <>
      <p>{t("published", { version: resultsVersion })}</p>
      <ul>
        <li>
          {t("publishedStatuses", { place: unit.name, ...own })}
          {changesOf(moved.own)}
        </li>
        {unit.level === "country" && (
          <li>
            {t("publishedStatuses", { place: t("region"), ...region })}
            {changesOf(moved.region)}
          </li>
        )}
        <li>{t("publishedHidden", { count: hidden })}</li>
        {values.length > 0 && (
          <li>
            {consequences("unprotected", { count: values.length })}
            <Lines lines={values} more={consequences("moreValues", { count: values.length - SHOWN })} isOpen={false} />
          </li>
        )}
      </ul>
    </>
  );
}

/** What was just done, and why nothing (more) can be decided here. */
export function StateNotice({
  view,
  done,
  takenBack,
  published,
  publicHref,
  here,
}: {
  view: ReviewView;
  done: unknown;
  /** How many acceptances were taken back, where that is what was done. */
  takenBack: number;
  published: PublishedView | null;
  publicHref: string;
  /** The review of the report. */
  here: string;
}) {
  const t = useTranslations("review.state");
  const personName = usePersonName();
  const { moment } = useMoments();
  const { period: periodName } = formatsOf(useLocale());
  const { report, isOwnSubmission, locks } = view;
  const unit = report.unit.name;
  if (report.state === "approved" && report.approved) {
    return (
      <Notice
        tone="ok"
        live={done === "approved"}
        id={done === "approved" ? "done" : undefined}
        title={t(done === "approved" ? "justApproved" : "approved")}
      >
        <p>
          {t("approvedBy", { at: moment(report.approved.at), by: personName(report.approved.by) })}{" "}
          <a href={publicHref}>{t("publicPage", { unit, period: periodName(report.period) })}</a>
        </p>
        {published && <Published {...{ published, view, here }} />}
      </Notice>
    );
  }
  if (view.withdrawn.includes(report.submission)) {
    return (
      <Notice title={t("withdrawn")}>
        <p>{t("withdrawnLead", { unit })}</p>
      </Notice>
    );
  }
  if (report.state === "returned" && report.returned) {
    const { at, by, reopened } = report.returned;
    return (
      <Notice
        tone={done === "returned" || done === "reopened" ? "ok" : "info"}
        live={done === "returned" || done === "reopened"}
        id={done === "returned" || done === "reopened" ? "done" : undefined}
        title={t(reopened ? "reopened" : "returned")}
      >
        <p>{t("returnedBy", { at: moment(at), by: personName(by), unit })}</p>
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
      <Notice tone="warning" title={t("locked", { period: periodName(report.period) })}>
        <p>{t("lockedLead")}</p>
      </Notice>
    );
  }
  return done === "saved" || done === "shared" || (done === "undone" && takenBack > 0) ? (
    <Notice tone="ok" live id="done">
      <p>{t(done, { count: takenBack })}</p>
    </Notice>
  ) : null;
}
