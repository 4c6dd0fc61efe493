import {
  decodePDFRawStream,
  EncryptedPDFError,
  ParseSpeeds,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFInvalidObject,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import { withoutMaking } from "./jpeg-parts";
import { withoutLocalLinks, withoutWriter } from "./pdf-annotations";
import { refuseActive } from "./pdf-dangers";
import { Unclean } from "./unclean";

/** What one stream of a PDF's own structure may unpack to. */
const MOST_UNPACKED = 64 * 1024 * 1024;

/** What says who made a document, or a part of it, and with what; what a program keeps beside it; what it does when opened. */
const making = [
  "Metadata",
  "PieceInfo",
  "OpenAction",
  "AA",
  "CreatorInfo",
  "SpiderInfo",
  "Threads",
  "LastModified",
  "Thumb",
].map((key) => PDFName.of(key));
const [filter, length] = ["Filter", "Length"].map((key) => PDFName.of(key)) as [PDFName, PDFName];
const [type, beads] = ["Type", "B"].map((key) => PDFName.of(key)) as [PDFName, PDFName];

/**
 * A PDF without its author, producer, times and metadata, and without what nothing on its pages leads to: earlier states of a
 * page that was changed, for one. Tags, links, fields and the text stay.
 * @throws Unclean
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const unpacking = boundUnpacking();
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest }).catch(
    (error) => {
      if (error instanceof Unclean) throw error;
      throw new Unclean(error instanceof EncryptedPDFError ? "sourceEncrypted" : "sourceDamaged");
    },
  );
  // The library takes what it can't read for broken, and goes on.
  if (unpacking.isTooMuch) throw new Unclean("sourceTooDemanding");
  const { context } = document;
  if (document.isEncrypted || context.trailerInfo.Encrypt) throw new Unclean("sourceEncrypted");
  const root = context.trailerInfo.Root;
  if (!(root instanceof PDFRef)) throw new Unclean("sourceDamaged");
  // Before anything is taken out: what a document does when it is opened is a reason to refuse it.
  for (const dict of reachable(context.lookup(root), context).dicts) refuseActive(dict, context);
  delete context.trailerInfo.Info;
  // By it two states of one document are told to be so.
  delete context.trailerInfo.ID;
  for (const dict of reachable(context.lookup(root), context).dicts) {
    for (const key of making) dict.delete(key);
    // Articles through a document, of which each has an author.
    if (context.lookup(dict.get(type)) === PDFName.of("Page")) dict.delete(beads);
    withoutWriter(dict, context);
    withoutLocalLinks(dict, context);
  }
  const { refs, streams } = reachable(root, context);
  for (const [ref, stream] of streams) cleanStream(ref, stream, context);
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!refs.has(ref)) context.delete(ref);
    else if (object instanceof PDFInvalidObject) throw new Unclean("sourceDamaged");
  }
  if (document.getPageCount() === 0) throw new Unclean("sourceDamaged");
  return document.save({ updateFieldAppearances: false, addDefaultPage: false });
}

/** All that a reader of the document can come to. */
function reachable(from: PDFObject | undefined, context: PDFContext) {
  const refs = new Set<PDFRef>();
  const dicts: PDFDict[] = [];
  const streams: [PDFRef, PDFRawStream][] = [];
  const left: PDFObject[] = from ? [from] : [];
  for (let next = left.pop(); next; next = left.pop()) {
    if (next instanceof PDFRef) {
      if (refs.has(next)) continue;
      refs.add(next);
      const object = context.lookup(next);
      if (object instanceof PDFRawStream) streams.push([next, object]);
      if (object) left.push(object);
    } else if (next instanceof PDFArray) for (let at = 0; at < next.size(); at++) left.push(next.get(at));
    else if (next instanceof PDFStream || next instanceof PDFDict) {
      const dict = next instanceof PDFStream ? next.dict : next;
      dicts.push(dict);
      left.push(...dict.values());
    }
  }
  return { refs, dicts, streams };
}

/** A photograph stands in a PDF as the file that the camera wrote. */
function cleanStream(ref: PDFRef, stream: PDFRawStream, context: PDFContext): void {
  const filters = context.lookup(stream.dict.get(filter));
  const names = filters instanceof PDFArray ? filters.asArray().map((each) => context.lookup(each)) : [filters];
  const holds = (name: string) => names.some((each) => each instanceof PDFName && each.decodeText() === name);
  // JPEG 2000, and a JPEG that is packed once more, keep what they hold where this doesn't look.
  if (holds("JPXDecode") || (holds("DCTDecode") && names.length > 1)) throw new Unclean("sourceUncleanable");
  if (!holds("DCTDecode")) return;
  const jpeg = withoutMaking(stream.contents);
  if (!jpeg) throw new Unclean("sourceDamaged");
  stream.dict.delete(length);
  context.assign(ref, PDFRawStream.of(stream.dict, jpeg));
}

const unpacking = { isBounded: false, isTooMuch: false };

/** The library unpacks a stream of objects whatever it grows to. It has no setting for that, so that its own buffer is bounded. */
function boundUnpacking() {
  unpacking.isTooMuch = false;
  if (unpacking.isBounded) return unpacking;
  unpacking.isBounded = true;
  const dict = PDFDict.fromMapWithContext(new Map([[filter, PDFName.of("FlateDecode")]]), PDFContext.create());
  const packed = Uint8Array.of(0x78, 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01);
  const decoding = Object.getPrototypeOf(Object.getPrototypeOf(decodePDFRawStream(PDFRawStream.of(dict, packed))));
  const grow: (requested: number) => Uint8Array = decoding.ensureBuffer;
  decoding.ensureBuffer = function (requested: number) {
    unpacking.isTooMuch ||= requested > MOST_UNPACKED;
    if (unpacking.isTooMuch) throw new Unclean("sourceTooDemanding");
    return grow.call(this, requested);
  };
  return unpacking;
}
