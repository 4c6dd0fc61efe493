import { type PDFContext, PDFDict, PDFHexString, PDFName, type PDFObject, PDFString } from "@cantoo/pdf-lib";
import { isLocalPlace } from "./local-place";

const name = (text: string) => PDFName.of(text);

const [subtype, rectangle, contents, state, uri, base] = [
  "Subtype",
  "Rect",
  "Contents",
  "StateModel",
  "URI",
  "Base",
].map(name) as [PDFName, PDFName, PDFName, PDFName, PDFName, PDFName];
/** Who wrote a remark. Of a field of a form the same key is its name. */
const writer = name("T");
/** When an annotation was made and changed, and what a program calls it. */
const times = ["CreationDate", "M", "NM"].map(name);
const remarks = new Set([
  "Text",
  "FreeText",
  "Line",
  "Square",
  "Circle",
  "Polygon",
  "PolyLine",
  "Highlight",
  "Underline",
  "Squiggly",
  "StrikeOut",
  "Caret",
  "Stamp",
  "Ink",
  "Popup",
  "Redact",
  "Projection",
]);

/** Takes from an annotation who wrote it and when; and of one that only says "accepted", the words with a name in them. */
export function withoutWriter(dict: PDFDict, context: PDFContext): void {
  const kind = context.lookup(dict.get(subtype));
  const isRemark = kind instanceof PDFName && remarks.has(kind.decodeText());
  if (isRemark) dict.delete(writer);
  if (isRemark || (kind && dict.has(rectangle))) for (const key of times) dict.delete(key);
  if (dict.has(state)) dict.delete(contents);
}

/** Takes away what leads to a file on somebody's device; the words on which it stands stay. */
export function withoutLocalLinks(dict: PDFDict, context: PDFContext): void {
  for (const [key, value] of dict.entries()) if (isLocalLink(context.lookup(value), context)) dict.delete(key);
  for (const key of [uri, base]) if (isLocal(context.lookup(dict.get(key)))) dict.delete(key);
}

function isLocalLink(action: PDFObject | undefined, context: PDFContext): boolean {
  if (!(action instanceof PDFDict)) return false;
  return isLocal(context.lookup(action.get(uri))) || isLocal(context.lookup(action.get(base)));
}

const isLocal = (said: PDFObject | undefined): boolean =>
  (said instanceof PDFString || said instanceof PDFHexString) && isLocalPlace(said.decodeText());
