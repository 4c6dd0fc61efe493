import { Paragraph, SimpleField } from "docx";
import { runsOf } from "./runs";

/** Counts the figures and tables of one document, in reading order. */
export interface Numbers {
  figure: number;
  table: number;
}

/**
 * `Figure 3` or `Table 2`, with more behind it. The number is a field that Word counts again when somebody adds a
 * figure; what it holds until then is right already, so that Word has no reason to ask.
 */
export function caption(kind: keyof Numbers, pattern: string, numbers: Numbers, more = ""): Paragraph {
  numbers[kind] += 1;
  const [before = "", after = ""] = pattern.split("{number}");
  const sequence = kind === "figure" ? "Figure" : "Table";
  return new Paragraph({
    style: "Caption",
    children: [
      ...(before === "" ? [] : runsOf(before)),
      new SimpleField(`SEQ ${sequence} \\* ARABIC`, String(numbers[kind])),
      ...(after === "" ? [] : runsOf(after)),
      ...(more === "" ? [] : runsOf(`  ${more}`)),
    ],
  });
}
