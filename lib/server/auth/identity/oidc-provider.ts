import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { TokenSet } from "openid-client";
import { type ProviderSettings, providerSettings } from "./provider-settings";

/** Stands in the address that the provider leads people back to: `/api/auth/callback/oidc`. */
export const PROVIDER_ID = "oidc";

/** What a provider is asked before whoever waits is told that it doesn't answer. */
const PATIENCE_MS = 10_000;

interface Claims extends Record<string, unknown> {
  sub: string;
}

/** The site's identity provider as NextAuth asks it; null where none is set. */
export function oidcProvider(): OAuthConfig<Claims> | null {
  const settings = providerSettings();
  return settings && configOf(settings);
}

const configOf = ({ issuer, clientId, clientSecret, name }: ProviderSettings): OAuthConfig<Claims> => ({
  id: PROVIDER_ID,
  name,
  type: "oauth",
  clientId,
  clientSecret,
  wellKnown: `${issuer}/.well-known/openid-configuration`,
  authorization: { params: { scope: "openid email" } },
  idToken: true,
  checks: ["pkce", "state", "nonce"],
  httpOptions: { timeout: PATIENCE_MS },
  userinfo: {
    // A provider that keeps to the standard leaves the address out of the ID token where there is an access token. Asked with
    // the whole set, the client also checks that both are about the same person.
    request: async ({ tokens, client }) => {
      const set = tokens as TokenSet;
      return { ...set.claims(), ...(await client.userinfo(set)) };
    },
  },
  profile: ({ sub }) => ({ id: sub }),
});
