import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { useMoments } from "@/lib/i18n/use-moments";
import type { WorkQuery } from "@/lib/views/work-view";

/** What a reviewer asked, and where it is answered. */
export function QueryList({ queries, root }: { queries: readonly WorkQuery[]; root: string }) {
  const t = useTranslations("work");
  const { day } = useMoments();
  return queries.map(({ unit, period, indicator, query, at, by }) => (
    <li key={`${unit} ${period} ${indicator.code}`}>
      <a href={`${root}/reports/${unit}/${period}/indicators/${indicator.code}`}>
        <span className="code">{indicator.code}</span> {indicator.title}
      </a>
      <Tag tone="amber">{t("replyNeeded")}</Tag>
      <p>{t("queryFrom", { by, day: day(at), period })}</p>
      <p className="why wrap-anywhere">{query}</p>
    </li>
  ));
}
