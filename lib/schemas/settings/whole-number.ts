import { z } from "zod";

/** A whole number in digits, within limits. A message is a key of the namespace `errors`. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, "wholeNumberNeeded")
    .transform(Number)
    .pipe(z.number().min(least, "numberTooSmall").max(most, "numberTooLarge"));
