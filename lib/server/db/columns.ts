import "server-only";
import { Prisma } from "./generated/client";

// Statements of our own name a table's columns several times over: each list of names is made from one list of columns.

/** Columns by their names in code, each with its type in SQL: `{ yesNo: "boolean" }` is `yes_no boolean`. */
export type Columns = Readonly<Record<string, string>>;

/** As the table names it: `yesNo` is `yes_no`. */
export const columnName = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const listed = (columns: Columns, each: (name: string, type: string) => string) =>
  Prisma.raw(
    Object.entries(columns)
      .map(([name, type]) => each(name, type))
      .join(", "),
  );

/** As an INSERT names them: `yes_no, step`. */
export const inserted = (columns: Columns) => listed(columns, columnName);

/** As an INSERT overwrites a row that stands already: `yes_no = EXCLUDED.yes_no`. */
export const overwritten = (columns: Columns) =>
  listed(columns, (name) => `${columnName(name)} = EXCLUDED.${columnName(name)}`);

/** As the table has them, to compare or copy rows: `r.yes_no, r.step`. */
export const ofTable = (alias: string, columns: Columns) => listed(columns, (name) => `${alias}.${columnName(name)}`);

/** As a SELECT reads them, under their names in code: `v.yes_no AS "yesNo"`. */
export const selected = (alias: string, columns: Columns) =>
  listed(columns, (name) => `${alias}.${columnName(name)} AS "${name}"`);

/** The same from a table that has some of them only; the others are NULL, so that rows of several tables can be one list. */
export const selectedOf = <C extends Columns>(alias: string, had: readonly (keyof C & string)[], columns: C) =>
  listed(
    columns,
    (name, type) => `${had.includes(name) ? `${alias}.${columnName(name)}` : `NULL::${type}`} AS "${name}"`,
  );

/** One JSON object of them. */
export const asJson = (alias: string, columns: Columns) =>
  Prisma.sql`jsonb_build_object(${listed(columns, (name, type) => `'${name}', ${ofJson(alias, name, type)}`)})`;

/** One JSON array of them, in their order: of many rows at once, for it is read and written in a third of the time of objects. */
export const asJsonArray = (alias: string, columns: Columns) =>
  Prisma.sql`json_build_array(${listed(columns, (name, type) => ofJson(alias, name, type))})`;

/**
 * One JSON array of all rows of a group, a list for each column, in the columns' order: of a hundred rows it is written in half
 * the time of `asJsonArray` of each. Of no rows each list is null.
 */
export const asJsonLists = (alias: string, columns: Columns) =>
  Prisma.sql`json_build_array(${listed(columns, (name, type) => `json_agg(${ofJson(alias, name, type)})`)})`;

/** Decimals are text, for JSON's numbers are floats. */
const ofJson = (alias: string, name: string, type: string) =>
  `${alias}.${columnName(name)}${type === "numeric" ? "::text" : ""}`;

/**
 * Rows that are handed over as one JSON text, so that thousands of them are one statement: `FROM recordset(rows, columns)`
 * is a table `given` with the columns under their names in code, which `given` lists.
 */
export const recordset = (rows: readonly object[], columns: Columns) =>
  Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given(${listed(columns, (name, type) => `"${name}" ${type}`)})`;

/** `given."yesNo", given."step"`. */
export const given = (columns: Columns) => listed(columns, (name) => `given."${name}"`);
