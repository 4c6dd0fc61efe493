import { FileRefusal } from "../../import/file-refusal";
import { openPackage, type Package } from "./open-package";
import { readSheet, type SheetRow } from "./read-sheet";
import { attribute, readXml, spelledIn } from "./read-xml";

/** A workbook that somebody sent. */
export interface OpenWorkbook {
  /** In their order, hidden ones too. */
  sheets: readonly { name: string; read(visit: (row: SheetRow) => void): void }[];
  /** Custom properties whose value is a text. */
  properties: ReadonlyMap<string, string>;
}

/** A report's workbook has a sheet for each goal and each table of parts. */
const mostSheets = 100;

const damaged = () => new FileRefusal("workbookDamaged", {});

/**
 * Opens an XLSX that is neither trusted nor believed. Sheets are read when they are asked for.
 * @throws FileRefusal for one that is damaged, protected by a password, has macros, refers to other files, or is too much
 */
export function openWorkbook(bytes: Uint8Array): OpenWorkbook {
  const parts = openPackage(bytes);
  const places = relationsOf(parts);
  const found: { name: string; part: string }[] = [];
  readXml(parts.part("xl/workbook.xml"), {
    open: (tag, attributes) => {
      if (tag !== "sheet") return;
      const part = places.get(attribute(attributes, "id") ?? "");
      const name = attribute(attributes, "name");
      if (name === undefined || part === undefined) throw damaged();
      found.push({ name, part });
      if (found.length > mostSheets) throw new FileRefusal("workbookSheets", { sheets: mostSheets });
    },
    close: () => {},
  });
  if (found.length === 0) throw damaged();
  const texts = textsOf(parts);
  const dates = dateStyles(parts);
  return {
    // A sheet of charts alone has no cells.
    sheets: found
      .filter(({ part }) => !part.startsWith("xl/chartsheets/"))
      .map(({ name, part }) => ({
        name,
        read: (visit) => readSheet(parts.part(part), { sheet: name, texts, dates }, visit),
      })),
    properties: propertiesOf(parts),
  };
}

function relationsOf(parts: Package): Map<string, string> {
  const places = new Map<string, string>();
  readXml(parts.part("xl/_rels/workbook.xml.rels"), {
    open: (tag, attributes) => {
      if (tag !== "Relationship") return;
      if (attribute(attributes, "TargetMode")?.toLowerCase() === "external") throw new FileRefusal("workbookLinks", {});
      const target = attribute(attributes, "Target") ?? "";
      const part = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      places.set(attribute(attributes, "Id") ?? "", part.replace(/\/\.\//g, "/"));
    },
    close: () => {},
  });
  return places;
}

/** The texts that cells share, by their number. */
function textsOf(parts: Package): string[] {
  if (!parts.has("xl/sharedStrings.xml")) return [];
  const texts: string[] = [];
  let text = "";
  let [isText, isReading] = [false, false];
  readXml(parts.part("xl/sharedStrings.xml"), {
    open: (tag) => {
      if (tag === "si") text = "";
      // How a text is read aloud is no part of it.
      else if (tag === "rPh") isReading = true;
      else if (tag === "t") isText = true;
    },
    text: (piece) => {
      if (isText && !isReading) text += piece;
    },
    close: (tag) => {
      if (tag === "si") texts.push(spelledIn(text));
      else if (tag === "rPh") isReading = false;
      else if (tag === "t") isText = false;
    },
  });
  return texts;
}

/** Numbers of the formats that show a number as a date or a time. */
const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** Characters that a format has at most. */
const mostOfFormat = 255;

/** Which of the styles that cells name show a number as a date: `1` in such a cell is no number that somebody typed. */
function dateStyles(parts: Package): ReadonlySet<number> {
  const dates = new Set<number>();
  if (!parts.has("xl/styles.xml")) return dates;
  const formats = new Set(builtInDates);
  let [isOfCells, index] = [false, 0];
  readXml(parts.part("xl/styles.xml"), {
    open: (tag, attributes) => {
      if (tag === "numFmt") {
        const code = (attribute(attributes, "formatCode") ?? "")
          .slice(0, mostOfFormat)
          .replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
        if (/[ymdhs]/i.test(code) && !/general/i.test(code)) formats.add(Number(attribute(attributes, "numFmtId")));
      } else if (tag === "cellXfs") isOfCells = true;
      else if (tag === "xf" && isOfCells) {
        if (formats.has(Number(attribute(attributes, "numFmtId")))) dates.add(index);
        index++;
      }
    },
    close: (tag) => {
      if (tag === "cellXfs") isOfCells = false;
    },
  });
  return dates;
}

function propertiesOf(parts: Package): Map<string, string> {
  const properties = new Map<string, string>();
  if (!parts.has("docProps/custom.xml")) return properties;
  let [name, text] = ["", ""];
  let isText = false;
  readXml(parts.part("docProps/custom.xml"), {
    open: (tag, attributes) => {
      if (tag === "property") [name, text] = [attribute(attributes, "name") ?? "", ""];
      else if (tag === "lpwstr") isText = true;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (tag) => {
      if (tag === "property") properties.set(name, spelledIn(text));
      else if (tag === "lpwstr") isText = false;
    },
  });
  return properties;
}
