import type { DistributionRow } from "@/components/results/distribution-list";
import { distributionOf } from "@/lib/charts/distribution";
import type { RegionalView } from "@/lib/views/regional-view";

/** How often each status occurs in each country, in the plan's order: never by rank. */
export function countryRows(view: RegionalView): DistributionRow[] {
  return view.countries.map(({ code, name }, index) => ({
    code,
    title: name,
    pillar: null,
    counts: distributionOf(view.rows.flatMap((row) => row.countries[index]?.status ?? [])),
  }));
}
