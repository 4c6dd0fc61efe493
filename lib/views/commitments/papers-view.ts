import type { ResultsPeriod } from "@/lib/views/results-plan";
import type { DueDecision } from "./decision-view";
import type { SaidDue } from "./follow-up-view";
import type { MeetingView, PublicMeetingView } from "./meeting-view";
import type { SaidToUnits } from "./public-observation";
import type { RecommendedBefore } from "./recommendation-view";

/** What the papers of a meeting have besides results: all of it as anybody reads it. */
export interface PapersView {
  meeting: MeetingView;
  /** Decisions of earlier meetings that are looked at in this one. */
  due: readonly DueDecision[];
  /** What else was said to governments before and is looked at in this one. */
  saidDue: readonly SaidDue[];
  said: SaidToUnits;
  recommended: RecommendedBefore;
}

/** A meeting for the screen of its room. */
export interface PresentationView extends PublicMeetingView {
  said: SaidToUnits;
  recommended: RecommendedBefore;
  /** Of the plan, in the order of time. */
  periods: readonly ResultsPeriod[];
}
