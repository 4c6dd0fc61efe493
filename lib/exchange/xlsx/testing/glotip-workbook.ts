import { escaped, sheetXml, workbookOfSheets } from "./made-workbook";

// For tests alone, and for measuring: a workbook in the shape of UNODC's own, with made-up values.

const columns = [
  "Iso3_code",
  "Country",
  "Region",
  "Subregion",
  "Indicator",
  "Dimension",
  "Category",
  "Sex",
  "Age",
  "Year",
  "Unit of measurement",
  "txtVALUE",
  "Source",
];
const countries = [
  ["THA", "Thailand"],
  ["KHM", "Cambodia"],
  ["VNM", "Viet Nam"],
  ["XKX", "Elsewhere"],
] as const;
const letter = (column: number) => String.fromCharCode(65 + column);

/**
 * One sheet: two lines, the header, and as many rows; a year has one total of persons convicted for each country, and all other
 * rows are by citizenships.
 */
export function glotipWorkbook(rows: number): Uint8Array {
  const numbers = new Map<string, number>();
  const shared = (text: string) => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const rowXml = (number: number, cells: readonly string[]) =>
    `<row r="${number}" spans="1:13" x14ac:dyDescent="0.25">${cells
      .map((text, column) =>
        /^\d+$/.test(text)
          ? `<c r="${letter(column)}${number}" s="1"><v>${text}</v></c>`
          : `<c r="${letter(column)}${number}" s="1" t="s"><v>${shared(text)}</v></c>`,
      )
      .join("")}</row>`;
  const pieces = [rowXml(1, ["UNODC"]), rowXml(2, ["14 April 2025"]), rowXml(3, columns)];
  for (let index = 0; index < rows; index++) {
    const [code, country] = countries[index % countries.length]!;
    const round = Math.floor(index / countries.length);
    const [year, citizenship] = [String(2003 + (round % 20)), Math.floor(round / 20)];
    pieces.push(
      rowXml(index + 4, [
        code,
        country,
        "Asia",
        "South-eastern Asia",
        "Persons convicted",
        ...(citizenship === 0 ? ["Total", "Total"] : ["by citizenship", `Citizens of ${citizenship}`]),
        "Total",
        "Total",
        year,
        "Counts",
        index % 3 === 0 ? "<5" : index % 7 === 0 ? "1,127" : String(index),
        "Made up",
      ]),
    );
  }
  const texts = [...numbers.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`).join("");
  return workbookOfSheets(
    { data_glotip: sheetXml(pieces.join("")) },
    { "xl/sharedStrings.xml": `<sst>${texts}</sst>` },
  );
}
