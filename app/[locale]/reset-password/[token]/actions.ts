"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { signInPath } from "@/lib/i18n/paths";
import { resetPasswordForm } from "@/lib/schemas/people/people-forms";
import { openFormAction } from "@/lib/server/action";
import { clientAddress } from "@/lib/server/auth/forwarded-headers";
import { usePasswordLink } from "@/lib/server/commands/people/use-password-link";

/** Sets the password; whoever has it signs in with it then, as ever. */
export const resetPasswordAction = openFormAction(
  resetPasswordForm,
  async (_, { token, newPassword, locale }) => {
    await usePasswordLink({ token, password: newPassword }, clientAddress(await headers()), new Date());
    redirect(`${signInPath(locale)}?password-set`);
  },
  { weakPassword: "newPassword" },
);
