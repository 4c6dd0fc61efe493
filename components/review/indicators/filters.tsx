"use client";

import { useTranslations } from "next-intl";
import { use } from "react";
import { AnswersContext } from "@/components/review/answers/use-answers";
import { countNow, filterQuery, type ReviewFilter, type ReviewTab, reviewTabs } from "@/components/review/tabs";
import { TabLinks } from "@/components/ui/switches/tabs";

/**
 * What the list can be narrowed to, as links with how many each shows: by what is to be looked at, and by goal. What goes by
 * answers is counted as they stand at this moment; the list itself stays as it was made.
 */
export function Filters({
  filter: { tab, goal },
  here,
  counts,
  goals,
  asked,
}: {
  filter: ReviewFilter;
  here: string;
  /** How many indicators of the goal that is shown each tab shows, as the page was made. */
  counts: Record<ReviewTab, number>;
  /** The goals, with how many of each the present tab shows, as the page was made. */
  goals: readonly [code: string, count: number][];
  /** Codes of what was queried in a submission before, with a space between them. */
  asked: string;
}) {
  const t = useTranslations("review.tab");
  const answers = use(AnswersContext);
  const to = (filter: ReviewFilter) => `${here}${filterQuery(filter)}`;
  const chosen = tab === "narrative" ? "all" : tab;
  const count = (tab: ReviewTab, of: string | null, made: number) => {
    const codes = goals.flatMap(([code], index) =>
      of === null || of === code ? (answers?.codesOfGoals[index] ?? []) : [],
    );
    return (answers && countNow(tab, codes, answers.choices, asked.split(" "))) ?? made;
  };
  const ofGoals = goals.map(([code, made]) => [code, count(chosen, code, made)] as const);
  return (
    <div className="review-filters">
      <TabLinks
        label={t("label")}
        current={tab}
        tabs={reviewTabs.map((key) => ({
          key,
          label: t(key),
          count: count(key, goal, counts[key]),
          href: to({ tab: key, goal }),
        }))}
      />
      <nav aria-label={t("goals")}>
        <ul className="of-goals">
          <li>
            <a href={to({ tab: chosen, goal: null })} aria-current={goal === null ? "true" : undefined}>
              {t("everyGoal")} {ofGoals.reduce((sum, [, count]) => sum + count, 0)}
            </a>
          </li>
          {ofGoals.map(([code, count]) => (
            <li key={code}>
              <a href={to({ tab: chosen, goal: code })} aria-current={goal === code ? "true" : undefined}>
                <b>{code}</b> {count}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
