import "server-only";
import { publicationWords } from "@/lib/i18n/publication-words";
import { countryProgress, indicatorProgress, regionalProgress } from "@/lib/server/queries/results/public-progress";
import { resultsFile } from "@/lib/server/queries/results/results-file";
import type { IndicatorView } from "@/lib/views/indicator-view";
import { type PublicValue, partsText, type Scale, shownText } from "@/lib/views/public-value";
import type { AttackedPlan, Place } from "./attacked-plan";
import type { Knowledge } from "./knowledge";

const units = ["KHM", "LAO", "THA"];
const rowWords = () => ({
  total: "Total",
  yes: "Yes",
  no: "No",
  inWords: "in words",
  of: (part: string, whole: string) => `${part} of ${whole}`,
  unit: String,
  notice: "",
});

/** Everything that the public pages tell of values: the region's, the countries', the indicators', and their files. */
export async function hearPages({ code, worlds }: AttackedPlan, knowledge: Knowledge): Promise<void> {
  const { wording } = await publicationWords("en");
  const hear = (place: Place, source: string, value: PublicValue, scale: Scale) =>
    knowledge.hear(place, source, shownText(value, scale, wording), partsText(value, wording));
  const hearIndicator = ({ indicator, countries, region, breakdowns, period }: IndicatorView) => {
    for (const line of [...countries, ...(region ? [region] : [])]) {
      for (const { period: when, value } of line.points) {
        const place = { indicator: indicator.code, unit: line.code, period: when.code, cell: "total" };
        hear(place, "page of the indicator", value, indicator);
      }
    }
    for (const { columns, rows } of breakdowns) {
      for (const { unit, values } of rows) {
        for (const [index, { cell }] of columns.entries()) {
          const place = { indicator: indicator.code, unit: unit.code, period: period.code, cell };
          hear(place, "page of the indicator", values[index]!, indicator);
        }
      }
    }
  };
  for (const period of ["2015", "2016", "2017"]) {
    const region = await regionalProgress(code, period, "en");
    for (const row of region?.rows ?? []) {
      const cells = row.countries.map((cell, index) => [region!.countries[index]!.code, cell] as const);
      for (const [unit, cell] of [...cells, ["REGION", row.region] as const]) {
        if (cell) hear({ indicator: row.code, unit, period, cell: "total" }, "page of the region", cell.value, row);
      }
    }
    for (const unit of region ? units : []) {
      const view = await countryProgress(code, unit, period, "en");
      for (const { row, cell } of view?.goals.flatMap(({ rows }) => rows) ?? []) {
        hear({ indicator: row.code, unit, period, cell: "total" }, "page of the country", cell.value, row);
      }
    }
    for (const { indicator } of region ? worlds : []) {
      hearIndicator((await indicatorProgress(code, indicator, period, "en"))!);
      for (const row of (await resultsFile({ plan: code, period, indicator }, rowWords, "en")) ?? []) {
        const { value, unit, cell } = row;
        const isShown = value.state === "shown";
        const parts = isShown && value.numerator ? `${value.numerator} of ${value.denominator}` : null;
        const text = isShown ? value.value || parts || "" : value.state === "small" ? `<${value.below}` : "";
        const said = value.state === "suppressed" ? "suppressed" : text;
        knowledge.hear({ indicator, unit, period: row.period, cell }, "file of the indicator", said, parts);
      }
    }
  }
}
