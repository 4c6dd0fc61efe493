import { useTranslations } from "next-intl";
import { EvidenceOfReport } from "@/components/evidence/evidence-of-report";
import { AtOnce } from "@/components/review/at-once/at-once";
import type { Offer } from "@/components/review/at-once/offer";
import { CountsOnPaper } from "@/components/review/indicators/counts-on-paper";
import { Filters } from "@/components/review/indicators/filters";
import { ItemList } from "@/components/review/indicators/item-list";
import { type ItemGroup, packRow } from "@/components/review/indicators/item-row";
import { type ListPlace, openedHref } from "@/components/review/indicators/list-place";
import { NotedProvider } from "@/components/review/indicators/noted-now";
import { ShownSince } from "@/components/review/indicators/shown-since";
import { useItemRow } from "@/components/review/indicators/use-item-row";
import { ReviewKeys } from "@/components/review/keys/review-keys";
import { Narrative } from "@/components/review/narrative";
import { countsOf, indicatorsOf, type ReviewFilter } from "@/components/review/tabs";
import { EmptyState } from "@/components/ui/empty-state";
import type { ReviewMore } from "@/lib/schemas/reports/review-more";
import type { ReviewPageView } from "@/lib/server/queries/review-page";
import type { ReviewIndicator } from "@/lib/views/review-view";
import { codesOfGoals } from "./of-report";

/** The tabs, and what stands under the present one. */
export function ReviewBody({
  page: { view, consequences, narratives },
  filter,
  drawn,
  here,
  place,
  isOpen,
  isAllOpen,
  open,
  offer,
}: {
  page: ReviewPageView;
  filter: ReviewFilter;
  /** What the tab shows; and everything, where a form of the page was sent, for what of it has to stand there. */
  drawn: readonly ReviewIndicator[];
  here: string;
  place: Omit<ListPlace, "filter">;
  /** The actor may answer its indicators now. */
  isOpen: boolean;
  /** Nothing is left to be opened. */
  isAllOpen: boolean;
  /** What of the indicators stands open, by code. */
  open: Record<string, Partial<ReviewMore>>;
  offer: Omit<Offer, "codes">;
}) {
  const t = useTranslations("review.tab");
  const shownText = useTranslations("review.shown");
  const { tab, goal } = filter;
  const more = useTranslations("review.more");
  const rowOf = useItemRow(view, consequences, isOpen);
  const counts = countsOf(view, goal);
  const shown = indicatorsOf(filter, view);
  const rowsOf = (indicators: readonly ReviewIndicator[]) =>
    indicators.map((indicator) => packRow(rowOf(indicator, open[indicator.code])));
  const rows = rowsOf(shown);
  const others = rowsOf(drawn.filter((indicator) => !shown.includes(indicator)));
  const unlisted = indicatorsOf({ tab: "all", goal }, view).filter((indicator) => !shown.includes(indicator));
  const groups: ItemGroup[] =
    tab === "all"
      ? view.goals
          .filter(({ code }) => goal === null || code === goal)
          .map(({ code, title }) => ({
            goal: code,
            title,
            rows: rows.filter((_, index) => shown[index]?.goal === code),
          }))
      : [{ goal: null, title: "", rows }];
  const none = tab !== "narrative" && tab !== "all" && shown.length === 0 && (
    <div className="mt-4">
      <EmptyState
        title={shownText("none", {
          tab: !view.isCompared && tab === "changed" ? "first" : tab,
          goal: goal ?? "none",
        })}
      />
    </div>
  );
  return (
    <NotedProvider>
      {isOpen && <AtOnce offer={offer} />}
      {isOpen && <ReviewKeys codes={shown.map(({ code }) => code).join(" ")} />}
      <div className="print-only">
        <p>
          {shownText("onPaper", {
            tab,
            goal: goal ?? "none",
            shown: shown.length,
            all: view.indicators.length,
            name: tab === "narrative" ? "" : t(tab),
          })}
        </p>
        {isOpen && <CountsOnPaper />}
      </div>
      <Filters
        {...{ filter, here, counts }}
        goals={view.goals.map(({ code }) => [code, countsOf(view, code)[tab === "narrative" ? "all" : tab]])}
        codes={codesOfGoals(view)}
        asked={view.indicators.flatMap(({ code, asked }) => (asked ? [code] : [])).join(" ")}
        noted={view.indicators.flatMap(({ code, isNoted }) => (isNoted ? [code] : [])).join(" ")}
        mayReview={view.mayReview}
      />
      {tab === "narrative" && <EvidenceOfReport view={view} />}
      {tab === "narrative" && <Narrative narratives={narratives} />}
      {tab === "changed" && goal === null && view.isCompared && (
        <p className="note mt-4">
          {shownText("changedLead", {
            changed: view.counts.changed,
            same: view.counts.all - view.counts.changed,
            all: view.counts.all,
            queried: counts.changed - view.counts.changed,
          })}
        </p>
      )}
      {tab !== "narrative" && tab !== "all" && <h2 className="vh">{t(tab)}</h2>}
      {!isAllOpen && (
        <noscript>
          <p className="mt-4">
            <a href={openedHref(filter, "all")}>{more("all")}</a>
          </p>
        </noscript>
      )}
      {isOpen && (tab === "undecided" || tab === "queries") ? (
        <ShownSince {...{ filter, here }} others={unlisted.map(({ code }) => code).join(" ")}>
          {none}
        </ShownSince>
      ) : (
        none
      )}
      {tab !== "narrative" && (
        <ItemList
          groups={groups}
          others={others}
          place={{ ...place, filter }}
          unit={view.report.unit.name}
          isOpen={isOpen}
        />
      )}
    </NotedProvider>
  );
}
