import { z } from "zod";
import { digestMailKinds } from "@/lib/domain/mail";

/** What somebody wants to be told by mail: of several boxes that are ticked come a list, of one its value, of none nothing. */
export const mailChoicesForm = z.object({
  wanted: z.preprocess(
    (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
    z.array(z.enum(digestMailKinds, "fieldInvalid")),
  ),
  none: z.literal("on", "fieldInvalid").optional(),
});
export type MailChoicesForm = z.output<typeof mailChoicesForm>;
