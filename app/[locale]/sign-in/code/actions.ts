"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { Refusal } from "@/lib/domain/refusal";
import { startPath } from "@/lib/i18n/paths";
import { localPath } from "@/lib/schemas/addresses/local-path";
import { signInCodeSchema } from "@/lib/schemas/forms/two-step";
import { openFormAction } from "@/lib/server/action";
import { currentSession } from "@/lib/server/auth/current-actor";
import { deviceOf } from "@/lib/server/auth/device-of";
import { clientAddress } from "@/lib/server/auth/forwarded-headers";
import { homePath } from "@/lib/server/auth/home-path";
import { sessionActor } from "@/lib/server/auth/session";
import { setSessionCookie } from "@/lib/server/auth/set-session-cookie";
import { clearPendingCookie, pendingToken } from "@/lib/server/auth/two-step/pending-cookie";
import { signInWithCode } from "@/lib/server/commands/account/sign-in-with-code";
import { signOut } from "@/lib/server/commands/sign-out";

export const signInCodeAction = openFormAction(
  signInCodeSchema,
  async (_, { locale, from, code }) => {
    const now = new Date();
    const token = await pendingToken();
    if (token === null) throw new Refusal("signInOver");
    const before = await currentSession();
    const asked = await headers();
    const session = await signInWithCode({ token, code }, clientAddress(asked), now, deviceOf(asked));
    if (before) await signOut(before.id, now);
    await clearPendingCookie();
    await setSessionCookie(session);
    const actor = await sessionActor(session.id, now);
    redirect(localPath(from) ?? (actor ? await homePath(actor, locale) : startPath(locale)));
  },
  { wrongCode: "code", throttled: "code" },
);
