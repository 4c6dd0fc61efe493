import { isAboutParts, needsComment, type ValueWarning } from "@/lib/domain/values/value-warning";
import type { ReviewIndicator, ReviewView } from "@/lib/views/review-view";

/** What of a report a page shows; the report narrative stands beside the lists of indicators. */
export const reviewTabs = [
  ...(["all", "undecided", "changed", "approved", "warnings"] as const),
  ...(["large", "empty", "queries", "mine", "noted"] as const),
] as const;
export type ReviewTab = (typeof reviewTabs)[number];

/** What a page shows: of one goal, or of all. */
export interface ReviewFilter {
  tab: ReviewTab | "narrative";
  goal: string | null;
}

/** About the total against what was approved, which is the kind of warning that a slip of the hand makes. */
const isLargeChange = (warning: ValueWarning) => needsComment(warning) && !isAboutParts(warning);

const shows: Record<ReviewTab, (indicator: ReviewIndicator) => boolean> = {
  all: () => true,
  undecided: ({ answer }) => answer === null,
  // A reply is news too, whatever became of the value.
  changed: ({ changes, asked }) => changes.length > 0 || asked !== null,
  approved: ({ isChangedSinceApproval }) => isChangedSinceApproval,
  warnings: ({ warnings }) => warnings.some(needsComment),
  large: ({ warnings }) => warnings.some(isLargeChange),
  empty: ({ isWithoutValue }) => isWithoutValue,
  queries: ({ answer, asked }) => answer?.answer === "query" || asked !== null,
  mine: ({ isMine }) => isMine,
  noted: ({ isNoted }) => isNoted,
};

const ofGoal = (goal: string | null, { indicators }: Pick<ReviewView, "indicators">) =>
  goal === null ? indicators : indicators.filter((indicator) => indicator.goal === goal);

export const indicatorsOf = ({ tab, goal }: ReviewFilter, view: Pick<ReviewView, "indicators">): ReviewIndicator[] =>
  tab === "narrative" ? [] : ofGoal(goal, view).filter(shows[tab]);

/** How many each tab shows of that goal. */
export const countsOf = (view: Pick<ReviewView, "indicators">, goal: string | null = null): Record<ReviewTab, number> =>
  Object.fromEntries(reviewTabs.map((tab) => [tab, indicatorsOf({ tab, goal }, view).length])) as Record<
    ReviewTab,
    number
  >;

/** The tab that the address asks for; without one, what changed or was queried before, or everything where nothing did. */
export function tabOf(asked: unknown, hasNews: boolean): ReviewTab | "narrative" {
  if (asked === "narrative") return asked;
  return reviewTabs.find((tab) => tab === asked) ?? (hasNews ? "changed" : "all");
}

/** The goal that the address asks for, if the report has it. */
export const goalOf = (asked: unknown, { goals }: Pick<ReviewView, "goals">): string | null =>
  goals.find(({ code }) => code === asked)?.code ?? null;

/** The query of its address. */
export const filterQuery = ({ tab, goal }: ReviewFilter): string =>
  `?${new URLSearchParams({ tab, ...(goal !== null && { goal }) })}`;
