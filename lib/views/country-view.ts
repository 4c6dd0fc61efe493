import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { NarrativeKind } from "@/lib/domain/reports/narrative";
import type { DueTarget } from "./due-target";
import type { RegionalCell, RegionalRow, RegionalView } from "./regional-view";
import type { GoalName, PillarName, ResultsPeriod, ResultsPlan } from "./results-plan";

/** One country in one period, indicator by indicator. */
export interface CountryView {
  plan: ResultsPlan;
  period: ResultsPeriod;
  periods: ResultsPeriod[];
  previous: ResultsPeriod | null;
  country: { code: string; name: string; longName: string };
  /** null: the country's report for the period isn't approved. */
  approvedOn: IsoDate | null;
  /** The latest period for which a report of the country is approved; null: none is. */
  latest: ResultsPeriod | null;
  /** Goals with an indicator that countries report. */
  goals: { goal: GoalName; rows: CountryRow[] }[];
  /** The region's view with this country alone, for findings and changes. */
  regional: RegionalView;
  /** What the country wrote and marked public; pillars without any are left out. */
  narratives: PillarNarrative[];
}

export interface PillarNarrative {
  pillar: PillarName;
  texts: PublicText[];
}

/** What a country wrote for everybody, or on which day the secretariat took it down. */
type PublicText = { kind: NarrativeKind } & ({ text: string } | { text: null; takenDownOn: IsoDate });

/** The narratives that can be read. */
export const readableNarratives = (narratives: readonly PillarNarrative[]) =>
  narratives.flatMap(({ pillar, texts }) => {
    const readable = texts.flatMap(({ kind, text }) => (text === null ? [] : [{ kind, text }]));
    return readable.length > 0 ? [{ pillar, texts: readable }] : [];
  });

export interface CountryRow {
  row: RegionalRow;
  cell: RegionalCell;
  /** Whether or not the country reported. */
  target: DueTarget | null;
}

/** The part of the region's view that is one country's; null for a country that isn't the plan's. */
export function viewOfCountry(view: RegionalView, code: string): RegionalView | null {
  const index = view.countries.findIndex((country) => country.code === code);
  const country = view.countries[index];
  if (!country) return null;
  return {
    ...view,
    countries: [country],
    reported: view.reported.filter((each) => each === code),
    rows: view.rows.map((row) => ({ ...row, countries: [row.countries[index] ?? null] })),
  };
}

/**
 * Goal by goal, what the country reports; indicators of the region alone are left out.
 * @param view of the country alone
 * @param targets for the end of the period, by the indicator's code
 */
export function goalsOfCountry(
  { goals, rows }: RegionalView,
  targets: ReadonlyMap<string, DueTarget>,
): CountryView["goals"] {
  return goals
    .map((goal) => ({
      goal,
      rows: rows
        .filter((row) => row.goal === goal.code)
        .flatMap((row) => {
          const cell = row.countries[0];
          return cell ? [{ row, cell, target: targets.get(row.code) ?? null }] : [];
        }),
    }))
    .filter((each) => each.rows.length > 0);
}
