import { strFromU8, strToU8, unzipSync } from "fflate";
import { fixedZip, type ZipPart } from "../fixed-zip";
import { longPart } from "./long-part";
import { rgbOf } from "./style";
import type { Workbook } from "./workbook";

/**
 * The library's file packed afresh: with the rows of the long sheets, which are compressed as they are written, and with the
 * language among its properties and the colour of grids, for which the library has no words.
 */
export function packWorkbook(bytes: Uint8Array, workbook: Workbook): Promise<Uint8Array> {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => ({
    name,
    content: filled(name, part, workbook),
  }));
  return fixedZip(parts, workbook.createdOn);
}

function filled(name: string, part: Uint8Array, { sheets, language, grid }: Workbook): ZipPart["content"] {
  const sheet = sheets[Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]) - 1];
  if (sheet?.kind === "long") return longPart(strFromU8(part), sheet);
  if (name === "docProps/core.xml") return withLanguage(part, language);
  return name.startsWith("xl/charts/chart") ? withGrid(part, grid) : part;
}

function withLanguage(part: Uint8Array, language: string): Uint8Array {
  const end = "</cp:coreProperties>";
  const xml = strFromU8(part);
  if (!xml.includes(end)) throw new Error("The properties have no place for the language");
  return strToU8(xml.replace(end, `<dc:language>${language.replace(/[^A-Za-z0-9-]/g, "")}</dc:language>${end}`));
}

function withGrid(part: Uint8Array, grid: string): Uint8Array {
  const line = `<a:ln w="9525"><a:solidFill><a:srgbClr val="${rgbOf(grid)}"/></a:solidFill></a:ln>`;
  const lines = `<c:majorGridlines><c:spPr>${line}</c:spPr></c:majorGridlines>`;
  return strToU8(strFromU8(part).replace("<c:majorGridlines/>", lines));
}
