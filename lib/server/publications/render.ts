import "server-only";
import { Worker } from "node:worker_threads";
import type { PublicationFormat } from "@/lib/domain/publication";
import type { PublicationDocument } from "@/lib/publication/document";
import type { PictureBlock, PictureFormat, PictureFrame } from "@/lib/publication/picture";
import { WorkerThread } from "@/lib/server/threads/worker-thread";
import type { RenderAnswer, RenderRequest } from "@/lib/threads/render-thread";

const threadNamed = (name: string) =>
  new WorkerThread<RenderRequest, RenderAnswer>({
    name,
    open: () => new Worker(new URL("../../threads/render-thread.ts", import.meta.url)),
    source: "lib/threads/render-thread.ts",
    longestMs: 5 * 60_000,
  });
const thread = threadNamed("The thread that draws publications");
const previewThread = threadNamed("The thread that draws previews");

/**
 * One file of a publication, made in a thread of its own, so that everybody else is served meanwhile. One at a time in
 * each bundle: jobs have a thread, the pictures of pages another, so that readers don't wait for a whole publication.
 * @param content as `packContent` packed it
 * @throws where it can't be made, and the signal's reason where it was stopped
 */
export function renderFile(
  content: Uint8Array,
  format: PublicationFormat,
  stop?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  return thread.ask({ kind: "file", content, format, root: process.cwd() }, stop);
}

/** The web page of a preview, made in a thread and in turn: in another one than files, so that nobody waits for those. */
export const renderWebPage = (document: PublicationDocument, stop: AbortSignal): Promise<Uint8Array<ArrayBuffer>> =>
  previewThread.ask({ kind: "webPage", document, root: process.cwd() }, stop);

/** Pictures that wait or are drawn: more than that take longer than a reader's patience. */
const MOST_PICTURES = 40;
let pictures = 0;

/** So many readers ask for pictures that one more would wait too long. */
export class TooManyPictures extends Error {}

/**
 * A chart of a page as a picture, made in a thread and in turn as files are.
 * @throws TooManyPictures, and where it can't be made
 */
export async function renderPicture(
  block: PictureBlock,
  frame: PictureFrame,
  language: string,
  format: PictureFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  if (pictures >= MOST_PICTURES) throw new TooManyPictures();
  pictures++;
  try {
    return await thread.ask({ kind: "picture", block, frame, language, format, root: process.cwd() });
  } finally {
    pictures--;
  }
}
