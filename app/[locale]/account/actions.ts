"use server";

import { redirect } from "next/navigation";
import { changePasswordSchema } from "@/lib/schemas/sign-in";
import { formAction } from "@/lib/server/action";
import { currentSession } from "@/lib/server/auth/current-actor";
import { clearSessionCookie } from "@/lib/server/auth/set-session-cookie";
import { changePassword } from "@/lib/server/commands/change-password";
import { signOut } from "@/lib/server/commands/sign-out";

/** Ends the session and leads to the sign-in page in the same language. */
export async function signOutAction(form: FormData): Promise<void> {
  const session = await currentSession();
  if (session) await signOut(session.id, new Date());
  await clearSessionCookie();
  const locale = form.get("locale");
  redirect(`/${typeof locale === "string" && /^[a-z]{2}$/.test(locale) ? locale : "en"}/sign-in?signed-out`);
}

export const changePasswordAction = formAction(
  changePasswordSchema,
  async ({ id, actor }, passwords) => {
    const { otherSessionsEnded } = await changePassword(actor, id, passwords, new Date());
    return { key: "account.passwordChanged", args: { sessions: otherSessionsEnded } };
  },
  { wrongPassword: "currentPassword", weakPassword: "newPassword", throttled: "currentPassword" },
);
