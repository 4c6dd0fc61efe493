import { needsComment } from "@/lib/domain/values/value-warning";
import type { ReviewIndicator, ReviewView } from "@/lib/views/review-view";

/** What of a report a page shows; the report narrative stands beside the lists of indicators. */
export const reviewTabs = ["changed", "warnings", "empty", "all"] as const;
export type ReviewTab = (typeof reviewTabs)[number];

const shows: Record<ReviewTab, (indicator: ReviewIndicator) => boolean> = {
  // A reply is news too, whatever became of the value.
  changed: ({ changes, asked }) => changes.length > 0 || asked !== null,
  warnings: ({ warnings }) => warnings.some(needsComment),
  empty: ({ isWithoutValue }) => isWithoutValue,
  all: () => true,
};

export const indicatorsOf = (tab: ReviewTab, { indicators }: Pick<ReviewView, "indicators">) =>
  indicators.filter(shows[tab]);

export const countsOf = (view: Pick<ReviewView, "indicators">): Record<ReviewTab, number> =>
  Object.fromEntries(reviewTabs.map((tab) => [tab, indicatorsOf(tab, view).length])) as Record<ReviewTab, number>;

/** The tab that the address asks for; without one, what changed or was queried before, or everything where nothing did. */
export function tabOf(asked: unknown, hasNews: boolean): ReviewTab | "narrative" {
  if (asked === "narrative") return asked;
  return reviewTabs.find((tab) => tab === asked) ?? (hasNews ? "changed" : "all");
}
