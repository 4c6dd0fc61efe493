"use server";

import { redirect } from "next/navigation";
import { accountPath } from "@/lib/i18n/paths";
import type { FormState } from "@/lib/schemas/forms/form-state";
import { unlinkIdentitySchema } from "@/lib/schemas/forms/identity";
import { changePasswordSchema } from "@/lib/schemas/forms/sign-in";
import { endOtherSessionsSchema, endSessionSchema } from "@/lib/schemas/forms/two-step";
import { mailChoicesForm } from "@/lib/schemas/mail/mail-choices-form";
import { formAction, refusedForm } from "@/lib/server/action";
import { signOutHere } from "@/lib/server/auth/sign-out-here";
import { endOtherSessions } from "@/lib/server/commands/account/end-other-sessions";
import { endSession } from "@/lib/server/commands/account/end-session";
import { unlinkIdentity } from "@/lib/server/commands/account/unlink-identity";
import { changePassword } from "@/lib/server/commands/change-password";
import { chooseMail } from "@/lib/server/commands/mail/choose-mail";

/** Ends the session and leads to the sign-in page in the same language, also where the session has ended already. */
export async function signOutAction(madeFor: number | null, _: FormState, form: FormData): Promise<FormState> {
  const refusal = await signOutHere(madeFor);
  if (refusal) return refusedForm(refusal);
  const locale = form.get("locale");
  redirect(`/${typeof locale === "string" && /^[a-z]{2}$/.test(locale) ? locale : "en"}/sign-in?signed-out`);
}

export const chooseMailAction = formAction(mailChoicesForm, async ({ actor }, choices) => {
  await chooseMail(actor, choices);
  return { key: "mail.chosen" };
});

export const changePasswordAction = formAction(
  changePasswordSchema,
  async ({ id, actor }, passwords) => {
    const { otherSessionsEnded } = await changePassword(actor, id, passwords, new Date());
    return { key: "account.passwordChanged", args: { sessions: otherSessionsEnded } };
  },
  { wrongPassword: "currentPassword", weakPassword: "newPassword", throttled: "currentPassword" },
);

export const endSessionAction = formAction(endSessionSchema, async ({ actor }, { session, locale }) => {
  await endSession(actor, session, new Date());
  redirect(`${accountPath(locale)}?done=session`);
});

export const endOtherSessionsAction = formAction(endOtherSessionsSchema, async ({ actor, id }, { locale }) => {
  await endOtherSessions(actor, id, new Date());
  redirect(`${accountPath(locale)}?done=sessions`);
});

export const unlinkIdentityAction = formAction(
  unlinkIdentitySchema,
  async ({ actor }, { locale, ...asked }) => {
    await unlinkIdentity(actor, asked, new Date());
    redirect(`${accountPath(locale)}?done=unlinked`);
  },
  { wrongPassword: "currentPassword", throttled: "currentPassword" },
);
