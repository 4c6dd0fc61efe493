import { type Choice, type Choices, stored } from "@/components/review/answers/choice";
import { isAboutParts, needsComment, type ValueWarning } from "@/lib/domain/values/value-warning";
import type { ReviewIndicator, ReviewView } from "@/lib/views/review-view";

/** What of a report a page shows; the report narrative stands beside the lists of indicators. */
export const reviewTabs = [
  "all",
  "undecided",
  "changed",
  "approved",
  "warnings",
  "large",
  "empty",
  "queries",
  "mine",
  "noted",
] as const;
export type ReviewTab = (typeof reviewTabs)[number];

/** Those of what somebody took and noted, which only a reviewer can. */
const ofReviewer: readonly ReviewTab[] = ["mine", "noted"];
export const tabsOf = (mayReview: boolean): ReviewTab[] =>
  reviewTabs.filter((tab) => mayReview || !ofReviewer.includes(tab));

/** What a page shows: of one goal, or of all. */
export interface ReviewFilter {
  tab: ReviewTab | "narrative";
  goal: string | null;
}

/** About the total against what was approved, which is the kind of warning that a slip of the hand makes. */
const isLargeChange = (warning: ValueWarning) => needsComment(warning) && !isAboutParts(warning);

/** What changes while a report is reviewed: the answer on an indicator. */
interface Answered {
  answer: Choice["answer"];
  /** It was queried in a submission before. */
  wasAsked: boolean;
}

const showsByAnswer = {
  undecided: ({ answer }: Answered) => answer === null,
  queries: ({ answer, wasAsked }: Answered) => answer === "query" || wasAsked,
};
const answered = ({ answer, asked }: ReviewIndicator): Answered => ({
  answer: answer?.answer ?? null,
  wasAsked: asked !== null,
});

const shows: Record<ReviewTab, (indicator: ReviewIndicator) => boolean> = {
  all: () => true,
  undecided: (indicator) => showsByAnswer.undecided(answered(indicator)),
  // A reply is news too, whatever became of the value.
  changed: ({ changes, asked }) => changes.length > 0 || asked !== null,
  approved: ({ isChangedSinceApproval }) => isChangedSinceApproval,
  warnings: ({ warnings }) => warnings.some(needsComment),
  large: ({ warnings }) => warnings.some(isLargeChange),
  empty: ({ isWithoutValue }) => isWithoutValue,
  queries: (indicator) => showsByAnswer.queries(answered(indicator)),
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

/** What changes what tabs show while the page is open. */
export interface ReviewNow {
  /** Null where nobody answers. */
  choices: Choices | null;
  /** Codes of what was queried in a submission before. */
  asked: readonly string[];
  isNoted: (code: string) => boolean;
}

/** Which of these the tab shows at this moment; null where it is as the page was made. */
export function shownNow(
  tab: ReviewFilter["tab"],
  codes: readonly string[],
  { choices, asked, isNoted }: ReviewNow,
): string[] | null {
  if (tab === "noted") return codes.filter(isNoted);
  if (choices === null || (tab !== "undecided" && tab !== "queries")) return null;
  const isShown = showsByAnswer[tab];
  return codes.filter((code) => isShown({ answer: stored(choices[code]!).answer, wasAsked: asked.includes(code) }));
}

/**
 * The tab that the address asks for, everything if it isn't for the reader; without one, what changed or was queried before,
 * or everything where nothing did.
 */
export function tabOf(asked: unknown, hasNews: boolean, mayReview: boolean): ReviewTab | "narrative" {
  if (asked === "narrative") return asked;
  const tab = reviewTabs.find((tab) => tab === asked) ?? (hasNews ? "changed" : "all");
  return tabsOf(mayReview).find((own) => own === tab) ?? "all";
}

/** The goal that the address asks for, if the report has it. */
export const goalOf = (asked: unknown, { goals }: Pick<ReviewView, "goals">): string | null =>
  goals.find(({ code }) => code === asked)?.code ?? null;

/** The query of its address. */
export const filterQuery = ({ tab, goal }: ReviewFilter): string =>
  `?${new URLSearchParams({ tab, ...(goal !== null && { goal }) })}`;
