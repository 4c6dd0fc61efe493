import "server-only";
import { type PublicationDocument, plainText, type TableBlock } from "@/lib/publication/document";
import type { Comparison } from "@/lib/publication/testing/comparison";
import { columnOf, type ReadTable, saidUnder, says, squeezed } from "@/lib/publication/testing/read-tables";
import type { Said, SaidValue } from "./said";

/** A file's tables, found by the names that the document gives them. */
export interface TablesOfFile {
  format: string;
  tables: readonly ReadTable[];
  /** Squares of heat tables say their status as text; in a PDF it is what stands for a picture. */
  hasWordsInSquares: boolean;
}

const tableBlocks = ({ chapters }: PublicationDocument): TableBlock[] =>
  chapters.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? [block] : [])));

function findTable(document: PublicationDocument, { tables, format }: TablesOfFile, id: string): ReadTable {
  const caption = tableBlocks(document).find((block) => block.id === id)?.caption;
  const found = tables.filter((table) => caption && squeezed(table.caption) === squeezed(caption));
  if (found.length !== 1) throw new Error(`${format}: ${found.length} tables ${id}`);
  return found[0]!;
}

/** A status in words, where a file doesn't leave it to what is said anyway: "no value: not collected". */
function wordBeside(text: string, word: string, { format }: TablesOfFile): string {
  return format === "DOCX" && text.toLowerCase().startsWith(word.toLowerCase()) ? "" : word;
}

const indexOf = ({ rows }: ReadTable, code: string) => rows.findIndex(([name = ""]) => name.startsWith(`${code} `));
const rowOf = (table: ReadTable, code: string) => table.rows[indexOf(table, code)] ?? [];
/** What the table says of an indicator in a unit's column: the cell, or the head for all cells of the column. */
const saidOf = (table: ReadTable, { indicator, unitName }: SaidValue) =>
  saidUnder(table, indexOf(table, indicator), columnOf(table, unitName));
const anchored = (code: string) => code.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** The goals' tables: each value with its status and, of a percentage, its parts. */
export function compareValues(
  document: PublicationDocument,
  file: TablesOfFile,
  { values }: Said,
  result: Comparison,
): void {
  for (const said of values) {
    const table = findTable(document, file, `values-${anchored(said.goal)}`);
    const found = saidOf(table, said);
    const isSeen = file.hasWordsInSquares && !said.isUnreported;
    const words = isSeen ? [wordBeside(said.why ?? said.value, said.status.word, file)] : [];
    const expected = [said.why ?? said.value, ...words, said.parts ?? "", said.sign ?? ""];
    result.check(says(found, expected), at(file, said), expected, found);
  }
}

/** A country's tables: value, target and status in columns. */
export function compareCountry(
  document: PublicationDocument,
  file: TablesOfFile,
  { values }: Said,
  unit: string,
  result: Comparison,
): void {
  const ids = tableBlocks(document).flatMap(({ id }) => (id.startsWith(`values-${anchored(unit)}-`) ? [id] : []));
  for (const said of values.filter((each) => each.unit === unit)) {
    const id = ids.find((each) => each.endsWith("-all") || each.endsWith(`-${anchored(said.goal)}`));
    const row = rowOf(findTable(document, file, id ?? ""), said.indicator);
    const expected = [
      [said.why ?? said.value, said.parts ?? ""],
      [said.target ?? "no target"],
      [said.status.word],
    ] as const;
    for (const [index, words] of expected.entries()) {
      const found = row[index + 1] ?? "";
      result.check(says(found, words), `${at(file, said)} column ${index + 1}`, words, found);
    }
  }
}

/** What a country's chapter of a regional report says is missing: each such indicator and no other, with its reason. */
export function compareMissing(
  document: PublicationDocument,
  file: TablesOfFile,
  { values }: Said,
  unit: string,
  result: Comparison,
): void {
  const missing = values.filter(
    ({ unit: of, value, why }) => of === unit && value === "no value" && why !== "not applicable",
  );
  const id = `country-${anchored(unit)}-missing`;
  const table = missing.length > 0 ? findTable(document, file, id) : { rows: [] };
  result.same(`${file.format} ${id}: rows`, missing.length, table.rows.length);
  for (const said of missing) {
    const [, found = ""] = table.rows.find(([name = ""]) => name.startsWith(`${said.indicator} `)) ?? [];
    const reason = said.why?.replace("no value: ", "") ?? "not reported";
    result.same(at(file, said), reason, found.toLowerCase());
  }
}

/** The heat map's words. */
export function compareStatuses(
  document: PublicationDocument,
  file: TablesOfFile,
  { values }: Said,
  result: Comparison,
): void {
  const table = findTable(document, file, "status-heat");
  for (const said of values) {
    const found = saidOf(table, said);
    const expected = said.isUnreported ? [said.value] : [said.status.word, said.sign ?? ""];
    result.check(says(found, expected), `${at(file, said)} in the heat map`, expected, found);
  }
}

/** The tables by category: categories down, countries across, and of a country's own report that one alone. */
export function compareBreakdowns(
  document: PublicationDocument,
  file: TablesOfFile,
  { cells }: Said,
  result: Comparison,
): void {
  for (const said of cells) {
    const table = findTable(document, file, `table-${anchored(said.indicator)}-${said.breakdown}`);
    const column = columnOf(table, said.unitName);
    if (column < 0) continue;
    const row = table.rows.findIndex(([name = ""]) => squeezed(name) === squeezed(said.cellName));
    // Where none of the units has a value of a category, the table has no row for it.
    const found = saidUnder(table, row, column) || (row < 0 ? "no value" : "");
    result.check(
      says(found, [said.value]),
      `${file.format} ${said.indicator} ${said.unit} ${said.cell}`,
      said.value,
      found,
    );
  }
}

/** Every cell of every table of the document, in its row and column. */
export function compareWholeTables(document: PublicationDocument, file: TablesOfFile, result: Comparison): void {
  for (const block of tableBlocks(document)) {
    const table = findTable(document, file, block.id);
    const rows = block.rows.flatMap((row) => (row.kind === "cells" ? [row.cells] : []));
    result.same(`${file.format} ${block.id}: rows`, rows.length, table.rows.length);
    for (const [index, { name, detail }] of block.columns.entries()) {
      const found = table.head[index] ?? "";
      result.check(
        says(found, [name, detail ?? ""]),
        `${file.format} ${block.id} head ${index}`,
        [name, detail],
        found,
      );
    }
    for (const [index, cells] of rows.entries()) {
      for (const [column, { text, status, detail }] of cells.entries()) {
        const isSeen = block.look === "plain" || column === 0 || file.hasWordsInSquares;
        const word = isSeen && status ? wordBeside(plainText(text), document.words.statuses[status], file) : "";
        const expected = [plainText(text), word, detail ?? ""];
        const found = table.rows[index]?.[column] ?? "";
        result.check(says(found, expected), `${file.format} ${block.id} ${index}/${column}`, expected, found);
      }
    }
  }
}

const at = ({ format }: TablesOfFile, { indicator, unit }: SaidValue) => `${format} ${indicator} ${unit}`;
