import type { NextRequest } from "next/server";
import { beginPasskeySchema } from "@/lib/schemas/forms/passkeys";
import { requireRelyingParty } from "@/lib/server/auth/passkeys/relying-party";
import { beginPasskey } from "@/lib/server/commands/account/begin-passkey";
import { readJson } from "@/lib/server/http/read-json";
import { signedInRoute } from "@/lib/server/http/signed-in-route";

/** A password. */
const BODY_LIMIT = 16 * 1024;

/** What the browser asks a device for, to make a passkey of whoever is signed in and gives their password. */
export const POST = (request: NextRequest) =>
  signedInRoute(request, async (actor, now) => {
    const asked = await readJson(request, beginPasskeySchema, BODY_LIMIT);
    return beginPasskey(actor, asked, requireRelyingParty(request.headers), now);
  });
