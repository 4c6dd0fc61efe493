import "server-only";
import { countOfPoint, countsCountries, givenOf } from "@/lib/charts/axes/region-sets";
import { regionValueText } from "@/lib/charts/count-of-countries";
import { prepareHeatValues } from "@/lib/charts/prepare/prepare-heat";
import { publicationWords } from "@/lib/i18n/publication-words";
import { indicatorProgress, regionalProgress } from "@/lib/server/queries/results/public-progress";
import { shownText } from "@/lib/views/public-value";

/** A value as two pages say it. */
interface SaidTwice {
  indicator: string;
  unit: string;
  onOverview: string;
  onIndicatorPage: string;
}

const over = (countries: { in: number; of: number }) => `over ${countries.in} of ${countries.of}`;

/** The overview's view of values and the tables of the indicators' pages, cell by cell. */
export async function valuesTwice(plan: string, period: string): Promise<SaidTwice[]> {
  const { wording } = await publicationWords("en");
  const overview = (await regionalProgress(plan, period, "en"))!;
  const onOverview = prepareHeatValues(overview, wording, String, { value: over, status: () => "" });
  const said: SaidTwice[] = [];
  for (const { code: indicator, countries, region: cell } of overview.rows) {
    const view = (await indicatorProgress(plan, indicator, period, "en"))!;
    const { values, over: overs } = onOverview[indicator]!;
    for (const [index, line] of view.countries.entries()) {
      if (!countries[index]) continue;
      const { value } = line.points.at(-1)!;
      const onIndicatorPage = shownText(value, view.indicator, wording);
      said.push({ indicator, unit: line.code, onOverview: values[index]!, onIndicatorPage });
    }
    const { region } = view;
    if (!cell || !region) continue;
    const point = region.points.at(-1)!;
    const countOf = countOfPoint(region, point, countsCountries(view, region));
    const onIndicatorPage = regionValueText(point.value, countOf, view.indicator, wording);
    // A count says itself over how many countries it is.
    const given = { in: givenOf(region).length, of: region.countries?.of ?? 0 };
    const isOver = countOf === null && point.value.state !== "missing" && given.in < given.of;
    said.push({
      indicator,
      unit: region.code,
      onOverview: [values.at(-1)!, ...overs.filter(Boolean)].join(" "),
      onIndicatorPage: [onIndicatorPage, ...(isOver ? [over(given)] : [])].join(" "),
    });
  }
  return said;
}
