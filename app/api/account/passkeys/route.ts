import type { NextRequest } from "next/server";
import { addPasskeySchema } from "@/lib/schemas/forms/passkeys";
import { deviceOf } from "@/lib/server/auth/device-of";
import { requireRelyingParty } from "@/lib/server/auth/passkeys/relying-party";
import { addPasskey } from "@/lib/server/commands/account/add-passkey";
import { readJson } from "@/lib/server/http/read-json";
import { signedInRoute } from "@/lib/server/http/signed-in-route";

/** A name, and a device's answer with whatever it says of its maker. */
const BODY_LIMIT = 64 * 1024;

/** Adds the passkey that a device made for whoever is signed in. */
export const POST = (request: NextRequest) =>
  signedInRoute(request, async (actor, now) => {
    const made = await readJson(request, addPasskeySchema, BODY_LIMIT);
    const { headers } = request;
    return { passkey: await addPasskey(actor, made, requireRelyingParty(headers), deviceOf(headers), now) };
  });
