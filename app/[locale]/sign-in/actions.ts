"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { codePath, startPath } from "@/lib/i18n/paths";
import { localPath } from "@/lib/schemas/addresses/local-path";
import { signInSchema } from "@/lib/schemas/forms/sign-in";
import { openFormAction } from "@/lib/server/action";
import { currentSession } from "@/lib/server/auth/current-actor";
import { deviceOf } from "@/lib/server/auth/device-of";
import { clientAddress } from "@/lib/server/auth/forwarded-headers";
import { homePath } from "@/lib/server/auth/home-path";
import { sessionActor } from "@/lib/server/auth/session";
import { setSessionCookie } from "@/lib/server/auth/set-session-cookie";
import { SecondStepNeeded } from "@/lib/server/auth/two-step/pending";
import { setPendingCookie } from "@/lib/server/auth/two-step/pending-cookie";
import { signIn } from "@/lib/server/commands/sign-in";
import { signOut } from "@/lib/server/commands/sign-out";

// NextAuth's own form wants a CSRF cookie that a server component can't set, and answers a refusal by a redirect, which
// loses the e-mail address or puts it into the browser's history. A server action works without JavaScript as well, gives
// back what was typed, and is guarded from other sites by Next's comparison of origin and host. It goes through the same
// command and sets the same cookie as NextAuth's routes, so either way in ends at either way out.
export const signInAction = openFormAction(signInSchema, async (_, { locale, from, ...credentials }) => {
  const now = new Date();
  const before = await currentSession();
  const asked = await headers();
  const session = await signIn(credentials, clientAddress(asked), now, deviceOf(asked)).catch(async (error) => {
    if (!(error instanceof SecondStepNeeded)) throw error;
    // Whoever is signed in stays so until the code was right.
    await setPendingCookie(error.pending);
    const back = localPath(from);
    redirect(`${codePath(locale)}${back === null ? "" : `?from=${encodeURIComponent(back)}`}`);
  });
  if (before) await signOut(before.id, now);
  await setSessionCookie(session);
  const actor = await sessionActor(session.id, now);
  redirect(localPath(from) ?? (actor ? await homePath(actor, locale) : startPath(locale)));
});
