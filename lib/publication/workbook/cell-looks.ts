import type { CellStyle } from "@/lib/exchange/xlsx/workbook";
import { colours } from "../look";

// How the cells of the workbook look, apart from those that have a status.

export const title: CellStyle = { bold: true, size: 16, ink: colours.text };
export const subtitle: CellStyle = { size: 12, ink: colours.textSecondary };
export const heading: CellStyle = { bold: true, size: 13, ink: colours.accent };
export const link: CellStyle = { ink: colours.accent, top: true };
export const small: CellStyle = { italic: true, ink: colours.textMuted };
export const head: CellStyle = { bold: true, fill: colours.bar, ink: colours.onBar, wrap: true, edge: colours.bar };
/** Above values, which stand on the right. */
export const valueHead: CellStyle = { ...head, align: "right" };
/** Above statuses, which stand in the middle and so apart from the values on their left. */
export const statusHead: CellStyle = { ...head, align: "center" };
export const plain: CellStyle = { edge: colours.rule, wrap: true };
export const value: CellStyle = { edge: colours.rule, wrap: true, align: "right" };
export const mark: CellStyle = { ...value, ink: colours.textMuted };
export const term: CellStyle = { ink: colours.textSecondary, top: true, wrap: true };
export const prose: CellStyle = { top: true, wrap: true };
export const notice: CellStyle = { fill: colours.warningSurface, ink: colours.warning, top: true, wrap: true };
