import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { NarrativeKind } from "@/lib/domain/reports/narrative";
import type { PublicValue, Scale } from "./public-value";
import type { DimensionView } from "./report-view";
import type { NamedUnit, PillarName, ResultsPeriod, ResultsPlan } from "./results-plan";
import type { ShownStatus } from "./shown-status";

/** What a page shows of a cell: its value, and of a total its status. */
export interface ShownCell {
  value: PublicValue;
  scale: Scale;
  /** How many countries have a value, where the value counts countries. */
  countOf: number | null;
  /** null for a part of a total. */
  status: ShownStatus | null;
}

/** Of a results version, as far as it is public: what it came of, and of an approval whose report it was. */
export interface CorrectionCause {
  kind: "approval" | "reopening" | "target" | "framework" | "setting" | "release" | "takeDown" | "correction";
  unit: string;
  period: ResultsPeriod | null;
  /** The release has results of that report: it was corrected, and not approved for the first time. */
  isAgain: boolean;
  /** What readers were told when the report was reopened, in the language it was written in; empty for nothing. */
  reason: string;
}

/** A value of a release that isn't the one of the newest results. */
export interface Correction {
  indicator: { code: string; title: string };
  unit: NamedUnit;
  period: ResultsPeriod;
  cell: CellKey;
  released: ShownCell;
  /** null where nothing stands there any more. */
  now: ShownCell | null;
  /** The results version since which it shows as it does now. */
  since: { version: number; day: IsoDate; cause: CorrectionCause };
}

/** Words of a release that are shown as taken down. */
export interface TextTakenDown {
  unit: NamedUnit;
  period: ResultsPeriod;
  pillar: PillarName;
  kind: NarrativeKind;
  on: IsoDate;
}

/** What a release had and shows as taken down, because it was since. */
export interface TakenDownSince {
  /** Both sides as they are shown, by the total: nothing is left of its parts. */
  values: Correction[];
  texts: TextTakenDown[];
}

export interface CorrectionsView {
  plan: ResultsPlan;
  /** The newest results version, with which the release is compared. */
  present: number;
  dimensions: readonly DimensionView[];
  /** The latest first, then in the framework's order. */
  corrections: Correction[];
  takenDown: TakenDownSince;
  /** Values that are public now and of which the release says nothing: no corrections. */
  news: number;
}
