import type { ImportFormat } from "../import/import-format";
import { spellingKey } from "../import/spelling";

/** What the column `Dimension` says the column `Category` is about. `Total` is about nothing. */
const dimensionOf: ReadonlyMap<string, string> = new Map([
  ["form of exploitation", "form"],
  ["citizenship", "citizenship"],
  ["country of repatriation", "repatriation"],
]);
const isTotal = (text: string) => spellingKey(text) === "total";

/**
 * UNODC's dataset on trafficking in persons (GLOTIP), in long form: a count by country, series, one dimension or the
 * total, sex, age and year. `Total` in a column sums over it. A blank is a blank: it narrows the value to nobody knows what.
 */
export const glotip: ImportFormat = {
  code: "glotip",
  columns: [
    "Iso3_code",
    "Country",
    "Indicator",
    "Dimension",
    "Category",
    "Sex",
    "Age",
    "Year",
    "Unit of measurement",
    "txtVALUE",
  ],
  required: ["Iso3_code", "Indicator", "Dimension", "Category", "Sex", "Age", "Year", "txtVALUE"],
  rowOf(cell, line) {
    const about = cell("Dimension");
    const dimension = dimensionOf.get(spellingKey(about).replace(/^by /, ""));
    // A category where the dimension is the total is a contradiction, not a total.
    const isUnderstood = dimension !== undefined || (isTotal(about) && isTotal(cell("Category")));
    const narrowed = [
      { dimension: "sex", text: cell("Sex") },
      { dimension: "age", text: cell("Age") },
      ...(dimension === undefined ? [] : [{ dimension, text: cell("Category") }]),
    ];
    return {
      line,
      countryCode: cell("Iso3_code"),
      countryName: cell("Country"),
      year: cell("Year"),
      series: cell("Indicator"),
      unit: cell("Unit of measurement"),
      categories: narrowed.filter(({ text }) => !isTotal(text)),
      value: cell("txtVALUE"),
      ...(!isUnderstood && { problem: { code: "dimensionUnknown", text: isTotal(about) ? cell("Category") : about } }),
    };
  },
};
