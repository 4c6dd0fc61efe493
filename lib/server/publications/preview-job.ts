import "server-only";
import { z } from "zod";
import {
  type PublicationSettings,
  publicationFormats,
  publicationKinds,
  publicationLanguages,
  publicationSections,
} from "@/lib/domain/publication";
import { fileKey } from "@/lib/server/files/file-key";
import { defineJob } from "@/lib/server/jobs/job-kind";
import { keepPage, keptPage } from "./kept-previews";

/** As they are once the builder's choices were read. */
const settings = z.object({
  kind: z.enum(publicationKinds),
  unit: z.string(),
  period: z.string(),
  release: z.string().nullable(),
  goal: z.string().nullable(),
  countries: z.array(z.string()),
  sections: z.array(z.enum(publicationSections)),
  language: z.enum(publicationLanguages),
  isInternal: z.boolean(),
  formats: z.array(z.enum(publicationFormats)),
}) satisfies z.ZodType<PublicationSettings>;

/** Results are read for one at a time, as everybody else's pages are made of the same process's time: one that is stopped reads on. */
let reading: Promise<unknown> = Promise.resolve();

/** Makes the web page of a publication that somebody looks at before they ask for it, and keeps it for a while. */
export const previewJob = defineJob({
  name: "preview",
  // The key is the kept page's.
  payload: z.object({ key: z.string(), plan: z.string(), settings }),
  // Somebody waits for it; nobody does for what takes longer.
  priority: 10,
  longestMs: 5 * 60_000,
  logged: ({ plan }) => ({ plan }),
  async run({ payload: { key, plan, settings }, progress, signal }) {
    const kept = fileKey("preview", key);
    // It became ready while somebody asked for it, or whoever made it ended before they could say so.
    if (await keptPage(kept)) return;
    const { readDocument } = await import("./read-content");
    const read = reading.then(async () => {
      await progress("reading");
      return readDocument(plan, settings);
    });
    reading = read.catch(() => {});
    const document = await read;
    await progress("html");
    const { renderWebPage } = await import("./render");
    const bytes = await renderWebPage(document, signal);
    signal.throwIfAborted();
    await keepPage(kept, bytes);
  },
});
