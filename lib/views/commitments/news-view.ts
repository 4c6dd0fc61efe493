import type { RecommendationAnswer } from "@/lib/domain/commitments/recommendation";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { UnitView } from "@/lib/views/report-view";

/** What is new for somebody: a reply to what their organisation said, or what was made public. */
export type News = { on: IsoDate } & (
  | { kind: "replied"; id: number; number: number; unit: UnitView }
  | { kind: "recommendationAnswered"; id: number; number: number; unit: UnitView; answer: RecommendationAnswer }
  /** So many key actions of a unit about a recommendation that it told as done, or as stopped. */
  | { kind: "actionsDone" | "actionsStopped"; id: number; number: number; unit: UnitView; count: number }
  /** The same about an observation. */
  | {
      kind: "observationActionsDone" | "observationActionsStopped";
      id: number;
      number: number;
      unit: UnitView;
      count: number;
    }
  /** So many points of a platform's report, answered by a unit on one day; or key actions of a unit about its points, as above. */
  | {
      kind: "pointsAnswered" | "pointActionsDone" | "pointActionsStopped";
      report: { unit: string; year: number; code: string };
      unit: UnitView;
      count: number;
    }
  | { kind: "released"; code: string; title: string }
  | { kind: "papersOut"; code: string; title: string }
  /** The outcome of a meeting with so many decisions. */
  | { kind: "agreed"; code: string; title: string; count: number }
);

/** The newest first, of so many days. */
export interface NewsView {
  days: number;
  news: readonly News[];
}
