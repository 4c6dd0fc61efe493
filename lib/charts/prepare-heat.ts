import { figureText, type PublicFigure, type Wording } from "./public-figure";
import type { RegionalRow, RegionalView, RegionCell } from "./regional-view";
import { letterOf } from "./shown-status";

/**
 * An indicator's row for the browser, as short as it can be: code, title, one letter a cell (countries, then the region;
 * `-` for no cell), the cells' figures, "5/6" where countries are missing from the region's status, and the unit.
 */
export type HeatRow = readonly [
  code: string,
  title: string,
  letters: string,
  figures: readonly string[],
  of: string,
  unit: string,
];

export interface HeatGoal {
  code: string;
  title: string;
  rows: HeatRow[];
}

export interface HeatPillar {
  code: string;
  title: string;
  goals: HeatGoal[];
}

export const noCell = "-";

/** Every indicator of the framework in its order, with its pillar and goal. */
export function prepareHeat(view: RegionalView, wording: Wording): HeatPillar[] {
  return view.pillars
    .map(({ code, title }) => ({
      code,
      title,
      goals: view.goals
        .filter(({ pillar }) => pillar === code)
        .map((goal) => ({
          code: goal.code,
          title: goal.title,
          rows: view.rows.filter((row) => row.goal === goal.code).map((row) => heatRow(row, wording)),
        }))
        .filter(({ rows }) => rows.length > 0),
    }))
    .filter(({ goals }) => goals.length > 0);
}

export function heatRow(row: RegionalRow, wording: Wording): HeatRow {
  const cells = [...row.countries, row.region];
  const letters = cells.map((cell) => (cell ? letterOf(cell.status) : noCell)).join("");
  const figures = [
    ...row.countries.map((cell) => (cell ? cellText(cell.figure, row, wording) : "")),
    row.region ? regionText(row.region, row, wording) : "",
  ];
  const of = row.region?.countries;
  const unit = row.type === "percentage" ? "%" : (row.unit ?? "");
  return [row.code, row.title, letters, figures, of && row.region?.isPartial ? `${of.in}/${of.of}` : "", unit];
}

/** A dash where words were reported: the table has no room for them. */
function cellText(figure: PublicFigure, row: RegionalRow, wording: Wording): string {
  return figure.mark === "words" ? "–" : figureText(figure, row, wording);
}

function regionText(cell: RegionCell, row: RegionalRow, wording: Wording): string {
  if (!cell.countsCountries) return cell.figure.mark === "missing" ? "–" : cellText(cell.figure, row, wording);
  if (cell.figure.mark !== "shown" || cell.figure.figure.kind !== "number" || !cell.countries) return "–";
  return wording.of(cell.figure.figure.number, String(cell.countries.of));
}
