import { useLocale, useTranslations } from "next-intl";
import { usePersonName } from "@/components/people/person-name";
import { Tag } from "@/components/ui/tag";
import { formatsOf } from "@/lib/i18n/formats";
import { entryPath, reportPath } from "@/lib/i18n/paths";
import { useMoments } from "@/lib/i18n/use-moments";
import type { WorkQuery } from "@/lib/views/work-view";

/** What a reviewer asked, and where it is answered. */
export function QueryList({ queries, root }: { queries: readonly WorkQuery[]; root: string }) {
  const t = useTranslations("work");
  const personName = usePersonName();
  const { day } = useMoments();
  const { period: nameOf } = formatsOf(useLocale());
  return queries.map(({ unit, period, indicator, query, at, by }) => (
    <li key={`${unit} ${period} ${indicator.code}`}>
      <a href={entryPath(reportPath(root, { unit, period }), indicator.code)}>
        <span className="code">{indicator.code}</span> {indicator.title}
      </a>
      <Tag tone="amber">{t("replyNeeded")}</Tag>
      <p>{t("queryFrom", { by: personName(by), day: day(at), period: nameOf(period) })}</p>
      <p className="why wrap-anywhere whitespace-pre-line">{query}</p>
    </li>
  ));
}
