import { sheetNames } from "@/lib/exchange/xlsx/limits";
import { writeWorkbook } from "@/lib/exchange/xlsx/write-workbook";
import type { DataBook } from "../data-book";
import type { PublicationDocument } from "../document";
import { colours } from "../look";
import { dataSheet, rowsBySheet } from "./data-sheet";
import { filled } from "./filled";
import { goalSheet } from "./goal-sheet";
import { notesSheet } from "./notes-sheet";
import { totalsOf } from "./totals";
import { typefaceOf } from "./typefaces";
import type { WorkbookWords } from "./words";

/**
 * A publication's values as an XLSX workbook: notes, a sheet a goal with native charts, and all values in long form. The
 * same publication gives the same bytes.
 * @throws RangeError if a text is longer than a cell can be
 */
export async function workbookOf(
  document: PublicationDocument,
  book: DataBook,
  words: WorkbookWords,
): Promise<Uint8Array> {
  const period = book.periods.at(-1);
  const goals = (period ? book.goals : [])
    .map((goal) => ({ goal, indicators: book.indicators.filter((indicator) => indicator.goal === goal.code) }))
    .filter(({ indicators }) => indicators.length > 0);
  const data = rowsBySheet(book.rows);
  const [notes = "", ...names] = sheetNames([
    words.sheets.notes,
    ...goals.map(({ goal }) => goal.code),
    ...data.map(() => words.sheets.data),
  ]);
  const totals = totalsOf(book);
  const others = names.map((name, index) => {
    const title = goals[index]?.goal.title;
    return { name, about: title === undefined ? words.about.data : filled(words.about.goal, { title }) };
  });
  return writeWorkbook({
    title: document.title,
    description: document.subtitle,
    author: document.imprint.publisher,
    language: document.language,
    createdOn: document.asOf,
    font: typefaceOf(document.language).name,
    grid: colours.grid,
    sheets: [
      notesSheet(document, words, { own: notes, others }),
      ...(period
        ? goals.map((parts, index) =>
            goalSheet({ ...parts, document, book, words, totals, period, names: { own: names[index]!, notes } }),
          )
        : []),
      ...data.map((rows, index) => dataSheet(rows, names[goals.length + index]!, document)),
    ],
  });
}
