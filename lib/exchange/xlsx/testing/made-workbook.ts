import { crc32, deflateRawSync } from "node:zlib";

// For tests alone: workbooks made part by part, so that they can be wrong in any way.

/** A part, and what its ZIP says of it where that isn't true. */
export interface MadePart {
  content: string | Uint8Array;
  size?: number;
  flags?: number;
  /** Of its name, in the directory. */
  name?: string;
}

type Parts = Readonly<Record<string, string | Uint8Array | MadePart>>;

/** A ZIP of these parts, in their order. */
export function zipOf(parts: Iterable<readonly [string, string | Uint8Array | MadePart]>): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let [at, count] = [0, 0];
  for (const [name, part] of parts) {
    const made = typeof part === "string" || part instanceof Uint8Array ? { content: part } : part;
    const bytes = Buffer.from(made.content);
    const packed = deflateRawSync(bytes);
    const [size, flags] = [made.size ?? bytes.length, made.flags ?? 0];
    const named = Buffer.from(made.name ?? name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(named.length, 22);
    bodies.push(Buffer.from("PK\u0003\u0004", "latin1"), common, named, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), common, rest, named);
    at += 30 + named.length + packed.length;
    count++;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, index, Buffer.from("PK\u0005\u0006", "latin1"), end]);
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A sheet with these rows of XML, `<row r="1">…</row>`. */
export const sheetXml = (rows: string): string =>
  `${xml}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;

export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Rows of texts, one after another. */
export const rowsXml = (rows: readonly (readonly string[])[], first = 1): string =>
  rows
    .map(
      (cells, index) =>
        `<row r="${first + index}">${cells
          .map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`)
          .join("")}</row>`,
    )
    .join("");

/** The parts of a workbook with these sheets, by their names; some of them may be given otherwise. */
export function workbookParts(sheets: Readonly<Record<string, string>>, parts: Parts = {}): Parts {
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  return {
    "[Content_Types].xml": `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "xl/workbook.xml": `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names
      .map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${xml}<Relationships>${names
      .map((_, index) => relation(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`))
      .join("")}${relation("rIdS", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    ...Object.fromEntries(names.map((name, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheets[name]!])),
    ...parts,
  };
}

export const workbookOfSheets = (sheets: Readonly<Record<string, string>>, parts: Parts = {}): Uint8Array =>
  zipOf(Object.entries(workbookParts(sheets, parts)));
