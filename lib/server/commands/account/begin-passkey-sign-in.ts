import "server-only";
import { generateAuthenticationOptions, type PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { addChallenge, CHALLENGE_SECONDS } from "@/lib/server/auth/passkeys/challenges";
import type { RelyingParty } from "@/lib/server/auth/passkeys/relying-party";
import { countPasskey } from "@/lib/server/auth/sign-in-throttle";
import { db } from "@/lib/server/db/client";

/**
 * What somebody's device is asked, to sign them in: any passkey of this site that it holds. It names nobody, and is the same to
 * whoever asks; nothing of an account changes.
 * @throws Refusal `throttled`
 */
export async function beginPasskeySignIn(
  party: RelyingParty,
  address: string,
  now: Date,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  await countPasskey(address, now);
  const challenge = await addChallenge(await db(), null, now);
  return generateAuthenticationOptions({
    rpID: party.id,
    userVerification: "required",
    challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
    timeout: CHALLENGE_SECONDS * 1000,
  });
}
