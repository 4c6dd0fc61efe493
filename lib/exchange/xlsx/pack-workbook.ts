import { strFromU8, strToU8, unzipSync } from "fflate";
import { fixedZip, type ZipPart } from "../fixed-zip";
import { longPart } from "./long-part";
import { rgbOf } from "./style";
import type { Sheet, Workbook } from "./workbook";

/**
 * The library's file packed afresh: with the rows of the long sheets, which are compressed as they are written, and with the
 * language among its properties and the lines of charts, for which the library has no words.
 */
export function packWorkbook(bytes: Uint8Array, workbook: Workbook): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => ({
    name,
    content: filled(name, part, workbook),
  }));
  return fixedZip(parts, workbook.createdOn);
}

function filled(name: string, part: Uint8Array, workbook: Workbook): ZipPart["content"] {
  const sheet = workbook.sheets[Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1]) - 1];
  if (sheet?.kind === "long") return longPart(strFromU8(part), sheet);
  if (name === "docProps/core.xml") return withLanguage(part, workbook.language);
  return name.startsWith("xl/charts/chart") ? withLines(part, workbook) : part;
}

function withLanguage(part: Uint8Array, language: string): Uint8Array {
  const end = "</cp:coreProperties>";
  const xml = strFromU8(part);
  if (!xml.includes(end)) throw new Error("The properties have no place for the language");
  return strToU8(xml.replace(end, `<dc:language>${language.replace(/[^A-Za-z0-9-]/g, "")}</dc:language>${end}`));
}

function withLines(part: Uint8Array, { grid, sheets }: Workbook): Uint8Array {
  const fill = (colour: string) => `<a:solidFill><a:srgbClr val="${rgbOf(colour)}"/></a:solidFill>`;
  let xml = strFromU8(part).replace(
    "<c:majorGridlines/>",
    `<c:majorGridlines><c:spPr><a:ln w="9525">${fill(grid)}</a:ln></c:spPr></c:majorGridlines>`,
  );
  for (const { colour, edge } of sheets.flatMap(seriesOf)) {
    if (!edge) continue;
    const frame = (line: string) => `<c:spPr>${fill(colour)}<a:ln>${fill(line)}</a:ln></c:spPr>`;
    xml = xml.replaceAll(frame(colour), frame(edge));
  }
  return strToU8(xml);
}

const seriesOf = (sheet: Sheet) => (sheet.kind === "drawn" ? (sheet.charts ?? []).flatMap(({ series }) => series) : []);
