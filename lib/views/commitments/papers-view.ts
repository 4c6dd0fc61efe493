import type { DueDecision } from "./decision-view";
import type { MeetingView } from "./meeting-view";
import type { SaidToUnits } from "./public-observation";

/** What the papers of a meeting have besides results: all of it as anybody reads it. */
export interface PapersView {
  meeting: MeetingView;
  /** Decisions of earlier meetings that are looked at in this one. */
  due: readonly DueDecision[];
  said: SaidToUnits;
}
