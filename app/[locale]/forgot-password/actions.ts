"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { forgotPasswordPath } from "@/lib/i18n/paths";
import { forgotPasswordForm } from "@/lib/schemas/people/people-forms";
import { openFormAction } from "@/lib/server/action";
import { clientAddress } from "@/lib/server/auth/forwarded-headers";
import { askPasswordLink } from "@/lib/server/commands/people/ask-password-link";

/** The same answer for every address: who has an account is nobody's business. */
export const forgotPasswordAction = openFormAction(forgotPasswordForm, async (_, { email, locale }) => {
  await askPasswordLink(email, clientAddress(await headers()), new Date());
  redirect(`${forgotPasswordPath(locale)}?asked`);
});
