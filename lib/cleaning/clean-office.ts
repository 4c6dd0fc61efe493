import { strToU8, zipSync } from "fflate";
import type { FileType } from "@/lib/domain/source-file";
import { cleanPicture } from "./clean-picture";
import { isLocalPlace } from "./local-place";
import { withoutDescription } from "./metafile";
import { refuseHidden } from "./office-hidden";
import {
  type Relationship,
  refuseLeadingOut,
  relationshipsIn,
  withoutReferences,
  withoutRelationships,
} from "./office-relationships";
import { withoutListedAuthors, withoutTraces } from "./office-traces";
import { attribute, meant, tag, xmlText } from "./office-xml";
import { type Parts, readPackage } from "./read-package";
import { Unclean } from "./unclean";

type OfficeType = Extract<FileType, "docx" | "xlsx" | "pptx">;

const main = "application/vnd.openxmlformats-officedocument.";
const mainTypes: Record<OfficeType, string> = {
  docx: `${main}wordprocessingml.document.main+xml`,
  xlsx: `${main}spreadsheetml.sheet.main+xml`,
  pptx: `${main}presentationml.presentation.main+xml`,
};
const emptyProperties: Record<string, string> = {
  core: '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  extended: '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  custom: '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
};
const typesName = "[Content_Types].xml";

/** What is left out as a whole: it says nothing of the document but who worked on it, with what and where it was printed. */
const leftOut =
  /^docProps\/(?!(core|app|custom)\.xml$)|^docMetadata\/|^customXml\/|(^|\/)people\.xml$|\/printerSettings\/|^ppt\/(changesInfos|revisionInfo)|^xl\/revisions\/|(^|\/)customXml\//i;
/** Fonts say to whom they were sold; every device has others that do. */
const font = /\.(odttf|ttf|otf|fntdata)$/i;
const macros = /vbaproject|vbadata|(^|\/)activex\/|(^|\/)macrosheets\//i;
const linked = /(^|\/)externalLinks\/|(^|\/)connections\.xml$|(^|\/)queryTables\/|oleObject/i;

const isLeftOut = (name: string) => leftOut.test(name) || font.test(name);

/**
 * An office document without its properties, thumbnail, authors of remarks and changes, and what its pictures tell of their
 * making. Packed anew: what stood in the package and in no part of it is left behind.
 * @throws Unclean
 */
export const cleanOffice = (bytes: Uint8Array) => cleanPackage(readPackage(bytes), { isWithin: false });

interface Package {
  type: OfficeType;
  isWithin: boolean;
  /** What is put in place of a part that says who made the document, by its name in small letters. */
  properties: ReadonlyMap<string, string>;
  /** Ids of relationships that are taken out, by the part that they are of. */
  gone: ReadonlyMap<string, ReadonlySet<string>>;
}

async function cleanPackage(
  parts: Parts,
  { isWithin }: { isWithin: boolean },
): Promise<{ type: OfficeType; bytes: Uint8Array }> {
  const contentTypes = parts.get(typesName);
  if (!contentTypes) throw new Unclean("sourceUnknown");
  const said = xmlText(contentTypes);
  if (said.includes("&#")) throw new Unclean("sourceUncleanable");
  const names = [...parts.keys()];
  // Programs don't tell them apart.
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) throw new Unclean("sourceDamaged");
  if (/macroEnabled|vbaProject/i.test(said) || names.some((name) => macros.test(name)))
    throw new Unclean("sourceMacros");
  const [type, ...others] = (Object.keys(mainTypes) as OfficeType[]).filter((each) =>
    said.includes(`"${mainTypes[each]}"`),
  );
  if (!type || others.length > 0) throw new Unclean("sourceUnknown");
  if (names.some((name) => /^_xmlsignatures\//i.test(name))) throw new Unclean("sourceSigned");
  if (names.some((name) => linked.test(name))) throw new Unclean("sourceLinked");
  const gone = goneRelationships(parts);
  const of: Package = { type, isWithin, gone, properties: propertiesOf(parts, said) };
  const kept: Record<string, Uint8Array> = {};
  for (const [name, bytes] of parts) if (!isLeftOut(name)) kept[name] = await cleanPart(name, bytes, of);
  kept[typesName] = strToU8(withoutOverrides(said, kept));
  return { type, bytes: zipSync(kept, { level: 6, mtime: new Date(1980, 0, 1) }) };
}

async function cleanPart(name: string, bytes: Uint8Array, of: Package): Promise<Uint8Array> {
  const empty = of.properties.get(name.toLowerCase());
  if (empty) return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${empty}`);
  const ending = name.split(".").at(-1)!.toLowerCase();
  switch (ending) {
    case "rels":
      return strToU8(withoutRelationships(xmlText(bytes), of.gone.get(ownerOf(name)) ?? new Set()));
    case "xml":
    case "vml":
      return strToU8(cleanWords(xmlText(bytes), of.type, of.gone.get(name.toLowerCase()) ?? new Set()));
    case "jpg":
    case "jpeg":
    case "jfif":
    case "png":
    case "gif":
    case "tif":
    case "tiff":
    case "webp":
      return cleanPicture(bytes, formatOf(bytes), { isTurned: false });
    case "emf":
    case "wmf":
      return withoutDescription(bytes);
    case "docx":
    case "xlsx":
    case "pptx":
      // The numbers behind a chart are a workbook of their own.
      if (of.isWithin) throw new Unclean("sourceUncleanable");
      return (await cleanPackage(readPackage(bytes), { isWithin: true })).bytes;
    default:
      throw new Unclean("sourceUncleanable");
  }
}

/** Fields that read other files, or ask other programs, whenever somebody opens the document. */
const reading = /^\s*"?(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|LINK|IMPORT|INCLUDE|RD|DATABASE)(?![\p{L}\p{N}])/iu;
const readingFormula = /(?:^|[^\p{L}\p{N}_])(?:WEBSERVICE|IMAGE|RTD|DDE|DDEINIT)\s*\(/iu;
/** What begins, parts and ends a field of Word, its instruction in pieces, and a field of one element. */
const pieces =
  /<(?:[\w.-]+:)?fldChar\b[^>]*?\bfldCharType\s*=\s*["'](\w+)["'][^>]*>|(<(?:[\w.-]+:)?instrText\b[^>]*>)([^<]*)|<(?:[\w.-]+:)?fldSimple\b[^>]*?\binstr\s*=\s*("[^"]*"|'[^']*')/g;

/**
 * The text of Word without the places on somebody's device that fields name.
 * @throws Unclean for a field that reads other files
 */
function withoutPlacesInFields(xml: string): string {
  const local = new Set<number>();
  const open: { said: string; at: number[] }[] = [];
  const judge = (field: { said: string; at: number[] } | undefined) => {
    if (!field) return;
    if (reading.test(field.said)) throw new Unclean("sourceLinked");
    if (isLocalPlace(field.said)) for (const at of field.at) local.add(at);
  };
  for (const { index, 1: mark, 2: opening, 3: said, 4: simple } of xml.matchAll(pieces)) {
    if (simple) judge({ said: meant(simple.slice(1, -1)), at: [] });
    else if (mark === "begin") open.push({ said: "", at: [] });
    else if (mark === "end") judge(open.pop());
    else if (opening) {
      const field = open.at(-1) ?? { said: "", at: [] };
      field.said += meant(said!);
      field.at.push(index);
      if (open.length === 0) judge(field);
    }
  }
  for (const field of open) judge(field);
  return xml.replace(pieces, (whole, ...[, opening, , , index]: (string | undefined)[]) =>
    local.has(Number(index)) ? opening! : whole,
  );
}

/** @throws Unclean for a cell that asks an address, or names a file elsewhere */
function refuseReadingFormulas(xml: string): void {
  for (const [, said] of xml.matchAll(
    /<(?:[\w.-]+:)?(?:f|formula|formula1|formula2|definedName)(?:\s[^>]*)?>([^<]+)</g,
  )) {
    const formula = meant(said!);
    if (readingFormula.test(formula) || isLocalPlace(formula)) throw new Unclean("sourceLinked");
  }
}

function cleanWords(xml: string, type: OfficeType, gone: ReadonlySet<string>): string {
  refuseHidden(xml, type);
  if (type === "xlsx") refuseReadingFormulas(xml);
  const words = type === "docx" ? withoutPlacesInFields(xml) : xml;
  const untraced = withoutTraces(withoutReferences(words, gone));
  return /<(?:[\w.-]+:)?authors[\s>]/.test(untraced) ? withoutListedAuthors(untraced) : untraced;
}

/** The template that a Word document was begun from: where it stands tells whose device that was, and what it said is in the document. */
const isOfDevice = ({ kind }: Relationship) => kind === "thumbnail" || kind === "attachedTemplate";

/** What leads to a part that is left out goes with it. */
function goneRelationships(parts: Parts): Map<string, Set<string>> {
  const gone = new Map<string, Set<string>>();
  for (const [name, bytes] of parts) {
    if (isLeftOut(name) || !/\.rels$/i.test(name)) continue;
    const folder = name.replace(/_rels\/[^/]*$/i, "");
    const ids = relationshipsIn(xmlText(bytes)).flatMap((relationship) => {
      const { id, target, isExternal } = relationship;
      if (isOfDevice(relationship)) return [id];
      refuseLeadingOut(relationship);
      return !isExternal && isLeftOut(resolved(folder, target)) ? [id] : [];
    });
    gone.set(ownerOf(name), new Set(ids));
  }
  return gone;
}

/** The part that relationships are of, in small letters. */
const ownerOf = (name: string): string => name.replace(/_rels\/([^/]*)\.rels$/i, "$1").toLowerCase();

const resolved = (folder: string, target: string): string =>
  target.startsWith("/") ? target.slice(1) : new URL(target, `part:/${folder}`).pathname.slice(1);

/** Parts that say who made the document, by what leads to them, by what they are said to be, and by their usual names. */
function propertiesOf(parts: Parts, types: string): Map<string, string> {
  const found = new Map(
    Object.entries({ core: "core", app: "extended", custom: "custom" }).map(([name, kind]) => [
      `docprops/${name}.xml`,
      emptyProperties[kind]!,
    ]),
  );
  const top = parts.get("_rels/.rels");
  for (const { kind, target } of top ? relationshipsIn(xmlText(top)) : []) {
    const empty = emptyProperties[/^(core|extended|custom)-properties$/.exec(kind)?.[1] ?? ""];
    if (empty) found.set(resolved("", target).toLowerCase(), empty);
  }
  for (const [, , attributes] of types.matchAll(tag)) {
    const said = new Map(
      [...attributes!.matchAll(attribute)].map(([, , name, , value]) => [name, value!.slice(1, -1)]),
    );
    const kind = /\.(core|extended|custom)-properties\+xml$/i.exec(said.get("ContentType") ?? "")?.[1]?.toLowerCase();
    if (!kind) continue;
    const [name, ending] = [said.get("PartName")?.slice(1).toLowerCase(), said.get("Extension")?.toLowerCase()];
    for (const part of parts.keys()) {
      const small = part.toLowerCase();
      if (small === name || (ending && small.endsWith(`.${ending}`))) found.set(small, emptyProperties[kind]!);
    }
  }
  return found;
}

/** The list of what parts are, without those that are left out. */
function withoutOverrides(types: string, kept: Record<string, Uint8Array>): string {
  const names = new Set(Object.keys(kept).map((name) => name.toLowerCase()));
  return types.replace(
    /<(?:\w+:)?Override\b[^>]*?\bPartName\s*=\s*["']\/([^"']*)["'][^>]*?(?:\/>|>\s*<\/(?:\w+:)?Override\s*>)/g,
    (whole, part: string) => (names.has(part.toLowerCase()) ? whole : ""),
  );
}

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
