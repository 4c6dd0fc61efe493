import type { Decimal, Value } from "@/lib/domain/values/value";
import type { EntryRules } from "@/lib/domain/values/value-limits";
import type { DimensionsFile, PlanFile } from "./framework-plan";
import type { Texts } from "./framework-text";

// A framework as the rest of the product takes it, from whatever file it was read.

export interface NodeText {
  title: string;
  /** Empty where the title is short enough. */
  shortTitle: string;
  description: string;
}

export interface IndicatorText {
  title: string;
  definition: string;
  computation: string;
  source: string;
  responsible: string;
  limits: string;
  numerator: string;
  denominator: string;
  /** The steps of a milestone, lowest first. */
  steps: string[];
}

/** A wanted value; `percent` is a percentage as it is spoken: 82 for 82 %. */
export type TargetValue =
  | { kind: "number"; number: Decimal }
  | { kind: "percent"; number: Decimal }
  | { kind: "yesNo"; yes: boolean }
  | { kind: "step"; step: number };

/** Where a reporting unit starts and what it means to reach, under one version of an indicator. */
export interface PlannedPath {
  unit: string;
  baseline: { on: string; value: Value } | null;
  /** One for each of the plan's periods, in their order. */
  targets: (TargetValue | null)[];
  /** Why there is no baseline or target, or where it comes from. */
  note: string;
}

export interface FrameworkIndicatorVersion extends EntryRules {
  version: number;
  /** First day it holds for; null: from the plan's start. */
  validFrom: string | null;
  /** Whether its values may be compared with those of the version before. */
  comparable: boolean;
  frequency: "annual" | "halfYearly" | "quarterly";
  currency: string | null;
  /** Disaggregation tables as lists of dimension codes. */
  tables: string[][];
  series: { system: string; series: string }[];
  texts: Texts<IndicatorText>;
  paths: PlannedPath[];
}

export interface FrameworkIndicator {
  code: string;
  level: "country" | "region";
  /** Oldest first; the last one is in force. */
  versions: FrameworkIndicatorVersion[];
}

export interface FrameworkNode {
  code: string;
  kind: "pillar" | "goal" | "outcome" | "output" | "activity";
  texts: Texts<NodeText>;
  indicators: FrameworkIndicator[];
  children: FrameworkNode[];
}

export interface Framework {
  plan: {
    code: string;
    isReference: boolean;
    startsOn: string;
    endsOn: string;
    texts: Texts<{ title: string; subtitle: string }>;
  };
  periods: PlanFile["periods"];
  units: {
    code: string;
    level: PlanFile["units"][number]["level"];
    parent: string | null;
    texts: Texts<{ name: string; longName: string }>;
  }[];
  dimensions: {
    code: string;
    open: DimensionsFile["dimensions"][number]["open"];
    texts: Texts<{ name: string }>;
    categories: { code: string; aliases: string[]; texts: Texts<{ name: string }> }[];
  }[];
  /** The tree: pillars, with goals, outcomes, outputs and activities under them. */
  pillars: FrameworkNode[];
}
