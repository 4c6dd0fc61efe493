import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { RegionalView } from "@/lib/views/regional-view";
import type { UnitView } from "@/lib/views/report-view";
import type { NamedUnit } from "@/lib/views/results-plan";
import type { DueDecision } from "./decision-view";
import type { MeetingHead } from "./meeting-view";
import type { SubjectView } from "./subject-view";

/** The next meeting of somebody's delegation. */
export interface NextBrief {
  meeting: MeetingHead;
  /** Whose briefs are theirs. */
  units: readonly UnitView[];
}

/** What a country's delegation brings to a meeting. */
export interface BriefView {
  meeting: MeetingHead;
  unit: UnitView;
  /** The country alone, as the release froze it; null where the meeting looks at none. */
  results: RegionalView | null;
  /** By the last day on which a reply is in time. */
  open: readonly OpenObservation[];
  /** Of earlier meetings, addressed to the country or to all. */
  due: readonly DueDecision[];
  /** Whether the person may read the observations themselves. */
  mayOpen: boolean;
  /** Whether the person says what is done about decisions. */
  mayAct: boolean;
}

/** Briefs that somebody may choose from. */
export interface BriefChoice {
  meeting: MeetingHead;
  units: readonly NamedUnit[];
}

/** An observation that the country hasn't replied to: where it stands, and no words. */
export interface OpenObservation {
  id: number;
  number: number | null;
  period: string;
  subject: SubjectView;
  dueOn: IsoDate;
  daysOverdue: number;
}
