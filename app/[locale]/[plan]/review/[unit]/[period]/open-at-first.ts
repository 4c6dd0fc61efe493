import { hiddenOf, isOpenAtFirst, moreInWords } from "@/components/review/indicators/more-of";
import type { Locale } from "@/lib/i18n/routing";
import { areCodes } from "@/lib/schemas/reports/report-forms";
import type { ReviewMore } from "@/lib/schemas/reports/review-more";
import type { ReviewPageView } from "@/lib/server/queries/review-page";
import type { ReviewIndicator } from "@/lib/views/review-view";

/** What the address of a review wants opened: an indicator, by its code, or everything. */
export const openedOf = (asked: unknown): string | "all" | null =>
  typeof asked === "string" && (asked === "all" || areCodes(asked)) ? asked : null;

/** What of the indicators on the page stands open from the start, by code. */
export async function openAtFirst(
  locale: Locale,
  { view, consequences, history }: ReviewPageView,
  drawn: readonly ReviewIndicator[],
  opened: string | null,
): Promise<Record<string, Partial<ReviewMore>>> {
  if (drawn.length === 0) return {};
  const moreOf = await moreInWords(locale);
  return Object.fromEntries(
    drawn.flatMap((indicator) => {
      const { code } = indicator;
      const isAsked = opened === "all" || opened === code;
      if (!isAsked && !isOpenAtFirst(indicator)) return [];
      const more = moreOf(indicator, view.dimensions, hiddenOf(consequences, code), history[code] ?? []);
      return [[code, isAsked ? more : { parts: more.parts }]];
    }),
  );
}
