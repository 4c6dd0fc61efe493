import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { useMoments } from "@/lib/i18n/use-moments";
import type { QueryView, ReportHead } from "@/lib/views/report-view";

/** Why a report came back, and the way to the rows whose queries wait; nothing for one that isn't to be changed now. */
export function ReturnedNotice({
  report: { returned, lock },
  indicators,
  base,
}: {
  report: Pick<ReportHead, "returned" | "lock">;
  indicators: readonly { query: Pick<QueryView, "isOpen"> | null }[];
  /** The report's address. */
  base: string;
}) {
  const t = useTranslations("entryForm");
  const moments = useMoments();
  if (!returned || lock !== null) return null;
  const queries = indicators.filter(({ query }) => query?.isOpen).length;
  return (
    <Notice
      tone="warning"
      title={t("returned", { day: moments.day(returned.at), reopened: returned.reopened ? "yes" : "no" })}
    >
      <p className="wrap-anywhere whitespace-pre-line">{returned.reason || t("returnedQueries")}</p>
      {queries > 0 && (
        <p>
          <a href={`${base}?show=query`}>{t("queriesWaiting", { queries })}</a>
        </p>
      )}
    </Notice>
  );
}
