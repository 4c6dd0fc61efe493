import { z } from "zod";
import { PASSWORD_MAX } from "@/lib/domain/password-strength";
import { pageLocale } from "./form-fields";

/** An account's name: lower case, without the spaces that phones add. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "emailMissing")
  .max(254, "emailInvalid")
  .regex(/^[^\s@]+@[^\s@]+$/, "emailInvalid");

const password = (missing: string) => z.string().min(1, missing).max(PASSWORD_MAX, "passwordTooLong");

/** Asked again of somebody who is signed in. */
export const presentPassword = password("currentPasswordMissing");

export const signInSchema = z.object({
  email,
  password: password("passwordMissing"),
  /** Where to go afterwards. */
  from: z.string().optional(),
  locale: pageLocale,
});

export const changePasswordSchema = z
  .object({
    currentPassword: presentPassword,
    newPassword: password("newPasswordMissing"),
    newPasswordAgain: z.string(),
  })
  .refine((form) => form.newPassword === form.newPasswordAgain, {
    path: ["newPasswordAgain"],
    error: "passwordsDiffer",
  });
