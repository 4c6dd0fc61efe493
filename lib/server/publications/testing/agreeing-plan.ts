import "server-only";
import type { Value } from "@/lib/domain/values/value";
import type { Framework, FrameworkIndicatorVersion } from "@/lib/schemas/framework/framework";
import type { PrismaClient } from "@/lib/server/db/generated/client";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { makeReport } from "@/test/factories/make-report";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { smallFramework } from "@/test/factories/small-framework";
import { type ReportedBy, reports2015, reports2016 } from "./agreeing-reports";

// The small framework over all six countries, with baselines and targets, and approved reports in which every kind of
// value stands that a publication can show.

const names = { KHM: "Cambodia", CHN: "China", LAO: "Lao PDR", MMR: "Myanmar", THA: "Thailand", VNM: "Viet Nam" };
export const countries = Object.keys(names);
/** Viet Nam hasn't. */
export const reportedUnits = countries.filter((code) => code !== "VNM");

type Path = FrameworkIndicatorVersion["paths"][number];
type Target = Path["targets"][number];

const number = (number: string): Value => ({ kind: "number", number });
const ratio = (part: number, whole: number): Value => ({
  kind: "ratio",
  numerator: { exact: String(part) },
  denominator: { exact: String(whole) },
});
const numbers = (...levels: string[]): Target[] => levels.map((level) => ({ kind: "number", number: level }));
const percents = (...levels: string[]): Target[] => levels.map((level) => ({ kind: "percent", number: level }));

/** By indicator and, where countries differ, by country: where they start, and what they mean to reach. */
const paths: Record<string, Record<string, { baseline: Value | null; targets: Target[] }>> = {
  "G1.1-b": {
    each: { baseline: ratio(61, 140), targets: percents("50", "58.5", "65") },
    // Two persons: a baseline that isn't shown.
    LAO: { baseline: ratio(2, 100), targets: percents("10", "20", "30") },
  },
  "G1.1-c": {
    each: {
      baseline: { kind: "yesNo", yes: false },
      targets: [null, { kind: "yesNo", yes: true }, { kind: "yesNo", yes: true }],
    },
  },
  "G1.1-d": {
    each: {
      baseline: { kind: "step", step: 0 },
      targets: [1, 2, 2].map((step) => ({ kind: "step", step })),
    },
  },
  "G1.2-b": { each: { baseline: null, targets: numbers("500", "1500", "2500") } },
  "G1.2-c": { each: { baseline: number("12.50"), targets: numbers("11.25", "10.00", "8.75") } },
  "G2.1-a": { each: { baseline: null, targets: numbers("3", "40", "60") }, VNM: { baseline: null, targets: [] } },
};

/** Its convictions split by sex, so that values are hidden in a table with targets too. */
const tables: Record<string, string[][]> = { "G2.1-a": [["sex"]] };

function framework(code: string): Framework {
  const small = smallFramework(code);
  const [region] = small.units;
  const withPaths = (indicator: string, version: FrameworkIndicatorVersion): FrameworkIndicatorVersion => {
    const { each, ...own } = paths[indicator] ?? {};
    const given = each && countries.map((unit) => ({ unit, ...(own[unit] ?? each) }));
    return {
      ...version,
      tables: tables[indicator] ?? version.tables,
      // One value is negative, so that its sign is held against what each file writes.
      lowest: indicator === "G1.2-c" ? "-1" : version.lowest,
      paths: (given ?? []).map(({ unit, baseline, targets }) => ({
        unit,
        baseline: baseline && { on: "2014-12-31", value: baseline },
        targets: small.periods.map((_, index) => targets[index] ?? null),
        note: "",
      })),
    };
  };
  return {
    ...small,
    units: [
      region!,
      ...Object.entries(names).map(([unit, name]) => ({
        code: unit,
        level: "country" as const,
        parent: region!.code,
        texts: { en: { name, longName: name } },
      })),
    ],
    pillars: small.pillars.map(function filled(node): (typeof small.pillars)[number] {
      const indicators = node.indicators.map((each) => ({
        ...each,
        versions: each.versions.map((version) => withPaths(each.code, version)),
      }));
      return { ...node, indicators, children: node.children.map(filled) };
    }),
  };
}

/** The plan with its reports of 2015 and 2016 approved by the secretariat, one after another. */
export async function makeAgreeingPlan(prisma: PrismaClient, code: string): Promise<Reporting> {
  const plan = await makeReporting(prisma, code, framework(code));
  const approve = async (period: string, reports: ReportedBy) => {
    const now = new Date(`${Number(period) + 1}-05-01T04:00:00Z`);
    for (const [unit, values] of Object.entries(reports)) {
      const { rowVersion } = await makeReport(prisma, plan, { unit, period, state: "submitted", values });
      // The second reviewer wrote what no focal point of the test did.
      await approveAsShown(plan.actors.secretariat, plan.address(unit, period), { rowVersion }, now);
    }
  };
  await approve("2015", reports2015);
  await approve("2016", reports2016);
  return plan;
}
