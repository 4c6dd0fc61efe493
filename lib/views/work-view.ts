import type { DueState } from "@/lib/domain/framework/reporting-period";
import type { Role } from "@/lib/domain/roles";
import type { MentionKind } from "../domain/reports/mention";
import type { ReportLock, ReportState } from "../domain/reports/report-state";
import type { HandBackView } from "./assignment-view";
import type { IsoMoment, PeriodView, PlanView, UnitView } from "./report-view";

/** "Your work": what waits for the actor in a plan. */
export interface WorkView {
  plan: PlanView;
  /** What the actor is in the plan; `unit` is its code, null for all units. */
  roles: { role: Role; unit: string | null }[];
  /** Whether they see the reviews of others' reports. */
  reviews: boolean;
  /** The units that the actor enters values for. */
  units: UnitView[];
  /** Their reports of every period that has begun, the oldest first. */
  reports: WorkReport[];
  /** Queries that wait for a reply or another value. */
  queries: WorkQuery[];
  /** Submitted reports that the actor may review, the longest waiting first. */
  waiting: WaitingReport[];
}

export interface WorkReport {
  unit: UnitView;
  period: PeriodView;
  due: DueState;
  state: ReportState;
  lock: ReportLock | null;
  /** Somebody opened it or entered something. */
  isOpened: boolean;
  /** Indicators that the actor enters: all of the unit's, or the assigned ones. */
  total: number;
  answered: number;
  /** Only counted while the report can be changed; else 0. */
  warnings: number;
  returned: { at: IsoMoment; by: string; reason: string; reopened: boolean } | null;
  submittedAt: IsoMoment | null;
  approvedAt: IsoMoment | null;
  /** Whoever has indicators assigned for the unit, with how many are left; empty for a contributor. */
  contributors: {
    id: number;
    name: string;
    organisation: string;
    total: number;
    left: number;
    handBack: HandBackView | null;
  }[];
  /** Of a contributor's own part. */
  handBack: HandBackView | null;
  maySubmit: boolean;
}

export interface WorkQuery {
  unit: string;
  period: string;
  indicator: { code: string; title: string };
  query: string;
  at: IsoMoment;
  by: string;
}

/** What the actor was told of on an indicator and hasn't seen: the last of one kind, and how many there are. */
export interface WorkMention {
  kind: MentionKind;
  unit: UnitView;
  period: string;
  indicator: { code: string; title: string };
  /** Of an indicator that was taken over nothing is said. */
  body: string;
  at: IsoMoment;
  by: string;
  count: number;
  /** The latest of them. */
  last: number;
  /** Whether they may read the indicator of the report. */
  isReadable: boolean;
}

export interface WaitingReport {
  unit: UnitView;
  period: PeriodView;
  submission: number;
  submittedAt: IsoMoment;
  submittedBy: string;
  answered: number;
  total: number;
  /** The actor submitted it, so somebody else has to review it. */
  isOwn: boolean;
}
