import type { DueState, Frequency, IsoDate } from "@/lib/domain/framework/reporting-period";
import type { ReminderAudience } from "@/lib/domain/reports/reminder";
import type { PeriodState } from "@/lib/domain/reports/report";
import type { ReportLock, ReportState } from "@/lib/domain/reports/report-state";
import type { IsoMoment, PeriodView, PlanView, UnitView } from "@/lib/views/report-view";

/** How far reports are. */
export interface CompletenessView {
  plan: PlanView;
  /** Those that have begun, in the order of time. */
  periods: (PeriodView & { state: PeriodState; frequency: Frequency })[];
  /** Those that the person sees, in the plan's order. */
  units: UnitView[];
  /** One for each unit and each of the periods. */
  reports: CompletenessReport[];
  /** Goals of the one period that is asked for; null where none is. */
  goals: { period: string; goals: { code: string; title: string }[]; counts: GoalCount[] } | null;
}

export interface CompletenessReport {
  unit: string;
  period: string;
  state: ReportState;
  answered: number;
  total: number;
  dueOn: IsoDate;
  due: DueState;
  lock: ReportLock | null;
  /** Where its cell leads: what was submitted to its reviewers, else the report itself. */
  leadsTo: "review" | "report";
  /** Whom the person may remind of it now; null where nobody is to be reminded. */
  remind: ReminderAudience | null;
  /** When the last reminder went, and whether that was today. */
  reminded: { at: IsoMoment; isToday: boolean } | null;
}

export interface GoalCount {
  unit: string;
  goal: string;
  answered: number;
  /** 0: nothing of the goal is reported by such units. */
  total: number;
}
