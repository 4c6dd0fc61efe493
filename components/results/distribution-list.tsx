import { useTranslations } from "next-intl";
import { type Distribution, totalOf } from "@/lib/charts/distribution";
import { statuses } from "@/lib/domain/status";
import { DistributionBars } from "./distribution-bars";

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
  return (
    <DistributionBars
      rows={rows
        .filter(({ counts }) => totalOf(counts) > 0)
        .map(({ code, title, href, pillar, counts }) => {
          const total = t("results", { count: totalOf(counts) });
          return [code, title, href, pillar?.toLowerCase() ?? "plain", counts, total];
        })}
      counted={useCountedTemplates()}
    />
  );
}

/** "{count} achieved", in the order of the statuses: the browser puts the numbers in. */
export function useCountedTemplates(): string[] {
  const t = useTranslations("status.counted");
  return statuses.map((status) => t.raw(status));
}
