import "server-only";
import { z } from "zod";
import { htmlPolicy } from "@/lib/publication/html/policy";
import type { FileKey } from "@/lib/server/files/file-key";
import { files } from "@/lib/server/files/files";
import { defineJob } from "@/lib/server/jobs/job-kind";

/** A web page, with the policy under which it is shown. */
export interface PreviewPage {
  bytes: Uint8Array<ArrayBuffer>;
  policy: string;
}

/** How many are kept, and how long: five megabytes each, of a whole regional report. */
const MOST_KEPT = 24;
const KEPT_MS = 5 * 60_000;

export async function keptPage(key: FileKey): Promise<PreviewPage | null> {
  const bytes = await files.read(key);
  return bytes && { bytes, policy: htmlPolicy(new TextDecoder().decode(bytes)) };
}

export async function keepPage(key: FileKey, bytes: Uint8Array): Promise<void> {
  await files.put(key, bytes);
  await forgetPages(new Date());
}

async function forgetPages(now: Date): Promise<void> {
  const newest = (await files.list("preview")).sort((one, other) => +other.seen - +one.seen);
  const gone = newest.filter(({ seen }, index) => index >= MOST_KEPT || +seen < +now - KEPT_MS);
  await files.remove(gone.map(({ key }) => key));
}

/** For those after whom nobody looks at one. */
export const forgetPreviewsJob = defineJob({
  name: "forgetPreviews",
  payload: z.object({}),
  longestMs: 60_000,
  schedule: { everyMs: KEPT_MS, firstMs: 0 },
  run: () => forgetPages(new Date()),
});
