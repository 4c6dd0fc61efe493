import { useLocale, useTranslations } from "next-intl";
import { useTableLabels } from "@/components/tables/use-table-labels";
import { EmptyState } from "@/components/ui/empty-state";
import { formatsOf } from "@/lib/i18n/formats";
import { reviewPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import type { ReviewListView } from "@/lib/views/review-view";
import { WaitingRows } from "./waiting-rows";

/** Submitted reports, the longest waiting first until they are ordered otherwise. */
export function WaitingReports({
  view,
  root,
  asked,
  beside,
}: {
  view: ReviewListView;
  root: string;
  asked: TableView;
  beside: string;
}) {
  const t = useTranslations("review.list");
  const locale = useLocale();
  const { day, moment } = useMoments();
  const { period: periodName } = formatsOf(locale);
  const table = useTableLabels({
    find: t("findWaiting"),
    found: t.raw("found"),
    foundNone: t("foundNone"),
    ownOrder: t("longestFirst"),
  });
  const waiting = view.reports
    .filter(({ state }) => state === "submitted")
    .sort((one, other) => (one.submittedAt ?? "").localeCompare(other.submittedAt ?? ""));
  const nameOf = (code: string) => view.units.find((unit) => unit.code === code)?.name ?? code;
  return (
    <section className="block first" aria-labelledby="waiting">
      <h2 id="waiting">{t("waiting")}</h2>
      {waiting.length === 0 ? (
        <EmptyState title={t("noneWaiting")}>
          <p>{t("noneWaitingLead")}</p>
        </EmptyState>
      ) : (
        <WaitingRows
          reports={waiting.map(({ unit, period, submission, submittedAt, submittedBy, answered, total, isOwn }) => ({
            href: reviewPath(root, { unit, period }),
            name: t("report", { unit: nameOf(unit), period: periodName(period) }),
            at: submittedAt ?? "",
            since: submittedAt === null ? "" : day(submittedAt),
            submission: t("submittedBy", {
              submission,
              at: submittedAt === null ? "" : moment(submittedAt),
              by: submittedBy ?? "",
            }),
            answered,
            total,
            progress: t("answered", { answered, total }),
            why: isOwn ? t("own") : "",
          }))}
          locale={locale}
          {...{ asked, beside }}
          labels={{
            caption: t("waiting"),
            report: t("stateHead"),
            since: t("waitingSince"),
            submission: t("submissionHead"),
            answered: t("answeredHead"),
            table,
          }}
        />
      )}
    </section>
  );
}
