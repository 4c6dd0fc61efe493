import type { ReviewFilter } from "@/components/review/tabs";
import type { LookCause } from "@/lib/domain/reports/clean";
import type { ReviewView } from "@/lib/views/review-view";

/** What a page offers to accept at once, and what that leaves; all of it of the goal that the page shows. */
export interface Offer {
  /** `all` of the report, those that are `shown`, those `beside` a list of what is to be looked at; `nothing` of an empty list. */
  scope: "all" | "shown" | "beside" | "nothing";
  goal: string | null;
  /** Codes of what is offered: clean, and in no goal that another reviewer took. */
  codes: string[];
  /** Those of them with a note, which is no warning, but something that is said of their values all the same. */
  noted: string[];
  /** Codes of what is clean in goals that others took. */
  toOthers: string[];
  /** Why a person has to look at the others, by their codes. */
  causes: Record<string, LookCause>;
}

/** Lists of what somebody chose, not of what speaks against it: what is clean stands in them. */
const chosen: readonly ReviewFilter["tab"][] = ["mine", "noted", "approved"];

export function offerOf(
  { tab, goal }: ReviewFilter,
  view: Pick<ReviewView, "shares"> & {
    indicators: readonly Pick<ReviewView["indicators"][number], "code" | "goal" | "toLookAt" | "warnings">[];
  },
  shown: readonly { code: string }[],
): Offer {
  const isChosen = chosen.includes(tab);
  const codesShown = new Set(shown.map(({ code }) => code));
  const taken = new Set(view.shares.flatMap((share) => (share.isOwn ? [] : [share.goal])));
  const within = view.indicators.filter(
    (indicator) => (goal === null || indicator.goal === goal) && (!isChosen || codesShown.has(indicator.code)),
  );
  const clean = within.filter(({ toLookAt }) => toLookAt === null);
  const offered = clean.filter(({ goal }) => !taken.has(goal));
  const scopeOf = (): Offer["scope"] => {
    if (isChosen) return within.length === 0 ? "nothing" : "shown";
    if (tab === "all" || tab === "undecided") return goal === null ? "all" : "shown";
    return tab === "narrative" ? "all" : "beside";
  };
  return {
    scope: scopeOf(),
    goal,
    codes: offered.map(({ code }) => code),
    noted: offered.flatMap(({ code, warnings }) => (warnings.length > 0 ? [code] : [])),
    toOthers: clean.flatMap(({ code, goal }) => (taken.has(goal) ? [code] : [])),
    causes: Object.fromEntries(within.flatMap(({ code, toLookAt }) => (toLookAt === null ? [] : [[code, toLookAt]]))),
  };
}
