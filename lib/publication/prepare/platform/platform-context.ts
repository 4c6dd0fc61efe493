import type { PublicationWords } from "@/lib/i18n/publication-words";
import type { PlatformPaperView } from "@/lib/views/commitments/platform-paper-view";

/** What every part of a platform's report is prepared from. */
export interface PreparingPlatform {
  words: PublicationWords;
  view: PlatformPaperView;
}

/** A unit's name in the document's language; of one that has none there, as the view names it. */
export const unitName = (
  { view: { units } }: PreparingPlatform,
  { code, name }: { code: string; name: string },
): string => units.find((unit) => unit.code === code)?.name ?? name;
