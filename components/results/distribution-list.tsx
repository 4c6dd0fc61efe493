import { useTranslations } from "next-intl";
import { cache } from "react";
import { type Distribution, totalOf } from "@/lib/charts/distribution";
import { type Status, statuses } from "@/lib/domain/progress/status";
import { DistributionBars } from "./distribution-bars";

export interface DistributionRow {
  code: string;
  title: string;
  /** Code of the pillar, whose hue marks the row; null for none. */
  pillar: string | null;
  counts: Distribution;
}

/** One bar of statuses a row. Rows without any result are left out. */
export function DistributionList({
  rows,
  links,
  chart,
  csv,
}: {
  rows: readonly DistributionRow[];
  /** What stands before and after the row's code in the address that it leads to. */
  links: readonly [before: string, after: string];
  /** Addresses of its pictures and of its values: see `ChartLinks`. */
  chart: string;
  csv: string;
}) {
  const t = useTranslations("public.byGoal");
  const download = useTranslations("public")("download");
  return (
    <DistributionBars
      rows={rows
        .filter(({ counts }) => totalOf(counts) > 0)
        .map(({ code, title, pillar, counts }) => {
          const total = t("results", { count: totalOf(counts) });
          return [code, title, pillar?.toLowerCase() ?? "plain", counts, total];
        })}
      counted={useCountedTemplates()}
      links={links}
      files={[download, chart, csv]}
    />
  );
}

/** "{count} achieved", in the order of the statuses: the browser puts the numbers in. */
export function useCountedTemplates(): string[] {
  return templatesOf(useTranslations("status.counted"));
}

/** One list a page, so that it crosses to the browser once however many parts of the page use it. */
const templatesOf = cache((t: { raw: (status: Status) => string }) => statuses.map((status) => t.raw(status)));
