import type { RegionalView } from "./regional-view";

/** One goal in one period. */
export interface GoalView {
  /** The region's view, with the goal's rows alone. */
  regional: RegionalView;
  code: string;
  title: string;
  description: string;
  pillar: { code: string; title: string };
  outcomes: OutcomeView[];
  priorities: GoalPriority[];
}

/** A regional priority that a meeting decided, as far as it is about a goal or what stands under it. */
export interface GoalPriority {
  year: number;
  /** Of the meeting, and the decision's number in it. */
  meeting: string;
  number: number;
  /** As papers quote it: `SOM12-D1`. */
  code: string;
  /** Codes of the goal itself, of outcomes and of outputs. */
  nodes: string[];
}

export interface OutcomeView {
  code: string;
  title: string;
  description: string;
  outputs: {
    code: string;
    title: string;
    /** Titles of its indicative activities: guidance, which stays flexible between countries. */
    activities: string[];
  }[];
}
