import { monthNumber } from "@/lib/domain/reporting-period";
import { countryResults } from "./country-results";
import { assessedIn, countIn, type Distribution, distributionOf } from "./distribution";
import { prepareCompleteness } from "./prepare-completeness";
import type { RegionalCell, RegionalRow, RegionalView } from "./regional-view";
import type { NamedUnit } from "./results-plan";
import { countedAs, favourable, type ShownStatus } from "./shown-status";

export interface NamedIndicator {
  code: string;
  title: string;
}

/** What the first screen says in sentences; each part is null or empty where the data doesn't support it. */
export interface RegionalFindings {
  /** Country results in each status. */
  distribution: Distribution;
  assessed: number;
  /** Values given, of those that are due. What a country says doesn't apply isn't; with it they are all its results. */
  values: { given: number; due: number; notApplicable: number };
  /** Achieved, maintained or on track. */
  favourable: number;
  /** Rounded; null where nothing is assessed. */
  percent: number | null;
  /** Whole years from the period's end to the plan's. */
  yearsLeft: number;
  /** Indicators that every country reached or keeps. */
  reachedByAll: NamedIndicator[];
  /** Indicators on which the most countries fall behind, at least two of them each. */
  slowest: NamedIndicator[];
  movedAway: number;
  /** The fewest countries that hold at least two thirds of the results that moved away, the most affected first. */
  movedAwayMostly: { countries: NamedUnit[]; count: number } | null;
}

const behind: readonly ShownStatus[] = ["limitedProgress", "movingAway", "missed"];

export function prepareFindings(view: RegionalView): RegionalFindings {
  const results = countryResults(view.rows);
  const distribution = distributionOf(results.map(({ status }) => status));
  const assessed = assessedIn(distribution);
  const good = favourable.reduce((sum, status) => sum + countIn(distribution, status), 0);
  return {
    distribution,
    assessed,
    values: valuesOf(results),
    favourable: good,
    percent: assessed === 0 ? null : Math.round((good / assessed) * 100),
    yearsLeft: Math.floor((monthNumber(view.plan.endsOn) - monthNumber(view.period.endsOn)) / 12),
    reachedByAll: view.rows.filter(isReachedByAll).slice(0, 2).map(named),
    slowest: slowestOf(view.rows),
    movedAway: countIn(distribution, "movingAway"),
    movedAwayMostly: movedAwayMostly(view),
  };
}

function statusesOf(row: RegionalRow): ShownStatus[] {
  return countryResults([row]).map(({ status }) => status);
}

function valuesOf(results: readonly RegionalCell[]): RegionalFindings["values"] {
  const { given, due, notApplicable } = prepareCompleteness(results.map(({ figure }) => figure));
  return { given, due, notApplicable };
}

function isReachedByAll(row: RegionalRow): boolean {
  const shown = statusesOf(row);
  return shown.length > 1 && shown.every((status) => status === "achieved" || status === "maintained");
}

function slowestOf(rows: readonly RegionalRow[]): NamedIndicator[] {
  return rows
    .map((row) => ({ row, count: statusesOf(row).filter((status) => behind.includes(status)).length }))
    .filter(({ count }) => count >= 2)
    .toSorted((one, other) => other.count - one.count)
    .slice(0, 2)
    .map(({ row }) => named(row));
}

function movedAwayMostly({ rows, countries }: RegionalView): RegionalFindings["movedAwayMostly"] {
  const counts = countries.map((country, index) => ({
    country,
    count: rows.filter((row) => {
      const cell = row.countries[index];
      return cell && countedAs(cell.status) === "movingAway";
    }).length,
  }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let count = 0;
  const most: NamedUnit[] = [];
  for (const each of counts.filter((one) => one.count > 0).toSorted((one, other) => other.count - one.count)) {
    if (3 * count >= 2 * total) break;
    most.push(each.country);
    count += each.count;
  }
  // Named only where it says something: a few of the countries, and more than a single result.
  return total > 1 && most.length > 0 && 2 * most.length <= countries.length ? { countries: most, count } : null;
}

const named = ({ code, title }: RegionalRow): NamedIndicator => ({ code, title });
