import type { TakenDownPart } from "@/lib/schemas/take-downs/take-down-part";
import type { PublicationView } from "./publication-view";
import type { IsoMoment } from "./report-view";

/** What of a report is taken down, or could be, with the title of its pillar or indicator. */
export type PublicPart = TakenDownPart & { title: string };

export type NamedPublication = Pick<PublicationView, "id" | "settings" | "unitName" | "periodName">;

/** What the secretariat took off the public site, for whoever may see why. */
export interface TakeDownView {
  id: number;
  part: PublicPart;
  /** The unit's name. */
  unit: string;
  /** The period's code. */
  period: string;
  takenAt: IsoMoment;
  takenBy: string;
  /** Null once it was erased. */
  reason: string | null;
  /** The first results version without it. */
  version: number;
  /** Which may still hold it, for those that the reader may know of; none once it was restored. */
  publications: NamedPublication[];
  /** Null while it stands. */
  restored: { at: IsoMoment; by: string } | null;
  /** Once its words are gone for good. */
  erased: { at: IsoMoment; by: string } | null;
}

export interface TakeDownListView {
  takeDowns: TakeDownView[];
  mayRestore: boolean;
}

/** What can be taken down of a report. */
export interface PublicPartsView {
  unit: string;
  parts: PublicPart[];
}
