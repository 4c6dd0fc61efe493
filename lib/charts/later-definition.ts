import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { IndicatorView } from "../views/indicator-view";

/**
 * From when the definition holds that a target was set under, where that is after the page's period: such a target is no
 * measure for what stands under the definition before. null for any other.
 */
export function laterDefinition(
  { history, period }: Pick<IndicatorView, "history" | "period">,
  targetVersion: number | null,
): IsoDate | null {
  const from = history.find(({ version }) => version === targetVersion)?.validFrom ?? null;
  return from !== null && from > period.startsOn ? from : null;
}
