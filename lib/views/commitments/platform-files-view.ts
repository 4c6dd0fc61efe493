import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { PaperFormat, PublicationLanguage, PublicationState } from "@/lib/domain/publication";

/** The files of a report in a language, the newest that were made. */
export interface PlatformFilesView {
  language: PublicationLanguage;
  /** Of what was asked for last. */
  state: PublicationState;
  /** Null where none were made, what is in them was withdrawn since, or others couldn't be made. */
  madeOn: IsoDate | null;
  files: readonly { format: PaperFormat; size: number }[];
}
