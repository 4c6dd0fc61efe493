import type { EnteredValue } from "@/lib/schemas/values/value";

/** A cell as a spreadsheet's clipboard holds it: in quotation marks where it has a tab, a line break or one of them. */
const quoted = (text: string) => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows of cells as a spreadsheet takes them. */
export const clipboardText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoted).join("\t")).join("\n");

/** A value as it can be pasted again, here or in a spreadsheet: as typed, a percentage as `3/4`, a step by its name. */
export function pastableText(
  entered: EnteredValue,
  steps: readonly string[],
  reasonOf: (reason: string) => string,
): string {
  if (entered.missingReason) return reasonOf(entered.missingReason);
  switch (entered.kind) {
    case "number":
      return entered.number.trim();
    case "ratio": {
      const { numerator, denominator } = entered;
      return `${numerator}${denominator}`.trim() === "" ? "" : `${numerator.trim()}/${denominator.trim()}`;
    }
    case "yesNo":
      return entered.yesNo;
    case "step":
      return entered.step === "" ? "" : (steps[Number(entered.step)] ?? "");
    case "narrative":
      return entered.text;
  }
}
