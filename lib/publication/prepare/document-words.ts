import type { PublicationWords } from "@/lib/i18n/publication-words";
import type { DocumentWords } from "../document";
import { statusWords } from "./context";

/** What formats say by themselves. @param running at the foot of each page */
export const documentWords = (words: PublicationWords, running: string): DocumentWords => ({
  skip: words.t("publication.words.skip"),
  contents: words.t("publication.words.contents"),
  page: words.t("publication.words.page", { page: "{page}", pages: "{pages}" }),
  chart: words.t("publication.words.chart", { number: "{number}" }),
  table: words.t("publication.words.table", { number: "{number}" }),
  continued: words.t("publication.words.continued"),
  internal: words.t("publication.words.internal"),
  key: words.t("publication.words.key"),
  running,
  statuses: statusWords(words),
});
