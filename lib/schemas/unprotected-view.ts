import type { FigureView } from "./consequences-view";
import type { DimensionView, IsoMoment, UnitView } from "./report-view";

/** Figures that can't be protected any more, with what it takes to name them. */
export interface UnprotectedView {
  /** With the approval that gave them away; the latest first. */
  figures: (FigureView & { since: IsoMoment })[];
  dimensions: DimensionView[];
  units: UnitView[];
}
