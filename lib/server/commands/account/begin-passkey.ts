import "server-only";
import { generateRegistrationOptions, type PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import { MOST_PASSKEYS } from "@/lib/schemas/forms/passkeys";
import { mustKnowPassword } from "@/lib/server/auth/must-know-password";
import { addChallenge, CHALLENGE_SECONDS } from "@/lib/server/auth/passkeys/challenges";
import type { RelyingParty } from "@/lib/server/auth/passkeys/relying-party";
import { userHandle } from "@/lib/server/auth/passkeys/user-handle";
import { db } from "@/lib/server/db/client";
import { siteTexts } from "@/lib/server/site/site-texts";

type Transport = "ble" | "cable" | "hybrid" | "internal" | "nfc" | "smart-card" | "usb";

/**
 * What the actor's device is asked, to make a passkey of this site that it finds by itself and unlocks for its own person
 * alone. Nothing changes until it has one (`addPasskey`), so there is nothing for the audit yet.
 * @throws Refusal `passkeyOfDemo`, `throttled`, `wrongPassword` or `passkeysFull`
 */
export async function beginPasskey(
  actor: Actor,
  { currentPassword }: { currentPassword: string },
  party: RelyingParty,
  now: Date,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  if (actor.isDemo) throw new Refusal("passkeyOfDemo");
  const passwordHash = await mustKnowPassword(actor, currentPassword, now);
  const client = await db();
  const known = await client.passkey.findMany({
    where: { userId: actor.id },
    select: { credentialId: true, transports: true },
  });
  if (known.length >= MOST_PASSKEYS) throw new Refusal("passkeysFull", { most: MOST_PASSKEYS });
  const { name } = await siteTexts(actor.locale);
  const challenge = await addChallenge(client, { userId: actor.id, passwordHash }, now);
  return generateRegistrationOptions({
    rpID: party.id,
    rpName: name || "SPAIV Monitor",
    userName: actor.email,
    userDisplayName: actor.name,
    userID: userHandle(actor.id),
    challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
    timeout: CHALLENGE_SECONDS * 1000,
    attestationType: "none",
    excludeCredentials: known.map(({ credentialId: id, transports }) => ({
      id,
      transports: transports as Transport[],
    })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}
