import type { TextEnd } from "@/lib/domain/commitments/addressed-life";
import type { ObservationBasis, ObservationKind } from "@/lib/domain/commitments/observation";
import type { ReplyCounts } from "@/lib/domain/commitments/reply-counts";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { UnitView } from "@/lib/views/report-view";
import type { NamedUnit, ResultsPeriod, ResultsPlan } from "@/lib/views/results-plan";
import type { FollowedUp } from "./follow-up-view";
import type { Corrected, ReplyView, SaidOfValidity, SourceFileView } from "./observation-view";
import type { PublicReportHead } from "./platform-view";
import type { ShadowView } from "./shadow-view";
import type { SubjectView } from "./subject-view";

/** An observation as anybody may read it: `observationView` has decided what of it. */
export interface PublicObservation {
  number: number;
  unit: UnitView;
  period: string;
  subject: SubjectView;
  end: TextEnd | null;
  endedOn: IsoDate | null;
  /** How the value that it is about was corrected since; null where it wasn't, and of what was withdrawn. */
  corrected: Corrected | null;
  /** What its author says of it after a later value; null where they said nothing, and of what was withdrawn. */
  validity: SaidOfValidity | null;
  /** Null of what was withdrawn or taken down: number and place alone are left. */
  said: SaidInPublic | null;
}

export interface SaidInPublic {
  kind: ObservationKind;
  basis: ObservationBasis;
  /** Which organisation speaks; null where that isn't told. */
  organisation: string | null;
  language: string;
  sources: { title: string; url: string }[];
  files: SourceFileView[];
  /** A value of its own, about an indicator; part of no result. */
  shadow: ShadowView | null;
  /** What meetings were told of it, in the order of time. */
  followUps: readonly FollowedUp[];
  /** At least one. */
  rounds: PublicRound[];
}

export interface PublicRound {
  round: number;
  /** Empty where the words were taken out. */
  body: string;
  askedOn: IsoDate;
  dueOn: IsoDate;
  /** Null: there was none by the due date, and none since. */
  reply: ReplyView | null;
}

/** Public observations of a plan, the newest first. */
export interface PublicObservations {
  plan: ResultsPlan;
  periods: readonly ResultsPeriod[];
  /** The plan's countries in its order, and the region where something is said of it. */
  units: readonly NamedUnit[];
  observations: readonly PublicObservation[];
}

/** What the list shows of them. */
export interface ObservationsPageView extends PublicObservations {
  /** Of all public observations, and of each unit's. */
  counts: ReplyCounts;
  unitCounts: readonly { unit: NamedUnit; counts: ReplyCounts }[];
  /** What can be chosen: goals, outcomes, outputs and indicators that something is said about. */
  subjects: readonly { code: string; title: string }[];
  /** How many there are, with those of which nothing is left to read. */
  total: number;
  /** How many match the choice; `observations` is one page of them. */
  found: number;
  page: number;
  pages: number;
}

/** What is said about an indicator, a goal with all that stands under it, or a country, in a period. */
export interface ObservationsAbout {
  period: ResultsPeriod;
  observations: readonly PublicObservation[];
  counts: ReplyCounts;
  /** About an indicator: those that set a value beside its own, of every period until this one, in the order of time. */
  shadows: readonly { period: ResultsPeriod; observation: PublicObservation }[];
}

/** One of them, on its own page. */
export interface ObservationPageView {
  plan: ResultsPlan;
  period: ResultsPeriod;
  observation: PublicObservation;
}

/** What civil society says in public, as it stood on a day. */
export interface SaidToUnits {
  readOn: IsoDate;
  /** The newest first; what was withdrawn isn't among them. */
  observations: readonly PublicObservation[];
  /** In the plan's order; of the region only where something is said to it. */
  units: readonly { unit: NamedUnit; counts: ReplyCounts }[];
  /** Annual reports of platforms that anybody may read, the latest year first. */
  reports: readonly PublicReportHead[];
}
