import { z } from "zod";
import { readableText } from "./clean-text";

// Fields that many forms have. A message is a key of the namespace `errors`.

/** Words as they are stored, without blanks at their ends. */
export const text = (limit: number) =>
  z
    .string()
    .transform((typed) => readableText(typed).trim())
    .pipe(z.string().max(limit, "textTooLong"));

/** The language of the page that the form stands on: where somebody is led afterwards. */
export const pageLocale = z
  .string()
  .regex(/^[a-z]{2}$/)
  .catch("en");

/** The number of a row, in an address or a hidden field. */
export const rowId = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, "fieldInvalid")
  .transform(Number);

/** A command that needs nothing but to be sent. */
export const localeForm = z.object({ locale: pageLocale });

/** Boxes that stand for rows, of which nobody ticked any, one, or several. */
export const rowsTicked = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .default([])
  .pipe(z.array(rowId).max(50));
