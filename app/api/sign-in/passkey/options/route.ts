import type { NextRequest } from "next/server";
import { clientAddress } from "@/lib/server/auth/forwarded-headers";
import { requireRelyingParty } from "@/lib/server/auth/passkeys/relying-party";
import { beginPasskeySignIn } from "@/lib/server/commands/account/begin-passkey-sign-in";
import { openRoute } from "@/lib/server/http/signed-in-route";

/** What the browser asks a device to sign, the same of anybody. A body isn't read. */
export const POST = (request: NextRequest) =>
  openRoute(request, (now) =>
    beginPasskeySignIn(requireRelyingParty(request.headers), clientAddress(request.headers), now),
  );
