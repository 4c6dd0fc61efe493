import { expect, it } from "vitest";
import { publicationWords } from "@/lib/i18n/publication-words";
import { locales } from "@/lib/i18n/routing";
import { shownStatuses } from "@/lib/views/shown-status";
import { statusWords } from "../prepare/context";
import { statusTable } from "../prepare/tables/status-table";
import { sampleDocument } from "../testing/sample-document";
import { pdfOf } from "./pdf-of";
import { alternativesOf } from "./testing/read-pdf";

it.each(locales)("the table that explains the statuses shows the word of each, in %s", async (language) => {
  const words = await publicationWords(language);
  const statuses = statusWords(words);
  const [chapter] = sampleDocument.chapters;
  const pdf = pdfOf(
    {
      ...sampleDocument,
      language,
      words: { ...sampleDocument.words, statuses },
      chapters: [{ ...chapter!, blocks: [statusTable({ words }, "key", "Key", shownStatuses)] }],
    },
    process.cwd(),
  );
  // A word that has no room is only the alternative of a square.
  expect(alternativesOf(pdf).filter((said) => Object.values(statuses).includes(said))).toEqual([]);
});
