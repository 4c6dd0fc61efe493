import type { Words } from "@/lib/i18n/sent-words";
import type { EntryIndicator } from "@/lib/views/entry-view";
import type { DimensionView, IsoMoment, QueryView } from "@/lib/views/report-view";

/** What is asked of the server when an indicator is mended in the check: most never are, so the page is made without it. */
export interface MendAnswer {
  indicator: EntryIndicator;
  /** What was asked and replied in submissions before. */
  settled: QueryView[];
  dimensions: DimensionView[];
  /** When this was read. */
  now: IsoMoment;
  /** What its fields say, beside the words of the page. */
  words: Record<string, Record<string, unknown>>;
}

/** All indicators of a report, for whoever mends them without a line. */
export interface MendFields extends Pick<MendAnswer, "dimensions" | "now" | "words"> {
  indicators: EntryIndicator[];
}

/** What the fields say that the check itself doesn't. */
export const mendWords = [
  "common.former",
  "entry.comment",
  "entry.query",
  "entryForm.aloud",
  "entryForm.carried",
  "entryForm.overtaken",
  "entryForm.panel",
  "entryForm.parts",
  "entryForm.paste",
  "entryForm.problem",
  "entryForm.query",
  "entryForm.range",
  "entryForm.state",
  "review.warning",
  "values.field",
] as const satisfies readonly Words[];
