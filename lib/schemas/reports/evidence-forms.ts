import { z } from "zod";
import { fileFaults, sourceFileLimits } from "@/lib/domain/source-file";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { safeText } from "@/lib/schemas/forms/safe-text";
import { backedIndicator } from "./report-forms";

// Files that back a value or a report. A message is a key of the namespace `errors`.

/** What is said of a file that backs something; the file itself comes beside. */
export const evidenceFileForm = z.object({
  title: safeText(sourceFileLimits.name).pipe(z.string().min(1, "titleMissing")),
});
export type EvidenceFileWords = z.output<typeof evidenceFileForm>;

export const removedEvidenceForm = z.object({ evidence: rowId });

/** Of the address to which a file is sent, or that asks what can be linked: what it backs. */
export const sentEvidenceFile = z.object({ indicator: backedIndicator });

/** Why a file wasn't added, by the keys of the namespace `errors`. */
export const evidenceFileRefusals = [
  ...fileFaults,
  "sourceTooLarge",
  "sourceBusy",
  "sourceInfected",
  "sourceUnchecked",
  "sourceStoreAway",
  "fileMissing",
  "evidenceFull",
  "titleMissing",
  "unsafeWords",
  "textTooLong",
  "fieldInvalid",
  "otherPerson",
  "notAllowed",
  "notAssigned",
  "notFound",
  "signedOut",
  "locked",
] as const;
export type EvidenceFileRefusal = (typeof evidenceFileRefusals)[number];

/** Of the address to which a form without a script leads back; whatever else stands there says nothing. */
export const fileOutcome = z
  .enum(["added", ...evidenceFileRefusals])
  .nullable()
  .catch(null);
/** What became of a file that a form without a script sent; null where none was. */
export type FileOutcome = z.output<typeof fileOutcome>;
