import type { ShownStatus } from "@/lib/views/shown-status";

/** The words of the heat map in the page's language; the browser has no messages of its own. */
export interface HeatLabels {
  caption: string;
  indicator: string;
  region: string;
  view: string;
  status: string;
  values: string;
  map: string;
  showWords: string;
  hint: string;
  legend: string;
  ofWhich: string;
  afterEnd: string;
  /** What the legend counts, where values stand below it. */
  countsStatuses: string;
  suppressedMeans: string;
  scrolls: string;
  words: Record<ShownStatus, string>;
  loading: string;
  failed: string;
  /** Under the name of a country without an approved report; null where all have one. */
  noReport: string | null;
  /** Of a cell with an earlier value: `{countries}` is whose. */
  carried: string;
  download: string;
  /** "{count} achieved", for the bars of closed goals, in the order of the statuses. */
  counted: readonly string[];
}
