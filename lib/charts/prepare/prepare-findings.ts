import { countryResults } from "@/lib/charts/country-results";
import { assessedIn, countIn, type Distribution, distributionOf } from "@/lib/charts/distribution";
import { monthNumber } from "@/lib/domain/framework/reporting-period";
import type { Status } from "@/lib/domain/progress/status";
import { isNotApplicable } from "@/lib/views/public-value";
import type { RegionalCell, RegionalRow, RegionalView } from "@/lib/views/regional-view";
import type { NamedUnit } from "@/lib/views/results-plan";
import { countedAs, favourable, type ShownStatus } from "@/lib/views/shown-status";
import { prepareCompleteness } from "./prepare-completeness";

export interface NamedIndicator {
  code: string;
  title: string;
}

interface ReachedIndicator extends NamedIndicator {
  /** How many countries have a value, all of which reached or keep it. */
  count: number;
}

interface SlowIndicator extends NamedIndicator {
  behind: number;
  assessed: number;
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
  /** Whole years from the period's end to the plan's; none after it. */
  yearsLeft: number;
  /** The period extends the plan. */
  afterEnd: "yes" | "no";
  /**
   * Indicators that every country with a value reached or keeps, those of most countries first: one that hasn't reported
   * says nothing for or against.
   */
  reachedByAll: ReachedIndicator[];
  /** The indicators with the largest share of assessed countries behind; only a share of at least two countries counts. */
  slowest: SlowIndicator[];
  /** How many more have that share. */
  asSlow: number;
  movedAway: number;
  /** Which results these are, those of most countries first. */
  movedAwayOn: { indicator: NamedIndicator; countries: NamedUnit[] }[];
  /**
   * The fewest countries that hold at least two thirds of the results that moved away, the most affected first; null where
   * others would do as well, or they are more than half of all, or all that reported.
   */
  movedAwayMostly: { countries: NamedUnit[]; count: number } | null;
}

const behind: readonly Status[] = ["accelerationNeeded", "limitedProgress", "movingAway", "missed"];

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
    ...timeLeft(view),
    reachedByAll: reachedByAll(view.rows),
    ...slowestOf(view.rows),
    movedAway: countIn(distribution, "movingAway"),
    movedAwayOn: movedAwayOn(view),
    movedAwayMostly: movedAwayMostly(view),
  };
}

function timeLeft({ plan, period }: RegionalView): Pick<RegionalFindings, "yearsLeft" | "afterEnd"> {
  const months = monthNumber(plan.endsOn) - monthNumber(period.endsOn);
  return { yearsLeft: Math.max(0, Math.floor(months / 12)), afterEnd: months < 0 ? "yes" : "no" };
}

function statusesOf(row: RegionalRow): ShownStatus[] {
  return countryResults([row]).map(({ status }) => status);
}

function valuesOf(results: readonly RegionalCell[]): RegionalFindings["values"] {
  const { given, due, notApplicable } = prepareCompleteness(results.map(({ value }) => value));
  return { given, due, notApplicable };
}

function reachedByAll(rows: readonly RegionalRow[]): ReachedIndicator[] {
  const reached = rows.flatMap((row) => {
    const due = row.countries.filter((cell) => cell && !isNotApplicable(cell.value));
    const given = due.flatMap((cell) => (cell && cell.value.state !== "missing" ? [cell.status] : []));
    const isAll = given.every((status) => ["achieved", "maintained"].includes(countedAs(status)));
    return isAll && given.length >= leastOf(due.length) ? [{ row, count: given.length }] : [];
  });
  return spread(reached, (each) => each.count).map(({ row, count }) => ({ ...named(row), count }));
}

/** As many as the region's status needs: at least two thirds, and never one country alone. */
const leastOf = (due: number) => Math.max(2, Math.ceil((2 * due) / 3));

/** Of equal shares, those of most countries are named. */
function slowestOf(rows: readonly RegionalRow[]): Pick<RegionalFindings, "slowest" | "asSlow"> {
  const counted = rows
    .map((row) => {
      const assessed = statusesOf(row).filter((status) => countedAs(status) !== "notAssessed");
      return {
        row,
        assessed: assessed.length,
        behind: assessed.filter((status) => behind.includes(countedAs(status))).length,
      };
    })
    .filter((each) => each.assessed >= 2 && each.behind > 0);
  const shareOf = (each: { behind: number; assessed: number }) => each.behind / each.assessed;
  const largest = Math.max(...counted.map(shareOf));
  const tied = counted.filter((each) => shareOf(each) === largest);
  const slowest = spread(tied, ({ assessed }) => assessed)
    .slice(0, 2)
    .map(({ row, ...counts }) => ({ ...named(row), ...counts }));
  return { slowest, asSlow: tied.length - slowest.length };
}

function movedAwayOn({ rows, countries }: RegionalView): RegionalFindings["movedAwayOn"] {
  return rows
    .map((row) => ({
      indicator: named(row),
      countries: countries.filter((_, index) => {
        const cell = row.countries[index];
        return cell && countedAs(cell.status) === "movingAway";
      }),
    }))
    .filter((each) => each.countries.length > 0)
    .toSorted((one, other) => other.countries.length - one.countries.length);
}

/**
 * The highest first. Where they tie, the goal that stands least often before comes first, so that the head of the
 * framework isn't named at the cost of the rest.
 */
function spread<T extends { row: RegionalRow }>(rows: readonly T[], sizeOf: (row: T) => number): T[] {
  const ordered = rows.toSorted((one, other) => sizeOf(other) - sizeOf(one));
  const chosen: T[] = [];
  const named = ({ row }: T) => chosen.filter((each) => each.row.goal === row.goal).length;
  while (ordered.length > 0) {
    const ties = ordered.filter((each) => sizeOf(each) === sizeOf(ordered[0]!));
    const [next] = ties.toSorted((one, other) => named(one) - named(other));
    chosen.push(next!);
    ordered.splice(ordered.indexOf(next!), 1);
  }
  return chosen;
}

function movedAwayMostly({ rows, countries, reported }: RegionalView): RegionalFindings["movedAwayMostly"] {
  const counts = countries.map((country, index) => ({
    country,
    count: rows.filter((row) => {
      const cell = row.countries[index];
      return cell && countedAs(cell.status) === "movingAway";
    }).length,
  }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const falling = counts.filter((one) => one.count > 0).toSorted((one, other) => other.count - one.count);
  let count = 0;
  let most = 0;
  while (3 * count < 2 * total) {
    count += falling[most]!.count;
    most += 1;
  }
  // One that has as many as the last of them would be left out for nothing but its place.
  const isTied = falling[most]?.count === falling[most - 1]?.count;
  // Named only where it says something: a few of the countries, and more than a single result.
  return total > 1 && !isTied && 2 * most <= countries.length && most < reported.length
    ? { countries: falling.slice(0, most).map(({ country }) => country), count }
    : null;
}

const named = ({ code, title }: RegionalRow): NamedIndicator => ({ code, title });
