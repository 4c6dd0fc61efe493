import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { Accumulation, Aggregation, Direction } from "@/lib/domain/framework/indicator";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { PublicRegionalAssessment, PublicUnitAssessment } from "@/lib/domain/progress/public-assessment";
import type { Decimal } from "@/lib/domain/values/value";
import type { PublicValue, Scale } from "./public-value";
import type { NamedUnit, PillarName, ResultsPeriod, ResultsPlan } from "./results-plan";
import type { ShownStatus } from "./shown-status";

/** One indicator in one period, with its way there: what the indicator page shows. */
export interface IndicatorView {
  plan: ResultsPlan;
  period: ResultsPeriod;
  periods: ResultsPeriod[];
  pillar: PillarName;
  goal: { code: string; title: string };
  /** The outcome and, below it, the output that the indicator belongs to. */
  nodes: { code: string; title: string }[];
  indicator: IndicatorFacts;
  /** Every version of the definition, the latest first. */
  history: DefinitionVersion[];
  /** In the plan's order; empty for an indicator that the secretariat reports for the region. */
  countries: CountryLine[];
  region: RegionLine | null;
  /**
   * Codes of the countries that made words about the pillar public in the period: of an indicator in words, whose answers
   * themselves are internal; empty for any other.
   */
  wordsOf: string[];
  breakdowns: Breakdown[];
}

/** The definition that holds in the period. */
export interface IndicatorFacts extends Scale {
  code: string;
  version: number;
  title: string;
  definition: string;
  computation: string;
  source: string;
  responsible: string;
  limits: string;
  numerator: string;
  denominator: string;
  direction: Direction;
  accumulation: Accumulation;
  aggregation: Aggregation;
  aggregationStep: number | null;
  countsPersons: boolean;
  unit: string | null;
}

export interface DefinitionVersion {
  version: number;
  /** null: from the plan's start. */
  validFrom: IsoDate | null;
  /** Whether values under it may be compared with those of the version before. */
  comparable: boolean;
  definition: string;
}

/** A value of one period; every period up to the page's own has one, of mark "missing" where nothing was approved, with that reason. */
export interface LinePoint {
  period: ResultsPeriod;
  value: PublicValue;
  /** null where there is no result at all. */
  version: number | null;
  status: ShownStatus;
  /** Where the value is shown as taken down. */
  takenDownOn?: IsoDate;
}

interface UnitLine extends NamedUnit {
  /** In the order of time; the last is the page's period. */
  points: LinePoint[];
  status: ShownStatus;
  /** R with 6 places; null unless everything that it rests on is public. */
  ratio: Decimal | null;
  /** null where nothing is approved for the period. */
  approvedOn: IsoDate | null;
}

export interface CountryLine extends UnitLine {
  /** With baseline, path and target also where nothing is approved for the period; null where its definition begins later. */
  assessment: PublicUnitAssessment | null;
}

export interface RegionLine extends UnitLine {
  /** Worked out from the countries' values, or reported by the secretariat. */
  assessment: { region: PublicRegionalAssessment; unit: null } | { region: null; unit: PublicUnitAssessment } | null;
  countries: { in: number; of: number } | null;
  /** Codes of the countries with a value, by period code; a line breaks where they change. */
  restsOn: Record<string, readonly string[]>;
  /** Codes of the countries in the value that the finding of each period before states, by period code; none where it states none. */
  statedBefore: Record<string, readonly string[]>;
  /** Which countries stand with an earlier period's value. */
  carried: readonly Carried[];
}

/** That a country stands in the region's value with its last one, by the codes of the country and of that value's period. */
export interface Carried {
  unit: string;
  from: string;
}

/** A disaggregation table, or one dimension of it, in the page's period. */
export interface Breakdown {
  /** Dimension codes joined by `*`. */
  key: string;
  /** "Sex", "Sex and age". */
  dimensions: string[];
  /** By an open list of places or the like, in which not everybody counted stands. */
  isOpen: boolean;
  columns: { cell: CellKey; categories: string[] }[];
  rows: BreakdownRow[];
  /** Of the region, where its values are worked out from the countries'; null where they aren't. */
  region: RegionBreakdownRow | null;
}

export interface BreakdownRow {
  unit: NamedUnit;
  values: PublicValue[];
  total: PublicValue;
}

export interface RegionBreakdownRow extends BreakdownRow {
  /** Which countries stand in some of its values and not in these, so that parts and total aren't about the same. */
  leftOut: LeftOut[];
}

export interface LeftOut {
  /** Their names. */
  countries: string[];
  /** Of which values: all parts, the total, or parts with these names. */
  of: { kind: "parts" } | { kind: "total" } | { kind: "some"; categories: string[] };
}
