"use client";

import { useTranslations } from "next-intl";
import { use } from "react";
import { AnswersContext } from "@/components/review/answers/use-answers";
import { filterQuery, type ReviewFilter, type ReviewTab, shownNow, tabsOf } from "@/components/review/tabs";
import { NotedContext } from "./noted-now";

interface TabLink {
  key: string;
  label: string;
  /** How many there are behind it. */
  count?: number;
  href: string;
}

/** Tabs that are pages: they work without JavaScript and can be sent to a colleague. */
function TabLinks({ label, tabs, current }: { label: string; tabs: readonly TabLink[]; current: string }) {
  return (
    <nav aria-label={label}>
      <ul className="tabs">
        {tabs.map(({ key, label: text, count, href }) => (
          <li key={key}>
            <a href={href} aria-current={key === current ? "page" : undefined}>
              {text} {count}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/**
 * What the list can be narrowed to, as links with how many each shows: by what is to be looked at, and by goal. What goes by
 * answers and notes is counted as they stand at this moment; the list itself stays as it was made.
 */
export function Filters({
  filter: { tab, goal },
  here,
  counts,
  goals,
  codes,
  asked,
  noted,
  mayReview,
}: {
  filter: ReviewFilter;
  here: string;
  /** How many indicators of the goal that is shown each tab shows, as the page was made. */
  counts: Record<ReviewTab, number>;
  /** The goals, with how many of each the present tab shows, as the page was made. */
  goals: readonly [code: string, count: number][];
  /** Of all indicators of the report: a line for each goal, with a space between them. */
  codes: string;
  /** Codes of what was queried in a submission before, with a space between them. */
  asked: string;
  /** Of what the reader noted something about, as the page was made. */
  noted: string;
  /** Others neither take nor note anything. */
  mayReview: boolean;
}) {
  const t = useTranslations("review.tab");
  const answers = use(AnswersContext);
  const notedSince = use(NotedContext);
  const notedBefore = noted.split(" ");
  const now = {
    choices: answers?.choices ?? null,
    asked: asked.split(" "),
    isNoted: (code: string) => notedSince[code] ?? notedBefore.includes(code),
  };
  const to = (filter: ReviewFilter) => `${here}${filterQuery(filter)}`;
  const chosen = tab === "narrative" ? "all" : tab;
  const codesOfGoals = codes.split("\n");
  const count = (tab: ReviewTab, of: string | null, made: number) => {
    const within = goals.flatMap(([code], index) =>
      of === null || of === code ? (codesOfGoals[index]?.split(" ").filter(Boolean) ?? []) : [],
    );
    return shownNow(tab, within, now)?.length ?? made;
  };
  const ofGoals = goals.map(([code, made]) => [code, count(chosen, code, made)] as const);
  return (
    <div className="review-filters">
      <TabLinks
        label={t("label")}
        current={tab}
        tabs={tabsOf(mayReview).map((key) => ({
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
