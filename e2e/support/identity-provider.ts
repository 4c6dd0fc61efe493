import { createServer } from "node:http";
import type { Page } from "@playwright/test";
import Provider from "oidc-provider";
import { freePort } from "./server";

/** An account at the provider, by what its person types there. */
interface AccountThere {
  email: string;
  email_verified: boolean;
}

/** An identity provider of OpenID Connect, as its authors ship it: names and addresses come by userinfo, not in the ID token. */
export interface IdentityProvider {
  /** What a server is told of it. */
  env: Record<string, string>;
  accounts: Map<string, AccountThere>;
  close(): Promise<void>;
}

/** @param site the address of the site whose people sign in there */
export async function openIdentityProvider(site: string): Promise<IdentityProvider> {
  const accounts = new Map<string, AccountThere>();
  const issuer = `http://127.0.0.1:${await freePort()}`;
  const client = { client_id: "monitor", client_secret: "made-up-secret-of-the-monitor" };
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [`${site}/api/auth/callback/oidc`] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...accounts.get(sub) }) }),
    cookies: { keys: ["made up"] },
  });
  const server = createServer(provider.callback());
  await new Promise<void>((resolve) => server.listen(Number(new URL(issuer).port), "127.0.0.1", resolve));
  return {
    env: {
      SPAIV_OIDC_ISSUER: issuer,
      SPAIV_OIDC_CLIENT_ID: client.client_id,
      SPAIV_OIDC_CLIENT_SECRET: client.client_secret,
      SPAIV_OIDC_NAME: "Mekong ID",
    },
    accounts,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** From the site's sign-in page to the provider's. */
export async function goToProvider(page: Page, from = "/en/account"): Promise<void> {
  await page.goto(`/en/sign-in?from=${encodeURIComponent(from)}`);
  await page.getByRole("button", { name: "Sign in with Mekong ID" }).click();
  await page.getByPlaceholder("Enter any login").waitFor();
}

/** Signs in at the provider, which takes any password, and comes back. */
export async function signInThere(page: Page, login: string): Promise<void> {
  await goToProvider(page);
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}
