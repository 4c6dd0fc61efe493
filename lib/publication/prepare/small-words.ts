import type { PublicationWords } from "@/lib/i18n/publication-words";

/** What a `<5` says in a publication. */
interface SmallWords {
  /** The mark itself. */
  mark: string;
  meaning: string;
  /** Over a number of such values. */
  counted: string;
}

/** Publicly it hides a small count; in an internal publication it is all that the source of the value gave. */
export function smallWords(
  { t }: PublicationWords,
  { threshold, isInternal }: { threshold: number; isInternal: boolean },
): SmallWords {
  const mark = `<${threshold}`;
  return isInternal
    ? { mark, meaning: t("publication.notes.censored"), counted: t("publication.notes.censoredCount") }
    : {
        mark,
        meaning: t("about.marks.small", { last: threshold - 1 }),
        counted: t("country.complete.small", { threshold }),
      };
}
