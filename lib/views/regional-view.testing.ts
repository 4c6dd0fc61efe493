import type { RegionalCell, RegionalRow, RegionalView } from "./regional-view";
import type { ShownStatus } from "./shown-status";

const year = (code: string, hasResults = true) => ({
  code,
  startsOn: `${code}-01-01`,
  endsOn: `${code}-12-31`,
  frequency: "annual" as const,
  hasResults,
});

export const countries = [
  { code: "KHM", name: "Cambodia" },
  { code: "CHN", name: "China" },
  { code: "LAO", name: "Lao PDR" },
  { code: "MMR", name: "Myanmar" },
  { code: "THA", name: "Thailand" },
  { code: "VNM", name: "Viet Nam" },
];

export function cell(status: ShownStatus, before: ShownStatus | null = null): RegionalCell {
  const value =
    status === "noValue"
      ? ({ state: "missing", reason: null } as const)
      : ({ state: "shown", value: { kind: "number", number: "7" } } as const);
  return { status, value, before, isRedefined: false };
}

/** A row whose countries have these statuses, and had those before. */
export function row(
  code: string,
  statuses: readonly (ShownStatus | null)[],
  before: readonly (ShownStatus | null)[] = [],
): RegionalRow {
  return {
    code,
    title: `Indicator ${code}`,
    goal: code.slice(0, 2),
    outcome: `${code.slice(0, 2)}.1`,
    type: "number",
    direction: "increase",
    decimals: 0,
    unit: "persons",
    steps: [],
    countries: statuses.map((status, index) => (status === null ? null : cell(status, before[index] ?? null))),
    region: null,
  };
}

export function view(rows: RegionalRow[]): RegionalView {
  return {
    plan: {
      code: "spaiv",
      title: "Plan",
      subtitle: "2015–2018",
      isReference: true,
      isDemonstration: true,
      edition: { number: 1, datedOn: "2015-04-30" },
      endsOn: "2018-12-31",
      threshold: 5,
      version: 17,
      release: null,
    },
    period: year("2017"),
    periods: [year("2015"), year("2016"), year("2017"), year("2018", false)],
    previous: year("2016"),
    pillars: [
      { code: "P1", title: "Policy" },
      { code: "P2", title: "Prevention" },
    ],
    goals: [
      { code: "G1", title: "Law", pillar: "P1" },
      { code: "G3", title: "Migration", pillar: "P2" },
    ],
    countries,
    reported: ["KHM"],
    approvedUpTo: "2018-06-14",
    rows,
  };
}
