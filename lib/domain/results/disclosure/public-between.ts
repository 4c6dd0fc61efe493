import { totalCell } from "@/lib/domain/framework/disaggregation";
import type { Bounds } from "@/lib/domain/progress/regional-value";
import type { RegionWork } from "@/lib/domain/results/aggregate-countries";
import { resultKey } from "@/lib/domain/results/stored-values";
import { formatDecimal, type Rational, rational, sum } from "@/lib/domain/values/rational";
import type { Disclosing } from "./disclose";

/**
 * Where a hidden regional sum lies, as every reader can add up from the countries' values: exact ones and `<5`. null
 * where a country is suppressed, for then nobody can, and where the region's own value is shown.
 */
export function publicBetween({ period, region, result, version }: RegionWork, disclosing: Disclosing): Bounds | null {
  const { plan, hidden, present } = disclosing;
  const own = hidden.states.get(resultKey({ unitId: region.id, periodId: period.id, cell: totalCell }));
  if (version.rules.aggregation !== "sum" || !result.value || own === "shown") return null;
  const ranges = result.value.restsOn.map((unit): { low: Rational; high: Rational } | null => {
    const from = result.value?.carried.find((carried) => carried.unit === unit)?.from ?? period.code;
    const key = resultKey({
      unitId: plan.units.find(({ code }) => code === unit)!.id,
      periodId: plan.periods.find(({ code }) => code === from)!.id,
      cell: totalCell,
    });
    const each = present.get(key);
    const value = each?.value;
    const state = hidden.states.get(key);
    if (state === "shown" && value?.kind === "number")
      return { low: rational(value.number), high: rational(value.number) };
    if (state !== "small" || !each || !value) return null;
    // Only an imported "<5" may be 0 as well.
    return { low: rational(value.kind === "censored" ? 0 : 1), high: rational(hidden.boundOf(each) - 1) };
  });
  const known = ranges.filter((range) => range !== null);
  if (known.length < ranges.length) return null;
  return {
    low: formatDecimal(sum(known.map(({ low }) => low))),
    high: formatDecimal(sum(known.map(({ high }) => high))),
  };
}
