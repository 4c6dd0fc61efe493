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
const lastColumn = 16_384;
/** Characters that a cell can hold. */
const mostCharacters = 32_767;
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
        if (Math.max(value.length, inline.length, formula?.length ?? 0) > mostCharacters) throw damaged();
        const read = cellOf(type, style, value, inline, formula, shared);
        if (read) row.cells[column] = read;
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

/** The column of a reference such as `AB12`, counted from 0. */
function columnOf(reference: string | undefined, before: number, row: number, sheet: string): number {
  let column = before;
  if (reference === undefined) column++;
  else {
    let at = 0;
    for (column = 0; at < reference.length; at++) {
      const letter = reference.charCodeAt(at) - 64;
      if (letter < 1 || letter > 26) break;
      column = Math.min(column * 26 + letter, lastColumn);
    }
    if (at === 0 || reference.slice(at) !== String(row)) throw damaged();
    column--;
  }
  if (column >= mostColumns) throw new FileRefusal("workbookTooWide", { sheet, columns: mostColumns });
  return column;
}

function cellOf(
  type: string,
  style: number,
  value: string,
  inline: string,
  formula: string | null,
  { texts, dates }: Shared,
): SheetCell | undefined {
  switch (type) {
    case "s": {
      const text = /^\d+$/.test(value) ? texts[Number(value)] : undefined;
      if (text === undefined || text.length > mostCharacters) throw damaged();
      return text === "" ? undefined : { text, kind: "text", formula };
    }
    case "str":
      return value === "" ? undefined : { text: spelledIn(value), kind: "text", formula };
    case "inlineStr":
      return inline === "" ? undefined : { text: spelledIn(inline), kind: "text", formula };
    case "b":
      return { text: value === "1" ? "TRUE" : "FALSE", kind: "boolean", formula };
    case "e":
      return { text: value, kind: "error", formula };
    case "d":
      return { text: value, kind: "date", formula };
    case "n": {
      if (value === "") return undefined;
      const number = plainNumber(value);
      if (number === null) throw damaged();
      return { text: number, kind: dates.has(style) ? "date" : "number", formula };
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
