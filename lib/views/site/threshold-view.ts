import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { PublicStatus } from "@/lib/views/consequences-view";
import type { PublicValue, Scale } from "@/lib/views/public-value";
import type { DimensionView } from "@/lib/views/report-view";

/** The threshold of a plan's small counts, and what another one would change. */
export interface ThresholdView {
  plan: { code: string; title: string };
  threshold: number;
  resultsVersion: number;
  /** Thresholds of before, each with the last results version that it held for. */
  former: readonly { threshold: number; until: number }[];
  /** null: nobody asked for another. */
  proposal: ThresholdProposal | null;
}

export type ThresholdProposal = { threshold: number } & (
  | { state: "same" }
  | { state: "underWay"; progress: { done: number; of: number } }
  /** The code of an indicator that takes more than any may. */
  | { state: "tooLarge"; indicator: string }
  | { state: "ready"; preview: ThresholdPreview }
);

/** A value as everybody reads it, with the status of a total. */
export interface ToldValue {
  value: PublicValue;
  status: PublicStatus | null;
}

export interface ThresholdPreview {
  /** A lower one changes nothing that is public: what was hidden stays so. */
  isHigher: boolean;
  counts: {
    /** Values in the open that would be hidden. */
    hidden: number;
    /** Hidden values that would be marked otherwise. */
    marked: number;
    statuses: number;
    unprotected: number;
    hiddenAsWhole: number;
  };
  /** By indicator, in the framework's order. */
  indicators: ChangedIndicator[];
  /** What anybody knows who kept what was public before. */
  unprotected: NamedPlace[];
  dimensions: readonly DimensionView[];
  /** Of all that is shown: whoever sets it sends it along. */
  digest: string;
}

export interface ChangedIndicator {
  code: string;
  title: string;
  scale: Scale;
  values: (PlaceInWords & { before: ToldValue | null; after: ToldValue | null })[];
}

interface PlaceInWords {
  unit: string;
  /** Its code, and its first day and frequency to name it by. */
  period: { code: string; startsOn: string; frequency: string };
  cell: CellKey;
}

export type NamedPlace = Omit<PlaceInWords, "period"> & {
  indicator: string;
  period: string;
  isFormer: boolean;
};
