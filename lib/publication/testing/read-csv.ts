import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import type { LongColumnName } from "@/lib/exchange/long-form";

/** A row as whoever reads the file has it: texts by the names of the columns. */
export type ReadRow = Record<LongColumnName, string>;

export const readCsv = (text: string): ReadRow[] => parse(text, { bom: true, columns: true });

/** The rows of a CSV package, and its other files as texts by name. */
export function readCsvPackage(file: Uint8Array): { rows: ReadRow[]; texts: Record<string, string> } {
  const texts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)]));
  const name = Object.keys(texts).find((each) => each.endsWith(".csv"));
  if (!name) throw new Error("The package has no CSV file");
  return { rows: readCsv(texts[name]!), texts };
}
