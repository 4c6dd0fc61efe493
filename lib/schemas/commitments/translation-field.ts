import type { PublicationLanguage } from "@/lib/domain/publication";

/** The name of the field that holds a recommendation's words in a language. */
export const translationField = <L extends PublicationLanguage>(language: L) => `in-${language}` as const;
