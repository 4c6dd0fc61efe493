import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre";

/** A workbook as a program reads it: cells by row and column of each sheet, and its parts as they are stored. */
export async function readWorkbook(bytes: Uint8Array) {
  const { sheets, properties } = await readXlsx(bytes, { readStyles: true });
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  return {
    properties,
    parts,
    names: sheets.map(({ name }) => name),
    sheet(name: string) {
      const index = sheets.findIndex((each) => each.name === name);
      const sheet = sheets[index];
      if (!sheet) throw new Error(`There is no sheet "${name}"`);
      return { ...sheet, xml: parts[`xl/worksheets/sheet${index + 1}.xml`] ?? "" };
    },
  };
}
