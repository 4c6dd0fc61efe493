import type { Frequency, IsoDate, PeriodPlan } from "@/lib/domain/framework/reporting-period";
import type { PeriodState } from "@/lib/domain/reports/report";
import type { ReportState } from "@/lib/domain/reports/report-state";
import type { PeriodView, PlanView } from "@/lib/views/report-view";

/** All reporting periods of a plan, those to come too. */
export interface PeriodListView {
  plan: PlanView;
  /** The plan's own end; periods after it carry the plan on. */
  endsOn: IsoDate;
  mayKeep: boolean;
  /** In the order of time. */
  periods: PeriodOfList[];
}

export interface PeriodOfList extends PeriodView {
  frequency: Frequency;
  state: PeriodState;
  /** It hasn't begun yet, so that nobody can enter anything whatever its state. */
  isToCome: boolean;
  isAfterEnd: boolean;
  /** Units that are due on another day, in the plan's order. */
  ownDates: OwnDueDate[];
  /** How many units' reports stand in each state; one that nobody opened is a draft. */
  reports: Record<ReportState, number>;
}

export interface OwnDueDate {
  unit: string;
  name: string;
  dueOn: IsoDate;
  reason: string;
}

/** A period, and what opening, closing or locking it, or another due date, would mean. */
export interface PeriodStepView {
  plan: PlanView;
  period: PeriodOfList;
  /** Names of the units whose reports stand in each state. */
  names: Record<ReportState, string[]>;
  /** Own due dates of the units whose reports stand in each state. */
  ownDates: Record<ReportState, OwnDueDate[]>;
  /** Names of the units whose reports aren't submitted, and were due before today, by their own date where they have one. */
  overdue: string[];
  /** Of the drafts, how many hold something. */
  begun: number;
  /** People who enter values for some unit. */
  people: number;
  /** The day in the region. */
  today: IsoDate;
  units: { code: string; name: string }[];
}

/** The period that comes next, and what adding it would mean. */
export interface NewPeriodView {
  plan: PlanView;
  endsOn: IsoDate;
  last: { code: string; startsOn: IsoDate; endsOn: IsoDate; frequency: Frequency } | null;
  /** For each frequency that it could have, the only one first where the plan has one. */
  choices: PeriodPlan[];
  countries: number;
  /** Indicators that a country would report. */
  indicators: number;
  /** Their end-of-plan targets stand for the periods after the plan's end. */
  isAfterEnd: boolean;
  isToCome: boolean;
}
