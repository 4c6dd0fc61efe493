import { strToU8, zipSync } from "fflate";
import type { FileType } from "@/lib/domain/source-file";
import { cleanPicture } from "./clean-picture";
import { withoutDescription } from "./metafile";
import { keepRelationships, withoutListedAuthors, withoutPersons, xmlText } from "./office-xml";
import { type Parts, readPackage } from "./read-package";
import { Unclean } from "./unclean";

type OfficeType = Extract<FileType, "docx" | "xlsx" | "pptx">;

const main = "application/vnd.openxmlformats-officedocument.";
const mainTypes: Record<OfficeType, string> = {
  docx: `${main}wordprocessingml.document.main+xml`,
  xlsx: `${main}spreadsheetml.sheet.main+xml`,
  pptx: `${main}presentationml.presentation.main+xml`,
};
const typesName = "[Content_Types].xml";

/** What is left out as a whole: it says nothing of the document but who worked on it, with what and where it was printed. */
const leftOut =
  /^docProps\/(?!(core|app|custom)\.xml$)|^docMetadata\/|^customXml\/|(^|\/)people\.xml$|\/printerSettings\/|^ppt\/(changesInfos|revisionInfo)|^xl\/revisions\/|(^|\/)customXml\//i;
const macros = /vbaproject|vbadata|(^|\/)activex\/|(^|\/)macrosheets\//i;
const linked = /(^|\/)externalLinks\/|(^|\/)connections\.xml$|(^|\/)queryTables\/|oleObject/i;
/** Relationships that may lead out of the document: somebody clicks on them, or not. */
const clicked = new Set(["hyperlink"]);

const properties: Record<string, string> = {
  "docProps/core.xml":
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  "docProps/custom.xml":
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
};

/**
 * An office document without its properties, thumbnail, authors of remarks and changes, and what its pictures tell of their
 * making. Packed anew: what stood in the package and in no part of it is left behind.
 * @throws Unclean
 */
export const cleanOffice = (bytes: Uint8Array) => cleanPackage(readPackage(bytes), { isWithin: false });

async function cleanPackage(
  parts: Parts,
  { isWithin }: { isWithin: boolean },
): Promise<{ type: OfficeType; bytes: Uint8Array }> {
  const contentTypes = parts.get(typesName);
  if (!contentTypes) throw new Unclean("sourceUnknown");
  const said = xmlText(contentTypes);
  const names = [...parts.keys()];
  if (/macroEnabled|vbaProject/i.test(said) || names.some((name) => macros.test(name)))
    throw new Unclean("sourceMacros");
  const [type, ...others] = (Object.keys(mainTypes) as OfficeType[]).filter((each) =>
    said.includes(`"${mainTypes[each]}"`),
  );
  if (!type || others.length > 0) throw new Unclean("sourceUnknown");
  if (names.some((name) => name.startsWith("_xmlsignatures/"))) throw new Unclean("sourceSigned");
  if (names.some((name) => linked.test(name))) throw new Unclean("sourceLinked");
  const kept: Record<string, Uint8Array> = {};
  for (const [name, bytes] of parts) if (!leftOut.test(name)) kept[name] = await cleanPart(name, bytes, isWithin);
  kept[typesName] = strToU8(withoutOverrides(said, kept));
  return { type, bytes: zipSync(kept, { level: 6, mtime: new Date(1980, 0, 1) }) };
}

async function cleanPart(name: string, bytes: Uint8Array, isWithin: boolean): Promise<Uint8Array> {
  const empty = properties[name];
  if (empty) return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${empty}`);
  const ending = name.split(".").at(-1)!.toLowerCase();
  switch (ending) {
    case "rels":
      return strToU8(cleanRelationships(name, xmlText(bytes)));
    case "xml":
    case "vml": {
      const xml = withoutPersons(xmlText(bytes));
      return strToU8(/^xl\/.*comments/i.test(name) ? withoutListedAuthors(xml) : xml);
    }
    case "jpg":
    case "jpeg":
    case "jfif":
    case "png":
    case "gif":
    case "tif":
    case "tiff":
    case "webp":
      return cleanPicture(bytes, formatOf(bytes));
    case "emf":
    case "wmf":
      return withoutDescription(bytes);
    case "odttf":
    case "fntdata":
    case "ttf":
      return bytes;
    case "docx":
    case "xlsx":
    case "pptx":
      // The numbers behind a chart are a workbook of their own.
      if (isWithin) throw new Unclean("sourceUncleanable");
      return (await cleanPackage(readPackage(bytes), { isWithin: true })).bytes;
    default:
      throw new Unclean("sourceUncleanable");
  }
}

/** What leads to a part that is left out goes with it. */
function cleanRelationships(name: string, xml: string): string {
  const folder = name.replace(/_rels\/[^/]*$/, "");
  return keepRelationships(xml, ({ kind, target, isExternal }) => {
    if (isExternal) {
      if (!clicked.has(kind)) throw new Unclean("sourceLinked");
      return true;
    }
    if (kind === "oleObject" || kind === "externalLinkPath") throw new Unclean("sourceLinked");
    return kind !== "thumbnail" && !leftOut.test(resolved(folder, target));
  });
}

const resolved = (folder: string, target: string): string =>
  target.startsWith("/") ? target.slice(1) : new URL(target, `part:/${folder}`).pathname.slice(1);

/** The list of what parts are, without those that are left out. */
const withoutOverrides = (types: string, kept: Record<string, Uint8Array>): string =>
  types.replace(
    /<(?:\w+:)?Override\b[^>]*?\bPartName\s*=\s*["']\/([^"']*)["'][^>]*?(?:\/>|>\s*<\/(?:\w+:)?Override\s*>)/g,
    (whole, part: string) => (Object.hasOwn(kept, part) ? whole : ""),
  );

/** Word gives pictures the ending that it likes. */
function formatOf(bytes: Uint8Array): "jpeg" | "png" | "gif" | "tiff" | "webp" {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (head.startsWith("\xff\xd8")) return "jpeg";
  if (head.startsWith("\x89PNG")) return "png";
  if (head.startsWith("GIF8")) return "gif";
  if (head.startsWith("II*\0") || head.startsWith("MM\0*")) return "tiff";
  if (head.startsWith("RIFF") && head.endsWith("WEBP")) return "webp";
  throw new Unclean("sourceUncleanable");
}
