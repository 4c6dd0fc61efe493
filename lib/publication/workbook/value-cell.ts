import { isDecimal } from "@/lib/domain/values/rational";
import type { ShownRow } from "@/lib/exchange/csv/shown-row";
import type { CellContent } from "@/lib/exchange/xlsx/workbook";
import * as looks from "./cell-looks";
import { filled } from "./filled";
import type { WorkbookWords } from "./words";

/** A value as a cell: a number where there is one, with the places that it has on every page; else the mark in words. Nothing makes a 0 of a blank. */
export function valueCell(row: ShownRow | undefined, { marks }: WorkbookWords): CellContent {
  if (!row) return { text: "", style: looks.value };
  const { value } = row;
  switch (value.state) {
    case "small":
      return { text: `<${value.below}`, style: looks.mark };
    case "suppressed":
      return { text: marks.suppressed, style: looks.mark };
    case "missing":
      return { text: marks.missing[value.reason ?? "none"], style: looks.mark };
    case "shown":
      // As text: how many countries there are says nothing without how many there could be.
      if (value.ofCountries !== undefined) {
        const said = { part: value.value, whole: String(value.ofCountries) };
        return { text: filled(marks.of, said), style: looks.value };
      }
      if (!isDecimal(value.value)) return { text: value.value, style: looks.value };
      return {
        decimal: value.value,
        places: value.value.split(".")[1]?.length ?? 0,
        grouped: true,
        style: looks.value,
      };
  }
}

/** A value that the region doesn't have, for none can be worked out. */
export const notComputableCell = ({ marks }: WorkbookWords): CellContent => ({
  text: marks.missing.notComputable,
  style: looks.mark,
});

/** A value that a country owes, of which there is no result at all. */
export const noValueCell = ({ marks }: WorkbookWords): CellContent => ({ text: marks.missing.none, style: looks.mark });
