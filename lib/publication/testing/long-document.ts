import type { Block, PublicationDocument } from "../document";
import { sampleDocument } from "./sample-document";

/** The sample's chapters over and over, with names of their own: about ten printed pages for each time. */
export function longDocument(times: number): PublicationDocument {
  return {
    ...sampleDocument,
    chapters: Array.from({ length: times }, (_, time) =>
      sampleDocument.chapters.map((chapter) => ({
        ...chapter,
        id: `${chapter.id}-${time}`,
        blocks: chapter.blocks.map((block): Block => ("id" in block ? { ...block, id: `${block.id}-${time}` } : block)),
      })),
    ).flat(),
  };
}
