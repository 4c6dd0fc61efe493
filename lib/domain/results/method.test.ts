import { describe, expect, it } from "vitest";
import type { IndicatorRules } from "@/lib/domain/framework/indicator";
import { seededRandom } from "@/lib/domain/suppression/secondary/random-source";
import type { AssessableValue, TargetValue } from "@/lib/domain/values/assessable-value";
import { methodVersion } from "../progress/status";
import { type Approved, addApproved } from "./approved-values";
import type { Hiding } from "./disclosure/hide-values";
import { method, methods } from "./method";
import type { PeriodFacts, PlanFacts, VersionFacts } from "./plan-facts";
import { nothingSeen, resultKey } from "./stored-values";
import { workOutIndicator } from "./work-out-indicator";

const number = (count: number) => ({ kind: "number" as const, number: String(count) });
const ratio = (part: number, whole: number) => ({
  kind: "ratio" as const,
  numerator: { exact: String(part) },
  denominator: { exact: String(whole) },
});
const answer = (yes: boolean) => ({ kind: "yesNo" as const, yes });
const step = (reached: number) => ({ kind: "step" as const, step: reached });

const count: IndicatorRules = {
  type: "number",
  direction: "increase",
  accumulation: "perPeriod",
  aggregation: "sum",
  aggregationStep: null,
  countsPersons: false,
  decimals: 0,
  stepCount: 0,
};

/** What two countries reported in the years 2017 to 2019 of a plan that ended with 2018. */
const indicators: Record<
  string,
  { rules: IndicatorRules; baseline: AssessableValue; targets: TargetValue[]; reported: AssessableValue[][] }
> = {
  "a count": {
    rules: count,
    baseline: number(100),
    targets: [number(160), number(180)],
    reported: [
      [number(130), number(150), number(190)],
      [number(160), number(184)],
    ],
  },
  "persons, less of whom is better": {
    rules: { ...count, countsPersons: true, direction: "decrease" },
    baseline: number(40),
    targets: [number(20), number(10)],
    reported: [
      [number(2), number(0), number(10)],
      [number(45), number(30), number(9)],
    ],
  },
  "a total since the start": {
    rules: { ...count, accumulation: "cumulativeToDate" },
    baseline: number(0),
    targets: [number(30), number(40)],
    reported: [[number(10), number(20), number(41)], [number(31)]],
  },
  "a percentage": {
    rules: { ...count, type: "percentage", aggregation: "ratioOfSums" },
    baseline: ratio(1, 2),
    targets: [number(75), number(80)],
    reported: [
      [ratio(7, 10), ratio(8, 10), ratio(0, 0)],
      [ratio(50, 100), ratio(79, 100)],
    ],
  },
  "yes or no": {
    rules: { ...count, type: "yesNo", accumulation: "snapshot", aggregation: "countOfCountries" },
    baseline: answer(false),
    targets: [answer(false), answer(true)],
    reported: [
      [answer(false), answer(true), answer(true)],
      [answer(false), answer(false), answer(true)],
    ],
  },
  "a milestone": {
    rules: { ...count, type: "milestone", aggregation: "countOfCountries", aggregationStep: 3, stepCount: 5 },
    baseline: step(1),
    targets: [step(2), step(4)],
    reported: [
      [step(2), step(3), step(4)],
      [step(0), step(4)],
    ],
  },
};

const periods = [2017, 2018, 2019].map((year, index): PeriodFacts => {
  return { id: index + 1, code: `${year}`, startsOn: `${year}-01-01`, endsOn: `${year}-12-31`, frequency: "annual" };
});

/** What an approval of everything is worked out from. */
function approvalOf({ rules, baseline, targets, reported }: (typeof indicators)[string]) {
  const region = { id: 1, code: "REGION", level: "region" } as const;
  const countries = reported.map((_, index) => ({ id: index + 2, code: `C${index + 1}`, level: "country" as const }));
  const set = targets.map((value, index) => ({ endsOn: periods[index]!.endsOn, value, version: 1 }));
  const version: VersionFacts = {
    id: 1,
    version: 1,
    comparable: true,
    validFrom: null,
    frequency: "annual",
    rules,
    baselines: new Map(countries.map(({ id }) => [id, { value: baseline, measuredOn: "2016-12-31", version: 1 }])),
    baselinesSince: new Map(),
    targets: new Map(countries.map(({ id }) => [id, set])),
  };
  const plan: PlanFacts = {
    id: 1,
    threshold: 5,
    formerThresholds: [],
    endsOn: "2018-12-31",
    units: [region, ...countries],
    periods,
    indicators: [],
    firstPeriodStartsOn: "2017-01-01",
  };
  const approved: Approved = new Map();
  for (const [index, values] of reported.entries())
    for (const [at, value] of values.entries()) {
      const place = { indicatorId: 1, unitId: index + 2, periodId: at + 1, version, approvedAt: new Date(0) };
      addApproved(approved, place, [["total", { value, revision: 1 }]]);
    }
  const indicator = { id: 1, code: "G1.1-a", level: "country" as const, versions: [version] };
  const hiding = { resultsVersion: 2, periodIds: new Set([1, 2, 3]), looksAtAll: true, random: seededRandom(1) };
  return { plan, indicator, approved: approved.get(1)!, hiding };
}

/** The totals of everybody in every year: the value and how it shows, the status as it is and as it is told, A and R. */
function worked(of: (typeof indicators)[string]): string[] {
  const { plan, indicator, approved, hiding } = approvalOf(of);
  const { rows } = workOutIndicator(plan, indicator, approved, nothingSeen(), hiding);
  const brief = ({ value, status, publicStatus, planned, ratio, afterEnd, disclosureState }: (typeof rows)[number]) =>
    [
      JSON.stringify(Object.values(value ?? {}).slice(1)),
      disclosureState,
      status,
      publicStatus,
      planned,
      ratio,
      afterEnd,
    ]
      .map((each) => each ?? "-")
      .join(" ");
  return rows.map((row) => `${row.unitId} ${periods[row.periodId - 1]!.code} ${brief(row)}`);
}

/** Of the two countries, 2 and 3, and of the region, 1. */
const made: Record<string, string[]> = {
  "a count": [
    `2 2017 ["130"] shown limitedProgress limitedProgress 160/1 0.500000 -`,
    `2 2018 ["150"] shown missed missed 180/1 0.625000 -`,
    `2 2019 ["190"] shown achieved achieved 180/1 - achievedLater`,
    `3 2017 ["160"] shown onTrack onTrack 160/1 1.000000 -`,
    `3 2018 ["184"] shown achieved achieved 180/1 - -`,
    `1 2017 ["290"] shown accelerationNeeded accelerationNeeded 320/1 0.750000 -`,
    `1 2018 ["334"] shown missed missed 360/1 0.837500 -`,
    `1 2019 ["190"] shown notAssessed notAssessed - - -`,
  ],
  "persons, less of whom is better": [
    `2 2017 ["2"] small achieved achieved 20/1 - -`,
    `2 2018 ["0"] shown achieved achieved 10/1 - -`,
    `2 2019 ["10"] shown achieved achieved 10/1 - stillAchieved`,
    `3 2017 ["45"] suppressed movingAway movingAway 20/1 -0.250000 -`,
    `3 2018 ["30"] shown missed missed 10/1 0.333333 -`,
    `3 2019 ["9"] shown achieved achieved 10/1 - achievedLater`,
    `1 2017 ["47"] shown accelerationNeeded accelerationNeeded 40/1 0.825000 -`,
    `1 2018 ["30"] shown missed missed 20/1 0.833333 -`,
    `1 2019 ["19"] shown achieved achieved 20/1 - achievedLater`,
  ],
  "a total since the start": [
    `2 2017 ["10"] shown limitedProgress limitedProgress 30/1 0.333333 -`,
    `2 2018 ["20"] shown missed missed 40/1 0.500000 -`,
    `2 2019 ["41"] shown achieved achieved 40/1 - achievedLater`,
    `3 2017 ["31"] shown onTrack onTrack 30/1 1.033333 -`,
    `1 2017 ["41"] shown accelerationNeeded accelerationNeeded 60/1 0.683333 -`,
    `1 2018 ["51"] shown missed missed 80/1 0.637500 -`,
    `1 2019 ["72"] shown missed missed 80/1 0.900000 stillMissed`,
  ],
  "a percentage": [
    `2 2017 [{"exact":"7"},{"exact":"10"}] shown accelerationNeeded accelerationNeeded 3/4 0.800000 -`,
    `2 2018 [{"exact":"8"},{"exact":"10"}] shown achieved achieved 4/5 - -`,
    `2 2019 [{"exact":"0"},{"exact":"0"}] shown notAssessed notAssessed 4/5 - -`,
    `3 2017 [{"exact":"50"},{"exact":"100"}] shown limitedProgress limitedProgress 3/4 0.000000 -`,
    `3 2018 [{"exact":"79"},{"exact":"100"}] shown missed missed 4/5 0.966667 -`,
    `1 2017 [{"exact":"57"},{"exact":"110"}] shown limitedProgress limitedProgress 3/4 0.072727 -`,
    `1 2018 [{"exact":"87"},{"exact":"110"}] shown missed missed 4/5 0.969697 -`,
    `1 2019 [{"exact":"0"},{"exact":"0"}] shown notAssessed notAssessed - - -`,
  ],
  "yes or no": [
    "2 2017 [false] shown pending pending 0/1 - -",
    "2 2018 [true] shown achieved achieved 1/1 - -",
    "2 2019 [true] shown achieved achieved 1/1 - stillAchieved",
    "3 2017 [false] shown pending pending 0/1 - -",
    "3 2018 [false] shown missed missed 1/1 - -",
    "3 2019 [true] shown achieved achieved 1/1 - achievedLater",
    `1 2017 ["0"] shown onTrack onTrack 0/1 - -`,
    `1 2018 ["1"] shown missed missed 2/1 0.500000 -`,
    `1 2019 ["2"] shown achieved achieved 2/1 - achievedLater`,
  ],
  "a milestone": [
    "2 2017 [2] shown onTrack onTrack 2/1 1.000000 -",
    "2 2018 [3] shown missed missed 4/1 0.666667 -",
    "2 2019 [4] shown achieved achieved 4/1 - achievedLater",
    "3 2017 [0] shown movingAway movingAway 2/1 -1.000000 -",
    "3 2018 [4] shown achieved achieved 4/1 - -",
    `1 2017 ["0"] shown onTrack onTrack 0/1 - -`,
    `1 2018 ["2"] shown achieved achieved 2/1 - -`,
    `1 2019 ["1"] shown notAssessed notAssessed - - -`,
  ],
};

describe(`method ${method}`, () => {
  // Where this differs, a rule was changed: add a method, or results that stand are never worked out anew by it.
  it.each(Object.entries(indicators))("makes of %s what it always made of it", (name, given) => {
    expect(worked(given)).toEqual(made[name]);
  });

  it("isn't said of results that are hidden or shown as an older one decided", () => {
    const { plan, indicator, approved, hiding } = approvalOf(indicators["persons, less of whom is better"]!);
    const first = workOutIndicator(plan, indicator, approved, nothingSeen(), hiding);
    const seen = nothingSeen();
    for (const { indicatorVersionId: versionId, disclosureState: state, ...row } of first.rows) {
      const stands = { versionId, state, seen: state, bound: row.disclosureBound, bounds: null, since: 2, method: 0 };
      seen.stored.set(resultKey(row), { ...row, ...stands });
    }
    const methodsOf = (changed: Partial<Hiding>) => {
      const next = { ...hiding, resultsVersion: 3, looksAtAll: false, ...changed };
      const { rows } = workOutIndicator(plan, indicator, approved, seen, next);
      return Object.fromEntries(rows.map((row) => [`${row.unitId} ${row.periodId}`, row.method]));
    };
    expect(new Set(Object.values(methodsOf({ judgesAnew: true })))).toEqual(new Set([0]));
    expect(new Set(Object.values(methodsOf({ looksAtAll: true })))).toEqual(new Set([method]));
    // A new value of the first year: that of the second is as it was.
    approved.get("2 1")!.cells.set("total", { value: number(31), revision: 2 });
    expect(methodsOf({ periodIds: new Set([1]) })).toMatchObject({ "2 1": method, "1 1": method, "2 2": 0 });
  });

  it("is the last of all, under the version of the method of statuses that readers are told", () => {
    expect(methods[method]?.progress).toBe(methodVersion);
    expect(methods).toHaveLength(method + 1);
  });
});
