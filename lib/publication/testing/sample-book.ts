import { type Status, statuses } from "@/lib/domain/progress/status";
import type { ShownRow, ShownValue } from "@/lib/exchange/csv/shown-row";
import type { DataBook, DataIndicator } from "../data-book";

// The values of a small publication, made up: every mark, type and kind of text, by a rule and not by chance.

const units = [
  { code: "KHM", name: "Cambodia" },
  { code: "CHN", name: "China" },
  { code: "LAO", name: "Lao PDR" },
  { code: "MMR", name: "Myanmar" },
  { code: "THA", name: "ประเทศไทย" },
  { code: "VNM", name: "Viet Nam" },
  { code: "REGION", name: "Region" },
];
const years = [2015, 2016, 2017];
const goals = [
  { code: "G1", title: "National law and policy rest on a common understanding of trafficking", pillar: "P1" },
  { code: "G5", title: "Victims are identified early and referred", pillar: "P3" },
];
const indicators: DataIndicator[] = [
  indicator("G1.1-a", "Law in line with the Palermo Protocol is in force", "yesNo", ""),
  indicator("G1.1-b", "National plan of action", "milestone", ""),
  indicator("G1.2-a", "Officials trained", "number", "persons"),
  indicator("G1.2-b", "Lessons learned", "narrative", ""),
  indicator("G5.1-a", "Victims identified", "number", "persons"),
  indicator("G5.1-b", "Victims referred within five days, of all victims identified", "percentage", "%"),
  indicator("G5.2-a", "Days from identification to referral", "number", "days"),
  indicator("G5.2-b", "=1+1 is a title, and no formula", "number", "persons"),
];

function indicator(code: string, title: string, type: DataIndicator["type"], measure: string): DataIndicator {
  return { code, title, goal: code.slice(0, 2), outcome: code.split("-")[0]!, isOfCountries: true, type, measure };
}

/** Days are told to the hundredth. */
const placesOf = ({ measure }: Pick<DataIndicator, "measure">) => (measure === "days" ? 2 : 0);

/** Of the region, what is a word in a country counts countries. */
const isCount = ({ type }: Pick<DataIndicator, "type">, unit: number) =>
  units[unit]!.code === "REGION" && (type === "yesNo" || type === "milestone");

function shownOf({ type, measure }: DataIndicator, turn: number, isCount: boolean): ShownValue {
  if (turn % 11 === 4) return { state: "missing", reason: turn % 2 ? "notCollected" : null };
  if (isCount) return { state: "shown", value: String(turn % 5), ofCountries: 5 };
  switch (type) {
    case "yesNo":
      return { state: "shown", value: turn % 3 ? "Yes" : "No" };
    case "milestone":
      return { state: "shown", value: ["Drafted", "Adopted", "In force"][turn % 3]! };
    case "narrative":
      return { state: "shown", value: "in words" };
    case "percentage": {
      const numerator = 40 + ((turn * 7) % 300);
      return { state: "shown", value: (numerator / 4).toFixed(1), numerator: String(numerator), denominator: "400" };
    }
    case "number":
      if (turn % 7 === 3) return { state: "small", below: 5 };
      if (turn % 13 === 6) return { state: "suppressed" };
      return { state: "shown", value: turn % 17 === 1 ? "0" : (turn * 137 + 10.5).toFixed(placesOf({ measure })) };
  }
}

function rowOf({ code, title, measure, ...rest }: DataIndicator, unit: number, year: number, turn: number): ShownRow {
  const counts = isCount(rest, unit);
  const value = shownOf({ code, title, measure, ...rest }, turn, counts);
  const status: Status = value.state === "shown" ? statuses[turn % statuses.length]! : "notAssessed";
  return {
    plan: "SPAIV",
    indicator: code,
    indicatorTitle: title,
    definitionVersion: 1,
    unit: units[unit]!.code,
    unitName: units[unit]!.name,
    period: String(year),
    periodStartsOn: `${year}-01-01`,
    periodEndsOn: `${year}-12-31`,
    cell: "total",
    cellName: "Total",
    measure: counts ? "countries" : measure,
    value,
    target: rest.type === "number" ? (turn * 150).toFixed(placesOf({ measure })) : null,
    targetPeriod: rest.type === "number" ? String(year) : null,
    status,
    statusReason: status !== "notAssessed" ? null : value.state === "suppressed" ? "hidden" : "noApprovedValue",
    approvedOn: `${year + 1}-05-12`,
    countries:
      units[unit]!.code === "REGION" && value.state !== "missing" ? { in: ["KHM", "LAO", "THA", "VNM"], of: 5 } : null,
    statusCountries: units[unit]!.code === "REGION" && status !== "notAssessed" ? 3 : null,
    notice: "Reference framework, not the adopted text. All values are made up.",
  };
}

let turn = 0;
export const sampleBook: DataBook = {
  units,
  periods: years.map((year) => ({ code: String(year), name: String(year), endsOn: `${year}-12-31` })),
  goals,
  indicators,
  rows: indicators.flatMap((each, index) =>
    units.flatMap((_, unit) =>
      // Not every indicator is for every unit.
      index === 1 && unit === 6 ? [] : years.map((year) => rowOf(each, unit, year, turn++)),
    ),
  ),
};
