import "server-only";
import { publicationWords } from "@/lib/i18n/publication-words";
import { countryProgress, indicatorProgress, regionalProgress } from "@/lib/server/queries/public-progress";
import { resultsFile } from "@/lib/server/queries/results-file";
import type { IndicatorView } from "@/lib/views/indicator-view";
import { figureText, type PublicFigure, partsText, type Scale } from "@/lib/views/public-figure";
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

/** Everything that the public pages tell of figures: the region's, the countries', the indicators', and their files. */
export async function hearPages({ code, worlds }: AttackedPlan, knowledge: Knowledge): Promise<void> {
  const { wording } = await publicationWords("en");
  const hear = (place: Place, source: string, figure: PublicFigure, scale: Scale) =>
    knowledge.hear(place, source, figureText(figure, scale, wording), partsText(figure, wording));
  const hearIndicator = ({ indicator, countries, region, breakdowns, period }: IndicatorView) => {
    for (const line of [...countries, ...(region ? [region] : [])]) {
      for (const { period: when, figure } of line.points) {
        const place = { indicator: indicator.code, unit: line.code, period: when.code, cell: "total" };
        hear(place, "page of the indicator", figure, indicator);
      }
    }
    for (const { columns, rows } of breakdowns) {
      for (const { unit, figures } of rows) {
        for (const [index, { cell }] of columns.entries()) {
          const place = { indicator: indicator.code, unit: unit.code, period: period.code, cell };
          hear(place, "page of the indicator", figures[index]!, indicator);
        }
      }
    }
  };
  for (const period of ["2015", "2016", "2017"]) {
    const region = await regionalProgress(code, period, "en");
    for (const row of region?.rows ?? []) {
      const cells = row.countries.map((cell, index) => [region!.countries[index]!.code, cell] as const);
      for (const [unit, cell] of [...cells, ["REGION", row.region] as const]) {
        if (cell) hear({ indicator: row.code, unit, period, cell: "total" }, "page of the region", cell.figure, row);
      }
    }
    for (const unit of region ? units : []) {
      const view = await countryProgress(code, unit, period, "en");
      for (const { row, cell } of view?.goals.flatMap(({ rows }) => rows) ?? []) {
        hear({ indicator: row.code, unit, period, cell: "total" }, "page of the country", cell.figure, row);
      }
    }
    for (const { indicator } of region ? worlds : []) {
      hearIndicator((await indicatorProgress(code, indicator, period, "en"))!);
      for (const row of (await resultsFile({ plan: code, period, indicator }, rowWords, "en")) ?? []) {
        const { figure, unit, cell } = row;
        const isShown = figure.state === "shown";
        const parts = isShown && figure.numerator ? `${figure.numerator} of ${figure.denominator}` : null;
        const text = isShown ? figure.value || parts || "" : figure.state === "small" ? `<${figure.below}` : "";
        const said = figure.state === "suppressed" ? "suppressed" : text;
        knowledge.hear({ indicator, unit, period: row.period, cell }, "file of the indicator", said, parts);
      }
    }
  }
}
