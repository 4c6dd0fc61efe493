import { regionValueText } from "@/lib/charts/count-of-countries";
import type { Carried } from "@/lib/views/indicator-view";
import { isTakenDown, shownText, type Wording } from "@/lib/views/public-value";
import type { RegionalRow, RegionalView, RegionCell } from "@/lib/views/regional-view";
import { letterOf } from "@/lib/views/shown-status";

/** An indicator's row of the heat map; cells are those of the countries, then the region's. */
export interface HeatRow {
  code: string;
  title: string;
  /** One letter a cell; `noCell` where there is none. */
  letters: string;
  /** "5/6" where countries are missing from the region's status; else empty. */
  of: string;
  /** "Thailand (2015)": who stands in the region's value with an earlier one; empty where nobody does. */
  carried: string;
}

/** Beside a value of the region, or its status, in which an earlier value stands; a note below says whose. */
export const carriedSign = "*";

/** An indicator's values in words and digits, one a cell, and what they are counted in. */
export interface HeatValues {
  values: readonly string[];
  unit: string;
  /** Over how many countries the region's value stands, then its status, in words, where some are missing from them. */
  over: readonly string[];
}

export interface HeatGoal {
  code: string;
  title: string;
  /** The rows as `packRows` writes them, for they cross to the browser. */
  rows: string;
}

export interface HeatPillar {
  code: string;
  title: string;
  goals: HeatGoal[];
}

export const noCell = "-";

/** Names countries with the periods of their values. */
type CarriedText = (carried: readonly Carried[]) => string;

/** Every indicator of the framework in its order, with its pillar and goal. */
export function prepareHeat(view: RegionalView, carriedText: CarriedText): HeatPillar[] {
  return view.pillars
    .map(({ code, title }) => ({
      code,
      title,
      goals: view.goals
        .filter(({ pillar }) => pillar === code)
        .map((goal) =>
          heatGoal(
            goal,
            view.rows.filter((row) => row.goal === goal.code),
            carriedText,
          ),
        )
        .filter(({ rows }) => rows !== ""),
    }))
    .filter(({ goals }) => goals.length > 0);
}

/** The rows under one heading: a goal, or an outcome on a goal's page. */
export function heatGoal(
  { code, title }: { code: string; title: string },
  rows: readonly RegionalRow[],
  carriedText: CarriedText,
): HeatGoal {
  return { code, title, rows: packRows(rows.map((row) => heatRow(row, carriedText))) };
}

function heatRow({ code, title, countries, region }: RegionalRow, carriedText: CarriedText): HeatRow {
  const letters = [...countries, region].map((cell) => (cell ? letterOf(cell.status) : noCell)).join("");
  const carried = region && region.carried.length > 0 ? carriedText(region.carried) : "";
  return { code, title, letters, of: statusOver(region), carried };
}

/** "5/6" where countries are missing from the region's status; else empty. */
export function statusOver(region: RegionCell | null): string {
  const over = partOf(region);
  return over ? `${over.in}/${over.of}` : "";
}

/** What stands beside the region's status where little room is: "5/6*". */
export const regionSign = (region: RegionCell): string =>
  `${statusOver(region)}${region.carried.length > 0 ? carriedSign : ""}`;

/** Every country that stands in a value of these rows with an earlier one, once a period. */
export function carriedIn(rows: readonly RegionalRow[]): Carried[] {
  const all = rows.flatMap(({ region }) => region?.carried ?? []);
  return [...new Map(all.map((each) => [`${each.unit} ${each.from}`, each])).values()];
}

type Over = NonNullable<RegionCell["given"]>;

/**
 * The value is over all countries with a value, and a count of countries says so itself; its colour may be over fewer. Where
 * both are over the same countries it is said once.
 */
function oversOf(region: RegionCell | null): { value: Over | null; status: Over | null } {
  const status = partOf(region);
  if (!region?.given || region.value.state === "missing" || region.countOf !== null) return { value: null, status };
  const value = region.given.in < region.given.of ? region.given : null;
  return { value, status: value && value.in === status?.in ? null : status };
}

const partOf = (region: RegionCell | null) => (region?.isPartial ? region.countries : null);

/** The values of all rows by code, for those who ask for them: the page comes without. */
export function prepareHeatValues(
  view: RegionalView,
  wording: Wording,
  unitName: (unit: string) => string,
  overText: Record<"value" | "status", (over: Over) => string>,
): Record<string, HeatValues> {
  return Object.fromEntries(
    view.rows.map((row) => {
      const values = [
        ...row.countries.map((cell) => (cell ? shownText(cell.value, row, wording) : "")),
        row.region ? regionText(row.region, row, wording) : "",
      ];
      const unit = row.type === "percentage" ? "%" : row.unit === null ? "" : unitName(row.unit);
      const { value, status } = oversOf(row.region);
      const over = [...(value ? [overText.value(value)] : []), ...(status ? [overText.status(status)] : [])];
      return [row.code, { values, unit, over }];
    }),
  );
}

function regionText({ value, countOf }: RegionCell, row: RegionalRow, wording: Wording): string {
  return value.state === "missing" && !isTakenDown(value) ? "–" : regionValueText(value, countOf, row, wording);
}

/**
 * Rows as one text, a line a row and `|` between its parts: as lists of texts they would take twice the room, and they
 * cross with every page.
 */
export function packRows(rows: readonly HeatRow[]): string {
  const clean = (text: string) => text.replace(/[|\n]/g, " ");
  return rows
    .map(({ code, title, letters, of, carried }) =>
      [code, clean(title), letters, of, clean(carried)].join("|").replace(/\|{1,2}$/, ""),
    )
    .join("\n");
}

/** The rows that `packRows` wrote. */
export function unpackRows(packed: string): HeatRow[] {
  return packed.split("\n").map((line) => {
    const [code = "", title = "", letters = "", of = "", carried = ""] = line.split("|");
    return { code, title, letters, of, carried };
  });
}
