import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Tag } from "@/components/ui/tag";
import { reviewPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { ReviewListView } from "@/lib/views/review-view";

/** Submitted reports, the longest waiting first. */
export function WaitingReports({ view, root }: { view: ReviewListView; root: string }) {
  const t = useTranslations("review.list");
  const { day, moment } = useMoments();
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
        <ul className="tasks">
          {waiting.map(({ unit, period, submission, submittedAt, submittedBy, answered, total, isOwn }) => (
            <li key={`${unit} ${period}`}>
              <a href={reviewPath(root, { unit, period })}>{t("report", { unit: nameOf(unit), period })}</a>
              <Tag tone="amber">{t("waitingSince", { day: submittedAt === null ? "" : day(submittedAt) })}</Tag>
              <p>
                {t("submittedBy", {
                  submission,
                  at: submittedAt === null ? "" : moment(submittedAt),
                  by: submittedBy ?? "",
                })}{" "}
                {t("answered", { answered, total })}
              </p>
              {isOwn && <p className="why">{t("own")}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
