"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { accountPath, startPath } from "@/lib/i18n/paths";
import { acceptForm, joinForm } from "@/lib/schemas/people/people-forms";
import { formAction, openFormAction } from "@/lib/server/action";
import { currentSession } from "@/lib/server/auth/current-actor";
import { deviceOf } from "@/lib/server/auth/device-of";
import { clientAddress } from "@/lib/server/auth/forwarded-headers";
import { homePath } from "@/lib/server/auth/home-path";
import { sessionActor } from "@/lib/server/auth/session";
import { setSessionCookie } from "@/lib/server/auth/set-session-cookie";
import { acceptInvitation } from "@/lib/server/commands/people/accept-invitation";
import { joinByInvitation } from "@/lib/server/commands/people/join-by-invitation";
import { signOut } from "@/lib/server/commands/sign-out";

/** An account with a password of theirs; then they are signed in, and nobody else is in this browser. */
export const acceptInvitationAction = openFormAction(
  acceptForm,
  async (_, { token, name, newPassword, locale }) => {
    const now = new Date();
    const before = await currentSession();
    const asked = await headers();
    const account = { token, name, password: newPassword };
    const session = await acceptInvitation(account, clientAddress(asked), now, deviceOf(asked));
    if (before) await signOut(before.id, now);
    await setSessionCookie(session);
    const actor = await sessionActor(session.id, now);
    redirect(actor ? await homePath(actor, locale) : startPath(locale));
  },
  { weakPassword: "newPassword" },
);

export const joinByInvitationAction = formAction(joinForm, async ({ actor }, { token, locale }) => {
  await joinByInvitation(actor, token, clientAddress(await headers()), new Date());
  // There their roles stand, this one with them.
  redirect(accountPath(locale));
});
