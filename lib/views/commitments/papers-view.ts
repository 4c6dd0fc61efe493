import type { ReplyCounts } from "@/lib/domain/commitments/reply-counts";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { NamedUnit } from "@/lib/views/results-plan";
import type { DueDecision } from "./decision-view";
import type { MeetingView } from "./meeting-view";
import type { PublicObservation } from "./public-observation";

/** What the papers of a meeting have besides results: all of it as anybody reads it. */
export interface PapersView {
  meeting: MeetingView;
  /** Decisions of earlier meetings that are looked at in this one. */
  due: readonly DueDecision[];
  said: SaidToUnits;
}

/** What civil society says in public, as it stood on a day. */
export interface SaidToUnits {
  readOn: IsoDate;
  /** The newest first; what was withdrawn isn't among them. */
  observations: readonly PublicObservation[];
  /** In the plan's order; of the region only where something is said to it. */
  units: readonly { unit: NamedUnit; counts: ReplyCounts }[];
}
