import { useTranslations } from "next-intl";
import { cache } from "react";
import { type Distribution, totalOf } from "@/lib/charts/distribution";
import { type Status, statuses } from "@/lib/domain/status";
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
  return templatesOf(useTranslations("status.counted"));
}

/** One list a page, so that it crosses to the browser once however many parts of the page use it. */
const templatesOf = cache((t: { raw: (status: Status) => string }) => statuses.map((status) => t.raw(status)));
