import "server-only";
import { identityClaims } from "@/lib/schemas/forms/identity";
import type { ProviderSettings } from "./provider-settings";

/** Somebody as an identity provider knows them. */
export interface KnownThere {
  issuer: string;
  /** Theirs for good, at that issuer. */
  subject: string;
}

/** Somebody for whom the provider vouches. */
export interface VouchedFor extends KnownThere {
  /** Lower case; null where the provider names none that it verified. */
  verifiedEmail: string | null;
}

/**
 * Reads the claims of an ID token that was checked, together with those that the provider told for its access token.
 * @throws Error where they aren't of the site's provider, or name nobody
 */
export function vouchedFor(claims: unknown, { issuer }: Pick<ProviderSettings, "issuer">): VouchedFor {
  const { iss, sub, email, email_verified } = identityClaims.parse(claims);
  if (iss.replace(/\/+$/, "") !== issuer) throw new Error(`The provider calls itself ${iss}, and not ${issuer}.`);
  return { issuer, subject: sub, verifiedEmail: (email_verified && email) || null };
}
