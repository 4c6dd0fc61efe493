import { useTranslations } from "next-intl";
import { type Distribution, totalOf } from "@/lib/charts/distribution";
import { statuses } from "@/lib/domain/status";
import { StatusBar } from "./status-bar";

export interface DistributionRow {
  code: string;
  title: string;
  href: string;
  /** Code of the pillar, whose hue marks the row; null for none. */
  pillar: string | null;
  counts: Distribution;
}

/** One bar of statuses a row. Rows without any result are left out. */
export function DistributionList({ rows }: { rows: readonly DistributionRow[] }) {
  const t = useTranslations("public.byGoal");
  const words = useCounted();
  return (
    <ul className="dist">
      {rows
        .filter(({ counts }) => totalOf(counts) > 0)
        .map(({ code, title, href, pillar, counts }) => (
          <li key={code}>
            <div className={`name ${pillar?.toLowerCase() ?? "plain"}`}>
              <b>{code}</b>
              <a href={href}>{title}</a>
            </div>
            <StatusBar counts={counts} label={t("bar", { name: code, parts: words(counts) })} />
            <div className="tot">{t("results", { count: totalOf(counts) })}</div>
          </li>
        ))}
    </ul>
  );
}

/** "11 achieved, 9 on track" */
export function useCounted(): (counts: Distribution) => string {
  const t = useTranslations("status.counted");
  return (counts) =>
    statuses.flatMap((status, index) => (counts[index] ? [t(status, { count: counts[index] })] : [])).join(", ");
}
