import { useTranslations } from "next-intl";
import { filterQuery, type ReviewFilter, type ReviewTab, reviewTabs } from "@/components/review/tabs";
import { TabLinks } from "@/components/ui/switches/tabs";

/** What the list can be narrowed to, as links with how many each shows: by what is to be looked at, and by goal. */
export function Filters({
  filter: { tab, goal },
  here,
  goals,
  counts,
  countOf,
}: {
  filter: ReviewFilter;
  here: string;
  goals: readonly { code: string }[];
  /** Of the goal that is shown. */
  counts: Record<ReviewTab, number>;
  countOf: (filter: ReviewFilter) => number;
}) {
  const t = useTranslations("review.tab");
  const to = (filter: ReviewFilter) => `${here}${filterQuery(filter)}`;
  const chosen = tab === "narrative" ? "all" : tab;
  return (
    <div className="review-filters">
      <TabLinks
        label={t("label")}
        current={tab}
        tabs={reviewTabs.map((key) => ({ key, label: t(key), count: counts[key], href: to({ tab: key, goal }) }))}
      />
      <nav aria-label={t("goals")}>
        <ul className="of-goals">
          <li>
            <a href={to({ tab: chosen, goal: null })} aria-current={goal === null ? "true" : undefined}>
              {t("everyGoal")} {countOf({ tab: chosen, goal: null })}
            </a>
          </li>
          {goals.map(({ code }) => (
            <li key={code}>
              <a href={to({ tab: chosen, goal: code })} aria-current={goal === code ? "true" : undefined}>
                <b>{code}</b> {countOf({ tab: chosen, goal: code })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
