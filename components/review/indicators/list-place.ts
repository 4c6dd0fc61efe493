import { filterQuery, type ReviewFilter } from "@/components/review/tabs";
import type { ReportAddress } from "@/lib/views/report-view";

/** Which page a list stands on, for the addresses of what is one click away. */
export interface ListPlace {
  address: ReportAddress;
  locale: string;
  filter: ReviewFilter;
  /** Who reads it. */
  userId: number;
  /** They review the report, and note what they like about it for themselves. */
  mayNote: boolean;
}

/** So many lines of a long list stand in the open; the others are one click away. */
export const SHOWN = 6;

/** Where a reviewer's own note is written without a script. */
export const ownNoteId = "own-note";

/** The page with all of an indicator open, or with everything. */
export const openedHref = (filter: ReviewFilter, code: string | "all") =>
  `${filterQuery(filter)}&open=${code}${code === "all" ? "" : `#${code}`}`;

/** What an indicator's `ReviewMore` is read from. */
export const moreHref = ({ address: { plan, unit, period }, locale }: ListPlace, code: string) =>
  `/api/reports/${plan}/${unit}/${period}/review/${code}?locale=${locale}`;
