import { longColumns } from "@/lib/exchange/long-form";
import type { CellContent, DrawnSheet } from "@/lib/exchange/xlsx/workbook";
import { type PublicationDocument, plainText } from "../document";
import { watermark } from "../watermark";
import * as looks from "./cell-looks";
import { printOf } from "./sheet-print";
import type { WorkbookWords } from "./words";

const widths = [32, 100];

/** The sheet that is read first: what the workbook is, what its marks mean, and what stands where. */
export function notesSheet(
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
