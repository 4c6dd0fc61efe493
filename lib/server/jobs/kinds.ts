import "server-only";
import { anchorJob } from "@/lib/server/audit/anchor-job";
import { verificationJob } from "@/lib/server/audit/verification-job";
import { lapseJob } from "@/lib/server/commitments/lapse-job";
import { withholdShadowsJob } from "@/lib/server/commitments/shadow/withhold-shadows-job";
import { askIfValidJob } from "@/lib/server/commitments/validity/ask-if-valid-job";
import { forgetFilesJob } from "@/lib/server/files/forget-files-job";
import { discardJob } from "@/lib/server/imports/discard-job";
import { readFileJob } from "@/lib/server/imports/read-file-job";
import { forgetMailJob } from "@/lib/server/mail/forget-mail-job";
import { remindJob } from "@/lib/server/mail/remind-job";
import { sendMailJob } from "@/lib/server/mail/send-mail-job";
import { askedLinkJob } from "@/lib/server/people/asked-link-job";
import { dropSpoiltJob } from "@/lib/server/publications/drop-spoilt-job";
import { forgetPreviewsJob } from "@/lib/server/publications/kept-previews";
import { previewJob } from "@/lib/server/publications/preview-job";
import { publicationJob } from "@/lib/server/publications/publication-job";
import { workOutJob } from "@/lib/server/results/compute/work-out-job";
import type { AnyKind } from "./job-kind";
import { tidyJob } from "./tidy-job";

/** Every kind of long or timed work that this program does. */
export const jobKinds: readonly AnyKind[] = [
  previewJob,
  publicationJob,
  discardJob,
  forgetFilesJob,
  forgetPreviewsJob,
  anchorJob,
  verificationJob,
  tidyJob,
  workOutJob,
  readFileJob,
  sendMailJob,
  remindJob,
  forgetMailJob,
  askedLinkJob,
  lapseJob,
  askIfValidJob,
  dropSpoiltJob,
  withholdShadowsJob,
];
