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
