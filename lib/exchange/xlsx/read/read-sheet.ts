import { FileRefusal } from "../../import/file-refusal";
import { attribute, readXml, spelledIn } from "./read-xml";

/** What stands in a cell. */
export interface SheetCell {
  /** As it was typed; a number as a plain decimal (`3.5`), a truth as `TRUE` or `FALSE`. */
  text: string;
  kind: "text" | "number" | "date" | "boolean" | "error";
  /** What it is worked out by; null where it was typed. */
  formula: string | null;
}

export interface SheetRow {
  /** Counted from 1, as the sheet shows it. */
  number: number;
  /** By their columns, counted from 0; those with nothing in them are missing. */
  cells: readonly (SheetCell | undefined)[];
  /** How much of the sheet is read with it, from 0 to 1. */
  share: number;
}

/** What cells refer to. */
export interface Shared {
  sheet: string;
  texts: readonly string[];
  /** Styles that show a number as a date. */
  dates: ReadonlySet<number>;
}

/** Far more than any sheet of values has. */
const mostColumns = 200;
const lastRow = 1_048_576;
/** Digits of a number that spreadsheets keep; what stands behind them is a remainder of their arithmetic. */
const digits = 15;

const damaged = () => new FileRefusal("workbookDamaged", {});

/**
 * Reads the rows of a sheet that have anything in them, one after another.
 * @throws FileRefusal workbookDamaged, workbookTooWide
 */
export function readSheet(part: Uint8Array, shared: Shared, visit: (row: SheetRow) => void): void {
  let row: { number: number; cells: (SheetCell | undefined)[] } = { number: 0, cells: [] };
  let [isRow, isCell, isValue, isFormula, isText, isAloud] = [false, false, false, false, false, false];
  let [column, type, style, value, inline] = [-1, "", -1, "", ""];
  let formula: string | null = null;
  readXml(part, {
    open: (tag, attributes) => {
      if (tag === "row") {
        row = { number: rowNumber(attribute(attributes, "r"), row.number), cells: [] };
        [isRow, column] = [true, -1];
      } else if (tag === "c" && isRow) {
        column = columnOf(attribute(attributes, "r"), column, row.number, shared.sheet);
        [type, style] = [attribute(attributes, "t") ?? "n", Number(attribute(attributes, "s") ?? -1)];
        [isCell, value, inline, formula] = [true, "", "", null];
      } else if (!isCell) return;
      else if (tag === "v") isValue = true;
      else if (tag === "f") [isFormula, formula] = [true, ""];
      else if (tag === "rPh") isAloud = true;
      else if (tag === "t") isText = true;
    },
    text: (piece) => {
      if (isValue) value += piece;
      else if (isFormula) formula += piece;
      else if (isText && !isAloud) inline += piece;
    },
    close: (tag, share) => {
      if (tag === "v") isValue = false;
      else if (tag === "f") isFormula = false;
      else if (tag === "t") isText = false;
      else if (tag === "rPh") isAloud = false;
      else if (tag === "c" && isCell) {
        isCell = false;
        const read = cellOf(type, style, value, inline, shared);
        if (read) row.cells[column] = { ...read, formula };
        // A formula that nobody worked out has no value, and isn't an empty cell either.
        else if (formula !== null) row.cells[column] = { text: "", kind: "error", formula };
      } else if (tag === "row") {
        isRow = false;
        if (row.cells.length > 0) visit({ ...row, share });
      }
    },
  });
}

function rowNumber(written: string | undefined, before: number): number {
  const number = written === undefined ? before + 1 : Number(written);
  if (!Number.isInteger(number) || number <= before || number > lastRow) throw damaged();
  return number;
}

function columnOf(reference: string | undefined, before: number, row: number, sheet: string): number {
  let column = before + 1;
  if (reference !== undefined) {
    const [, letters, number] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
    if (letters === undefined || Number(number) !== row) throw damaged();
    column = letters.length > 3 ? mostColumns : -1;
    if (column < 0) for (const letter of letters) column = (column + 1) * 26 + letter.charCodeAt(0) - 65;
  }
  if (column >= mostColumns) throw new FileRefusal("workbookTooWide", { sheet, columns: mostColumns });
  return column;
}

function cellOf(
  type: string,
  style: number,
  value: string,
  inline: string,
  { texts, dates }: Shared,
): Omit<SheetCell, "formula"> | undefined {
  switch (type) {
    case "s": {
      const text = /^\d+$/.test(value) ? texts[Number(value)] : undefined;
      if (text === undefined) throw damaged();
      return text === "" ? undefined : { text, kind: "text" };
    }
    case "str":
      return value === "" ? undefined : { text: spelledIn(value), kind: "text" };
    case "inlineStr":
      return inline === "" ? undefined : { text: spelledIn(inline), kind: "text" };
    case "b":
      return { text: value === "1" ? "TRUE" : "FALSE", kind: "boolean" };
    case "e":
      return { text: value, kind: "error" };
    case "d":
      return { text: value, kind: "date" };
    case "n": {
      if (value === "") return undefined;
      const number = plainNumber(value);
      if (number === null) throw damaged();
      return { text: number, kind: dates.has(style) ? "date" : "number" };
    }
    default:
      throw damaged();
  }
}

/** A number as a workbook writes it (`1127`, `0.30000000000000004`, `1.2E-3`) as the decimal that its sheet shows. */
export function plainNumber(written: string): string | null {
  const text = written.trim();
  if (/^-?\d{1,15}$/.test(text)) return text;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(text)) return null;
  const [mantissa = "", power = "0"] = Number(text)
    .toExponential(digits - 1)
    .split("e");
  const isNegative = mantissa.startsWith("-");
  const significant = mantissa.replace(/[-.]/g, "");
  const point = Number(power) + 1;
  const padded = point <= 0 ? "0".repeat(1 - point) + significant : significant.padEnd(point, "0");
  const whole = padded.slice(0, Math.max(1, point));
  const fraction = padded.slice(whole.length).replace(/0+$/, "");
  const size = fraction === "" ? whole : `${whole}.${fraction}`;
  return isNegative && size !== "0" ? `-${size}` : size;
}
