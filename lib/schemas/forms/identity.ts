import { z } from "zod";
import { pageLocale, rowId } from "./form-fields";
import { presentPassword } from "./sign-in";

/** Where the form leads that begins at the identity provider. */
export const signInByProviderSchema = z.object({
  /** Where to go afterwards. */
  from: z.string().optional(),
  locale: pageLocale,
});

export const unlinkIdentitySchema = z.object({ identity: rowId, currentPassword: presentPassword, locale: pageLocale });

/** What an identity provider says of somebody, as far as it is used. Whatever else an address is than verified, it isn't. */
export const identityClaims = z.object({
  iss: z.string().min(1).max(500),
  sub: z.string().min(1).max(255),
  email: z.string().trim().toLowerCase().max(254).optional().catch(undefined),
  email_verified: z.literal(true).optional().catch(undefined),
});
