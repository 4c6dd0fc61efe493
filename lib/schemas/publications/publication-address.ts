import { z } from "zod";
import { longestMeetingCode, meetingCode } from "@/lib/domain/commitments/meeting";
import { paperSetFormats, publicationFormats, publicationLanguages } from "@/lib/domain/publication";
import { addressFields } from "@/lib/schemas/reports/report-forms";

/** A publication's number, in an address or in a form. */
export const publicationId = z
  .string()
  .regex(/^\d{1,9}$/, "fieldInvalid")
  .transform(Number);

export const publicationAddress = z.object({ plan: addressFields.plan, id: publicationId });
export const publicationFileAddress = publicationAddress.extend({ format: z.enum(publicationFormats) });

/** A file of a meeting's papers, for everybody. */
export const paperFileAddress = z.object({
  plan: addressFields.plan,
  code: z.string().max(longestMeetingCode).regex(meetingCode),
  language: z.enum(publicationLanguages),
  format: z.enum(paperSetFormats),
});
