import type { CellKey } from "@/lib/domain/framework/disaggregation";
import { type Approved, addApproved } from "@/lib/domain/results/approved-values";
import type { IndicatorFacts, PeriodFacts, PlanFacts, VersionFacts } from "@/lib/domain/results/plan-facts";
import { nothingSeen } from "@/lib/domain/results/stored-values";
import { seededRandom } from "@/lib/domain/suppression/secondary/random-source";
import type { WorkOutRequest } from "@/lib/threads/work-out-thread";

export interface IndicatorSize {
  countries: number;
  periods: number;
  /** Sexes and ages by which it is split, with all their sums: 3 and 9 make 40 cells. */
  sexes: number;
  ages: number;
}

export const fortyCells = { sexes: 3, ages: 9 };

const number = (count: number) => ({ kind: "number" as const, number: String(count) });

/** Every cell with what it counts: small numbers, so that much has to be hidden. */
export function countsOf({ sexes, ages }: Pick<IndicatorSize, "sexes" | "ages">, seed: number): Map<CellKey, number> {
  const random = seededRandom(seed);
  const counts = new Map<CellKey, number>();
  const add = (cell: CellKey, count: number) => counts.set(cell, (counts.get(cell) ?? 0) + count);
  for (let sex = 1; sex <= sexes; sex++)
    for (let age = 1; age <= ages; age++) {
      const count = random() < 0.3 ? 0 : Math.floor(random() * 12);
      for (const cell of ["total", `sex=s${sex}`, `age=a${age}`, `age=a${age};sex=s${sex}`]) add(cell, count);
    }
  return counts;
}

/**
 * A made-up indicator of persons, as the thread is asked to work it out when its last period is approved.
 * @param seed what is counted, in the same cells
 */
export function largeIndicator(
  size: IndicatorSize,
  accumulation: "perPeriod" | "cumulativeToDate",
  seed = 0,
): WorkOutRequest {
  const region = { id: 1, code: "REGION", level: "region" } as const;
  const countries = Array.from({ length: size.countries }, (_, index) => {
    return { id: index + 2, code: `C${index + 1}`, level: "country" } as const;
  });
  const periods = Array.from({ length: size.periods }, (_, index): PeriodFacts => {
    const code = String(2001 + index);
    return { id: index + 1, code, startsOn: `${code}-01-01`, endsOn: `${code}-12-31`, frequency: "annual" };
  });
  const version: VersionFacts = {
    id: 1,
    version: 1,
    comparable: true,
    validFrom: null,
    frequency: "annual",
    rules: {
      type: "number",
      direction: "increase",
      accumulation,
      aggregation: "sum",
      aggregationStep: null,
      countsPersons: true,
      decimals: 0,
      stepCount: 0,
    },
    baselines: new Map(countries.map(({ id }) => [id, { value: number(500), measuredOn: "2000-12-31", version: 1 }])),
    baselinesSince: new Map(),
    targets: new Map(
      countries.map(({ id }) => [id, periods.map(({ endsOn }) => ({ endsOn, value: number(1000), version: 1 }))]),
    ),
  };
  const indicator: IndicatorFacts = { id: 1, code: "G1.1-a", level: "country", versions: [version] };
  const plan: PlanFacts = {
    id: 1,
    threshold: 5,
    formerThresholds: [],
    units: [region, ...countries],
    periods,
    firstPeriodStartsOn: "2001-01-01",
    endsOn: "2030-12-31",
    indicators: [],
  };
  const approved: Approved = new Map();
  for (const { id: unitId } of countries) {
    const sums = new Map<CellKey, number>();
    for (const { id: periodId } of periods) {
      const counts = countsOf(size, (seed * 100 + unitId) * 100 + periodId);
      for (const [cell, count] of counts)
        sums.set(cell, count + (accumulation === "perPeriod" ? 0 : (sums.get(cell) ?? 0)));
      const at = { indicatorId: 1, unitId, periodId, version, approvedAt: new Date("2017-05-01T00:00:00Z") };
      addApproved(
        approved,
        at,
        [...sums].map(([cell, count]) => [cell, { value: number(count), revision: 1 }]),
      );
    }
  }
  return {
    plan,
    indicator,
    approved: approved.get(1)!,
    seen: nothingSeen(),
    key: new Uint8Array(32),
    hiding: { resultsVersion: 2, periodIds: new Set([size.periods]), looksAtAll: false },
  };
}
