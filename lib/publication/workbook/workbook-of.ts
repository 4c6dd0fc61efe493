import { longColumns } from "@/lib/exchange/long-form";
import { sheetNames } from "@/lib/exchange/xlsx/limits";
import type { CellContent, DrawnSheet } from "@/lib/exchange/xlsx/workbook";
import { writeWorkbook } from "@/lib/exchange/xlsx/write-workbook";
import type { DataBook } from "../data-book";
import { type PublicationDocument, plainText } from "../document";
import { colours } from "../look";
import { watermark } from "../watermark";
import * as looks from "./cell-looks";
import { dataSheet, rowsBySheet } from "./data-sheet";
import { filled } from "./filled";
import { goalSheet } from "./goal-sheet";
import { printOf } from "./sheet-print";
import { totalsOf } from "./totals";
import { typefaceOf } from "./typefaces";
import type { WorkbookWords } from "./words";

const widths = [32, 100];

/** The sheet that is read first: what the workbook is, what its marks mean, and what stands where. */
function notesSheet(
  document: PublicationDocument,
  words: WorkbookWords,
  { own, others }: { own: string; others: { name: string; about: string }[] },
): DrawnSheet {
  const { marks, meanings, headings } = words;
  const pair = (term: string, text: string): CellContent[] => [
    { text: term, style: looks.term },
    { text, style: looks.prose },
  ];
  const part = (heading: string, rows: CellContent[][]): CellContent[][] => [
    [],
    [{ text: heading, style: looks.heading }],
    ...rows,
  ];
  const rows: CellContent[][] = [
    [{ text: document.title, style: looks.title }],
    [{ text: document.subtitle, style: looks.subtitle }],
    ...(document.isInternal
      ? [[null, { text: document.words.internal, style: { fill: watermark.fill, ink: watermark.ink, bold: true } }]]
      : []),
    ...document.notices.map((text) => [null, { text, style: looks.notice }]),
    [],
    ...document.facts.map(({ term, text }) => pair(term, plainText(text))),
    ...document.imprint.rows.map(({ term, text }) => pair(term, plainText(text))),
    ...part(
      headings.method,
      words.method.map((text) => [null, { text, style: looks.prose }]),
    ),
    ...part(headings.marks, [
      pair("0", meanings.zero),
      pair(marks.small, meanings.small),
      pair(marks.suppressed, meanings.suppressed),
      pair(marks.missing.none, meanings.missing),
      pair(marks.missing.notComputable, meanings.notComputable),
      pair(marks.inWords, meanings.inWords),
      pair("", meanings.empty),
    ]),
    ...part(
      headings.sheets,
      others.map(({ name, about }) => [
        { text: name, style: looks.link, link: name },
        { text: about, style: looks.prose },
      ]),
    ),
    ...part(
      headings.columns,
      longColumns.map(({ name }) => pair(name, words.columns[name])),
    ),
  ];
  return { kind: "drawn", name: own, widths, rows, print: printOf(document) };
}

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
