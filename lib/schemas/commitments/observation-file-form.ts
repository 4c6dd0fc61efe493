import { z } from "zod";
import { fileFaults, sourceFileLimits } from "@/lib/domain/source-file";
import { rowId } from "@/lib/schemas/forms/form-fields";
import { madeForParameter } from "@/lib/schemas/forms/made-for";
import { safeText } from "@/lib/schemas/forms/safe-text";
import { observationStepForm } from "./observation-forms";

/** What is said of a file that is added; the file itself comes beside. A box that isn't ticked sends nothing. */
export const observationFileForm = z.object({
  title: safeText(sourceFileLimits.name).pipe(z.string().min(1, "titleMissing")),
  consent: z
    .literal("yes")
    .optional()
    .transform((ticked) => ticked === "yes"),
});
export type ObservationFileWords = z.output<typeof observationFileForm>;

/** The file that is removed, of an observation as the person saw it. */
export const ofObservationFileForm = observationStepForm.extend({ file: rowId });

/** Of the address to which a file is sent: the observation as the person saw it. */
export const sentObservationFile = z.object({ id: rowId, seen: rowId });

/** Why a file wasn't added, by the keys of the namespace `errors`. */
export const observationFileRefusals = [
  ...fileFaults,
  "sourceTooLarge",
  "sourceFilesFull",
  "sourceConsentMissing",
  "sourceBusy",
  "sourceInfected",
  "sourceUnchecked",
  "sourceStoreAway",
  "fileMissing",
  "titleMissing",
  "unsafeWords",
  "youngPersonNamed",
  "textTooLong",
  "fieldInvalid",
  "changedMeanwhile",
  "otherPerson",
  "notAllowed",
  "notFound",
  "signedOut",
] as const;
export type ObservationFileRefusal = (typeof observationFileRefusals)[number];

/** Where the form sends the file. */
export function observationFilesPath(asked: {
  plan: string;
  id: number;
  rowVersion: number;
  locale: string;
  userId: number;
}): string {
  const { plan, id, rowVersion, locale, userId } = asked;
  const query = { id: String(id), seen: String(rowVersion), page: locale, [madeForParameter]: String(userId) };
  return `/api/observations/${plan}/files?${new URLSearchParams(query)}`;
}

/** Where a file of an observation is, for whoever reads the observation. */
export const observationFilePath = (plan: string, file: number): string => `/api/observations/${plan}/files/${file}`;

/** In which the title that stood beside a refused file comes back to its form: an address would tell it to every log. */
export const typedTitleCookie = "spaiv-file-title";
