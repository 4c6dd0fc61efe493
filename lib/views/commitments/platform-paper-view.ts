import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { NamedUnit, ResultsPlan } from "@/lib/views/results-plan";
import type { PlatformReportView } from "./platform-view";
import type { PublicObservation } from "./public-observation";

/** The report of a platform as its files have it: the same for whoever may read it, and so of observations what anybody reads. */
export interface PlatformPaperView {
  plan: ResultsPlan;
  report: PlatformReportView;
  /** Member organisations on that day, by their names. */
  members: readonly string[];
  /** About the year, in the order in which they were said. */
  said: readonly PublicObservation[];
  /** The plan's units, by the names of the publication's language. */
  units: readonly NamedUnit[];
  readOn: IsoDate;
}
