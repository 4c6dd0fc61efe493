import "server-only";
import { anchorJob } from "@/lib/server/audit/anchor-job";
import { discardJob } from "@/lib/server/imports/discard-job";
import { forgetPreviewsJob } from "@/lib/server/publications/kept-previews";
import { publicationJob } from "@/lib/server/publications/publication-job";
import type { AnyKind } from "./job-kind";
import { tidyJob } from "./tidy-job";

/** Every kind of work that this program does in the background. */
export const jobKinds: readonly AnyKind[] = [publicationJob, discardJob, forgetPreviewsJob, anchorJob, tidyJob];
