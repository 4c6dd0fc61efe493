import "server-only";
import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import type { PasskeyMade, PasskeyUsed } from "@/lib/schemas/forms/passkeys";
import type { RelyingParty } from "./relying-party";

export interface VerifiedPasskey {
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  isBackedUp: boolean;
}

/**
 * A passkey that a device made for this site, once it knew that its own person was there. Which maker the device is of isn't
 * asked. Null for whatever isn't one.
 */
export async function verifyMade(
  response: PasskeyMade,
  challenge: string,
  { id, origin }: RelyingParty,
): Promise<VerifiedPasskey | null> {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    });
    if (!registrationInfo) return null;
    const { credential, credentialBackedUp } = registrationInfo;
    return {
      credentialId: credential.id,
      counter: credential.counter,
      isBackedUp: credentialBackedUp,
      publicKey: new Uint8Array(credential.publicKey),
    };
  } catch {
    // It throws on whatever a browser might not have sent.
    return null;
  }
}

/**
 * What a device says with a passkey of this site, once it knew that its own person was there: how often the passkey was used, and
 * whether it is kept elsewhere too. Null where anything isn't as it should be; the caller judges the count.
 */
export async function verifyUsed(
  response: PasskeyUsed,
  challenge: string,
  { id, origin }: RelyingParty,
  { credentialId, publicKey }: { credentialId: string; publicKey: Uint8Array<ArrayBuffer> },
): Promise<{ counter: number; isBackedUp: boolean } | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      // Any count passes here: one that went back is told apart from a signature that is wrong.
      credential: { id: credentialId, publicKey, counter: 0 },
    });
    if (!verified) return null;
    return { counter: authenticationInfo.newCounter, isBackedUp: authenticationInfo.credentialBackedUp };
  } catch {
    return null;
  }
}
