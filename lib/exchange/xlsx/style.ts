import type { CellStyle as HucreStyle } from "hucre";
import type { CellStyle } from "./workbook";

/** `#17663f` as spreadsheets write it. */
export const rgbOf = (colour: string): string => colour.slice(1).toUpperCase();

export function styleOf(style: CellStyle, font: string, numFmt?: string): HucreStyle {
  const { bold, italic, size, fill, ink, edge, align, top, wrap } = style;
  const side = edge && ({ style: "thin", color: { rgb: rgbOf(edge) } } as const);
  return {
    ...((bold || italic || size || ink) && {
      font: { name: font, size: size ?? 11, bold, italic, ...(ink && { color: { rgb: rgbOf(ink) } }) },
    }),
    ...(fill && { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: rgbOf(fill) } } as const }),
    ...(side && { border: { top: side, right: side, bottom: side, left: side } }),
    alignment: {
      vertical: top ? "top" : "center",
      ...(align && { horizontal: align }),
      ...(wrap && { wrapText: true }),
    },
    ...(numFmt && { numFmt }),
  };
}
