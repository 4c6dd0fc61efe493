import type { NextRequest } from "next/server";
import { startPath } from "@/lib/i18n/paths";
import { localPath } from "@/lib/schemas/addresses/local-path";
import { signInWithPasskeySchema } from "@/lib/schemas/forms/passkeys";
import { currentSession } from "@/lib/server/auth/current-actor";
import { deviceOf } from "@/lib/server/auth/device-of";
import { clientAddress } from "@/lib/server/auth/forwarded-headers";
import { homePath } from "@/lib/server/auth/home-path";
import { requireRelyingParty } from "@/lib/server/auth/passkeys/relying-party";
import { sessionActor } from "@/lib/server/auth/session";
import { setSessionCookie } from "@/lib/server/auth/set-session-cookie";
import { clearPendingCookie } from "@/lib/server/auth/two-step/pending-cookie";
import { signInWithPasskey } from "@/lib/server/commands/account/sign-in-with-passkey";
import { signOut } from "@/lib/server/commands/sign-out";
import { readJson } from "@/lib/server/http/read-json";
import { openRoute } from "@/lib/server/http/signed-in-route";

/** A device's answer, and an address of this site. */
const BODY_LIMIT = 32 * 1024;

/** Signs in whoever's device signed what it was asked to, and says where they go on. */
export const POST = (request: NextRequest) =>
  openRoute(request, async (now) => {
    const { response, from, locale } = await readJson(request, signInWithPasskeySchema, BODY_LIMIT);
    const { headers } = request;
    const party = requireRelyingParty(headers);
    const before = await currentSession();
    const session = await signInWithPasskey(response, party, clientAddress(headers), now, deviceOf(headers));
    if (before) await signOut(before.id, now);
    await clearPendingCookie();
    await setSessionCookie(session);
    const actor = await sessionActor(session.id, now);
    return { href: localPath(from) ?? (actor ? await homePath(actor, locale) : startPath(locale)) };
  });
