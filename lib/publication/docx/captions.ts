import { Paragraph, SimpleField } from "docx";
import type { Text } from "../document";
import { colours } from "../look";
import { hex } from "./paper";
import { runsOf } from "./runs";

/** Counts the charts and tables of one document, in reading order. */
export interface Numbers {
  chart: number;
  table: number;
}

/**
 * `Figure 3` or `Table 2`, with what it is about behind it. The number is a field that Word counts again when somebody adds a
 * chart; what it holds until then is right already, so that Word has no reason to ask.
 */
export function caption(kind: keyof Numbers, pattern: string, numbers: Numbers, about: Text | null): Paragraph {
  numbers[kind] += 1;
  const [before = "", after = ""] = pattern.split("{number}");
  const sequence = kind === "chart" ? "Figure" : "Table";
  return new Paragraph({
    style: "Caption",
    children: [
      ...(before === "" ? [] : runsOf(before)),
      new SimpleField(`SEQ ${sequence} \\* ARABIC`, String(numbers[kind])),
      ...(after === "" ? [] : runsOf(after)),
      ...(about === null ? [] : [...runsOf("  "), ...runsOf(about, { color: hex(colours.textSecondary) })]),
    ],
  });
}
