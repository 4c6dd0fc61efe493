import { z } from "zod";
import { longestMeetingCode, meetingCode } from "@/lib/domain/commitments/meeting";
import { readPlatformReportCode } from "@/lib/domain/commitments/platform-report";
import { paperFormats, publicationFormats, publicationLanguages } from "@/lib/domain/publication";
import { addressFields } from "@/lib/schemas/reports/report-forms";

/** A publication's number, in an address or in a form. */
export const publicationId = z
  .string()
  .regex(/^\d{1,9}$/, "fieldInvalid")
  .transform(Number);

export const publicationAddress = z.object({ plan: addressFields.plan, id: publicationId });
export const publicationFileAddress = publicationAddress.extend({ format: z.enum(publicationFormats) });

const paper = { plan: addressFields.plan, language: z.enum(publicationLanguages), format: z.enum(paperFormats) };

/** A file of a meeting's papers, for everybody. */
export const paperFileAddress = z.object({ ...paper, code: z.string().max(longestMeetingCode).regex(meetingCode) });

/** A file of a platform's report, for whoever reads that. */
export const platformFileAddress = z.object({
  ...paper,
  code: z.string().refine((code) => readPlatformReportCode(code) !== null),
});
export type PlatformFileAddress = z.output<typeof platformFileAddress>;
