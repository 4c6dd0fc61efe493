import type { PublicationFormat } from "@/lib/domain/publication";
import { type PublicationContent, unpackContent } from "@/lib/publication/content";
import type { PublicationDocument } from "@/lib/publication/document";
import { makeFile, webPageOf } from "@/lib/publication/make-file";
import { makePicture } from "@/lib/publication/make-picture";
import type { PictureBlock, PictureFormat, PictureFrame } from "@/lib/publication/picture";
import { answerRequests } from "./answer-requests";

// What runs in the thread of lib/server/publications/render.ts.

/** `root` is the folder of fonts and templates: see `makeFile`. */
export type RenderRequest =
  | { kind: "file"; content: Uint8Array; format: PublicationFormat; root: string }
  | { kind: "webPage"; document: PublicationDocument; root: string }
  | {
      kind: "picture";
      block: PictureBlock;
      frame: PictureFrame;
      language: string;
      format: PictureFormat;
      root: string;
    };

export type RenderAnswer = Uint8Array<ArrayBuffer>;

/** The formats of a publication are made one after another, of the same content. */
let unpacked: { packed: Uint8Array; content: PublicationContent } | null = null;

async function contentOf(packed: Uint8Array): Promise<PublicationContent> {
  if (!unpacked || Buffer.compare(unpacked.packed, packed) !== 0) {
    unpacked = { packed, content: await unpackContent(packed) };
  }
  return unpacked.content;
}

async function made(request: RenderRequest): Promise<Uint8Array> {
  if (request.kind === "file") return makeFile(request.format, await contentOf(request.content), request.root);
  if (request.kind === "webPage") return webPageOf(request.document, request.root);
  const { block, frame, language, format, root } = request;
  return makePicture(block, frame, language, format, root);
}

answerRequests<RenderRequest, RenderAnswer>(
  async (request) => new Uint8Array(await made(request)),
  ({ buffer }) => [buffer],
);
