import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { db } from "@/lib/server/db/client";
import { frameworkOf } from "@/lib/server/framework/plan-framework";
import { subjectOf } from "@/lib/server/reports/locate-report";
import { peopleToAsk } from "@/lib/server/reports/people-to-tell";
import { narrativesOfReport } from "@/lib/server/reports/report-narratives";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { PublishedView } from "@/lib/views/consequences-view";
import type { Revision } from "@/lib/views/entry-view";
import type { NarrativeView, PersonToAsk, ReportAddress } from "@/lib/views/report-view";
import type { ReviewView } from "@/lib/views/review-view";
import { consequencesOrTooLarge, consequencesSoon, type WorkedOutSoFar } from "./consequences-of-approval";
import { historyAt } from "./history-for-review";
import { publishedByApproval } from "./published-by-approval";
import { openReview } from "./report-for-review";

/** What of a report under review a page shows beside its indicators. */
export interface Shown {
  /** The form of its own by which it is returned, with whom is told of its queries. */
  toReturn?: boolean;
  /** Whom its queries may name, where there are any. */
  toName?: boolean;
  /** The report narrative, in the place of indicators. */
  narrative: boolean;
  /** The code of the indicator of which everything stands open, or all; null: none, which is the rule. */
  opened: string | "all" | null;
  /** `whole`: what is told says nothing without them, and waits for them; `none`: it isn't about them. */
  consequences?: "soon" | "whole" | "none";
}

export interface ReviewPageView extends WorkedOutSoFar {
  view: ReviewView;
  /** Whom the reviewer may tell of queries, where they may return it. */
  people: PersonToAsk[];
  /** What its approval made public; null where it isn't approved, or that isn't known. */
  published: PublishedView | null;
  /** Of the indicators that stand open, by code. */
  history: Record<string, Revision[]>;
  /** Empty where they aren't shown. */
  narratives: NarrativeView[];
}

/** The page of a report for whoever reviews it; null for everybody else. Only what the page shows is read. */
export async function reviewPage(
  actor: Actor,
  address: ReportAddress,
  asked: Asked,
  { narrative, opened, consequences = "soon", toReturn = false, toName = false }: Shown,
): Promise<ReviewPageView | null> {
  const open = await openReview(actor, address, asked);
  if (open === null) return null;
  const { view, located, ids } = open;
  const submittedById = located.report?.submittedById ?? null;
  const mayReturn = view.mayReview && view.locks.return === null;
  const mayTell = mayReturn && (toReturn || (toName && view.answers.queries > 0));
  return {
    view,
    people: mayTell ? await peopleToAsk(await db(), actor, { ...subjectOf(located), submittedById }, ids) : [],
    consequences: null,
    underWay: null,
    tooLarge: null,
    ...(consequences === "soon" && (await consequencesSoon(actor, located, asked))),
    ...(consequences === "whole" && (await consequencesOrTooLarge(actor, located, asked))),
    published: view.report.state === "approved" ? await publishedByApproval(await db(), view.report.id!) : null,
    history: opened === null ? {} : await historyAt(actor, located, opened === "all" ? null : opened),
    narratives: narrative
      ? await narrativesOfReport(await db(), await frameworkOf(located.plan, asked.locale), located.report?.id)
      : [],
  };
}
