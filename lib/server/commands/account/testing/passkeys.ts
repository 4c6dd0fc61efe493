import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { unknownDevice } from "@/lib/server/auth/device-of";
import { type Held, softwareAuthenticator } from "@/test/software-authenticator";
import { addPasskey } from "../add-passkey";
import { beginPasskey } from "../begin-passkey";
import { beginPasskeySignIn } from "../begin-passkey-sign-in";
import { signInWithPasskey } from "../sign-in-with-passkey";

export const site = { id: "spaiv.example", origin: "https://spaiv.example" };
export const device = softwareAuthenticator({ rpId: site.id, origin: site.origin });

/** Adds a passkey to somebody's account. */
export async function givePasskey(actor: Actor, currentPassword: string, now: Date, { name = "", counter = 0 } = {}) {
  const options = await beginPasskey(actor, { currentPassword }, site, now);
  const { held, response } = device.make(options, {}, counter);
  return { held, id: await addPasskey(actor, { name, response }, site, unknownDevice, now) };
}

/** Signs in by a passkey. */
export async function enterBy(
  held: Held,
  now: Date,
  said: Parameters<typeof device.use>[2] = {},
  address = "192.0.2.10",
) {
  const options = await beginPasskeySignIn(site, address, now);
  return signInWithPasskey(device.use(held, options, said), site, address, now);
}
