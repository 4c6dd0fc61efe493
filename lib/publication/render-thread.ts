import { parentPort } from "node:worker_threads";
import type { PublicationFormat } from "@/lib/domain/publication";
import { type PublicationContent, unpackContent } from "./content";
import { makeFile } from "./make-file";

// What runs in the thread of lib/server/publications/render.ts.

export interface RenderRequest {
  content: Uint8Array;
  format: PublicationFormat;
  /** The folder of fonts and templates: see `makeFile`. */
  root: string;
}

export type RenderAnswer = { bytes: Uint8Array<ArrayBuffer> } | { error: string };

/** The formats of a publication are made one after another, of the same content. */
let unpacked: { packed: Uint8Array; content: PublicationContent } | null = null;

async function contentOf(packed: Uint8Array): Promise<PublicationContent> {
  if (!unpacked || Buffer.compare(unpacked.packed, packed) !== 0) {
    unpacked = { packed, content: await unpackContent(packed) };
  }
  return unpacked.content;
}

parentPort?.on("message", async ({ content, format, root }: RenderRequest) => {
  try {
    const bytes = new Uint8Array(await makeFile(format, await contentOf(content), root));
    parentPort?.postMessage({ bytes } satisfies RenderAnswer, [bytes.buffer]);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ error: text } satisfies RenderAnswer);
  }
});
