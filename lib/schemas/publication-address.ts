import { z } from "zod";
import { publicationFormats } from "@/lib/domain/publication";
import { addressFields } from "./report-forms";

/** A publication's number in an address. */
const id = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

export const publicationAddress = z.object({ plan: addressFields.plan, id });
export const publicationFileAddress = publicationAddress.extend({ format: z.enum(publicationFormats) });
