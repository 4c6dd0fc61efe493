import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { TabLinks } from "@/components/ui/tabs";
import type { ConsequencesView } from "@/lib/schemas/consequences-view";
import type { Revision } from "@/lib/schemas/entry-view";
import type { ReviewIndicator, ReviewView } from "@/lib/schemas/review-view";
import { Decision } from "./decision";
import { ReviewItem } from "./item";
import { MarkText } from "./mark-text";
import { Narrative } from "./narrative";
import { countsOf, indicatorsOf, type ReviewTab, reviewTabs } from "./tabs";

/** The tabs, and what stands under the present one. */
export function ReviewBody({
  view,
  tab,
  here,
  isOpen,
  consequences,
  history,
}: {
  view: ReviewView;
  tab: ReviewTab | "narrative";
  here: string;
  /** The actor may mark its indicators now. */
  isOpen: boolean;
  consequences: ConsequencesView | null;
  history: Record<string, Revision[]>;
}) {
  const t = useTranslations("review.tab");
  const counts = countsOf(view);
  const { report, goals } = view;
  const item = (indicator: ReviewIndicator): ReactNode => (
    <ReviewItem
      key={indicator.code}
      indicator={indicator}
      dimensions={view.dimensions}
      status={consequences?.statuses[indicator.code] ?? null}
      hidden={{ marks: consequences?.marks[indicator.code] ?? {}, threshold: consequences?.threshold ?? 0 }}
      history={history[indicator.code] ?? []}
    >
      {isOpen ? (
        <Decision
          code={indicator.code}
          unit={report.unit.name}
          seen={indicator.mark?.mark ?? null}
          carried={indicator.mark?.carried ?? false}
        />
      ) : (
        <MarkText mark={indicator.mark} />
      )}
    </ReviewItem>
  );
  const shown = tab === "narrative" ? [] : indicatorsOf(tab, view);
  return (
    <>
      <TabLinks
        label={t("label")}
        current={tab}
        tabs={reviewTabs.map((key) => ({ key, label: t(key), count: counts[key], href: `${here}?tab=${key}` }))}
      />
      {tab === "narrative" && <Narrative narratives={view.narratives} />}
      {tab === "changed" && view.isCompared && (
        <p className="note mt-4">
          {t("changedLead", {
            changed: view.counts.changed,
            same: view.counts.all - view.counts.changed,
            all: view.counts.all,
            queried: counts.changed - view.counts.changed,
          })}
        </p>
      )}
      {tab !== "narrative" && tab !== "all" && (
        <>
          <h2 className="vh">{t(tab)}</h2>
          {shown.map(item)}
          {shown.length === 0 && (
            <div className="mt-4">
              <EmptyState title={t("none", { tab: !view.isCompared && tab === "changed" ? "first" : tab })} />
            </div>
          )}
        </>
      )}
      {tab === "all" &&
        goals.map(({ code, title }) => (
          <section key={code} aria-labelledby={`goal-${code}`} className="goal">
            <h2 id={`goal-${code}`}>
              <span className="code">{code}</span> {title}
            </h2>
            {shown.filter(({ goal }) => goal === code).map(item)}
          </section>
        ))}
    </>
  );
}
