import { type PDFContext, PDFDict, PDFName } from "@cantoo/pdf-lib";
import { Unclean } from "./unclean";

const name = (text: string) => PDFName.of(text);

/** Actions that run a program, send something away or open another file; to a page or an address a link may lead. */
const actions = new Set([
  "JavaScript",
  "Launch",
  "SubmitForm",
  "ImportData",
  "GoToR",
  "GoToE",
  "Rendition",
  "Movie",
  "Sound",
  "RichMediaExecute",
]);
/** Keys that carry scripts, forms that run by themselves, and other files. */
const carriers = ["JS", "JavaScript", "EmbeddedFiles", "EF", "AF", "XFA", "Collection"].map(name);
const annotations = new Set(["FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D"]);
const [action, subtype, type, range, field, value] = ["S", "Subtype", "Type", "ByteRange", "FT", "V"].map(name) as [
  ...[PDFName, PDFName, PDFName, PDFName, PDFName, PDFName],
];

/** @throws Unclean for what does something by itself or carries other files, and for what is signed */
export function refuseActive(dict: PDFDict, context: PDFContext): void {
  const named = (key: PDFName) => {
    const found = context.lookup(dict.get(key));
    return found instanceof PDFName ? found.decodeText() : "";
  };
  // A signature vouches for bytes that cleaning changes.
  const isSignature = named(type) === "Sig" || dict.has(range);
  if (isSignature || (named(field) === "Sig" && context.lookup(dict.get(value)) instanceof PDFDict))
    throw new Unclean("sourceSigned");
  const isActive = actions.has(named(action)) || carriers.some((key) => dict.has(key));
  if (isActive || annotations.has(named(subtype)) || named(type) === "EmbeddedFile") throw new Unclean("sourceActive");
}
