import { prepareBars } from "@/lib/charts/prepare/prepare-bars";
import { absentKey } from "@/lib/charts/trend-model";
import { breakdownMarks } from "@/lib/i18n/result-wording";
import type { ChartBlock } from "@/lib/publication/document";
import { aboutIndicator, anchor, type Telling } from "@/lib/publication/prepare/context";
import type { Breakdown, IndicatorView } from "@/lib/views/indicator-view";

/** The period's values by the categories of one dimension, as bars; null where there is nothing to draw. */
export function breakdownChart(
  { words, period }: Telling,
  view: IndicatorView,
  breakdown: Breakdown,
): ChartBlock | null {
  const { t, wording, formats } = words;
  const { indicator } = view;
  const model = prepareBars(breakdown, indicator, wording, formats.number);
  if (!model) return null;
  const dimensions = words.dimensions(breakdown.dimensions);
  return {
    kind: "chart",
    id: anchor("i", indicator.code, breakdown.key),
    about: aboutIndicator(words, view),
    title: words.findingOfBreakdown(view, breakdown) ?? t("public.breakdown.title", { dimensions, period }),
    subtitle: t("public.breakdown.sub", { unit: words.measure(indicator), period }),
    source: [
      t("publication.indicator.source"),
      t("public.breakdown.marks", breakdownMarks(view)),
      t("public.value.suppressedMeans"),
      t("public.breakdown.gap"),
      ...(breakdown.isOpen ? [t("public.breakdown.openList")] : []),
    ].join(" "),
    alt: model.groups
      .map(({ name, bars }) => {
        const values = bars.map(({ text }, index) => `${model.series[index]} ${text}`);
        return t("publication.words.sentence", { text: `${name}: ${formats.list(values)}` });
      })
      .join(" "),
    chart: {
      type: "bars",
      model,
      words: { suppressed: t("status.word.suppressed"), missing: absentKey(model.absent) },
    },
  };
}
