import type { HiddenValues, ValueView } from "./consequences-view";
import type { DimensionView, IsoMoment, UnitView } from "./report-view";

/** Values that can't be protected any more, or only by hiding all that is linked, with what it takes to name them. */
export interface UnprotectedView {
  /** With the approval that gave them away; the latest first. */
  values: (ValueView & { since: IsoMoment })[];
  /** Where no pattern that hides less was found in time; the latest first. */
  hiddenAsWhole: HiddenAsWholeView[];
  dimensions: DimensionView[];
  units: UnitView[];
}

export interface HiddenAsWholeView extends Omit<HiddenValues, "isOwn"> {
  /** The approval that hid them. */
  since: IsoMoment;
}
