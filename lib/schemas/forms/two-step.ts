import { z } from "zod";
import { pageLocale } from "./form-fields";
import { presentPassword } from "./sign-in";

/** As it was typed; longer than any code is no code. */
const code = z.string().trim().min(1, "codeMissing").max(60, "wrongCode");

export const signInCodeSchema = z.object({
  code,
  /** Where to go afterwards. */
  from: z.string().optional(),
  locale: pageLocale,
});

export const beginTwoStepSchema = z.object({ currentPassword: presentPassword, locale: pageLocale });
export const codeSchema = z.object({ code });
export const switchOffTwoStepSchema = z.object({ currentPassword: presentPassword, code, locale: pageLocale });
export const endSessionSchema = z.object({ session: z.string().max(64), locale: pageLocale });
export const endOtherSessionsSchema = z.object({ locale: pageLocale });
