import type { FirstStepKey, ManagementPlace } from "@/lib/domain/management";
import type { UnitView } from "@/lib/views/report-view";

/** What somebody may run here, and what is still missing. */
export interface ManagementView {
  /** The plan that the places below a plan belong to; null on a site without one. */
  plan: { code: string } | null;
  places: ManagementPlace[];
  /** Null for whoever doesn't set the installation up. */
  steps: FirstStep[] | null;
}

export interface FirstStep {
  key: FirstStepKey;
  isDone: boolean;
  /** How many there are: of people, of organisations, of open periods. */
  count: number;
  /** Countries that have none. */
  lacking: UnitView[];
}
