import "server-only";
import { isIP } from "node:net";
import { Refusal } from "@/lib/domain/refusal";
import { siteOf } from "@/lib/server/http/site-address";

/** The site as passkeys know it: they belong to its host name, and sign for its origin alone. */
export interface RelyingParty {
  /** The host name. */
  id: string;
  origin: string;
}

/** Why no passkey can belong to the address under which the site is open. */
export type NoPasskeys = "ipAddress" | "notSecure";

/**
 * A passkey belongs to a host name, never to an address of numbers, and browsers use them over https or on their own machine
 * alone.
 */
export function relyingParty(headers: Headers): RelyingParty | NoPasskeys {
  const site = siteOf(headers);
  if (!site) return "notSecure";
  const { hostname: id, origin, protocol } = site;
  if (isIP(id.replace(/^\[|\]$/g, "")) !== 0) return "ipAddress";
  const isOwnMachine = id === "localhost" || id.endsWith(".localhost");
  return protocol === "https:" || isOwnMachine ? { id, origin } : "notSecure";
}

/**
 * The same for what can only be done under such an address.
 * @throws Refusal `passkeysNotOffered`
 */
export function requireRelyingParty(headers: Headers): RelyingParty {
  const party = relyingParty(headers);
  if (typeof party === "string") throw new Refusal("passkeysNotOffered");
  return party;
}
