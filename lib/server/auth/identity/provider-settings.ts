import "server-only";

type Variables = Readonly<Record<string, string | undefined>>;

/** The identity provider by which people may sign in besides: OpenID Connect. */
export interface ProviderSettings {
  /** Without a slash at its end. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button says. */
  name: string;
}

const names = ["SPAIV_OIDC_ISSUER", "SPAIV_OIDC_CLIENT_ID", "SPAIV_OIDC_CLIENT_SECRET"] as const;

/** What it is called where its name isn't set: by its host. */
const hostOf = (issuer: string) => new URL(issuer).host;

/** Tokens and the client's secret go there: in clear to this machine alone. */
export function issuerFault(issuer: string): string | null {
  const howTo =
    "Write the provider's address as it stands in its discovery document: https://login.example.org/realms/office";
  if (!URL.canParse(issuer)) return `SPAIV_OIDC_ISSUER is not an address. ${howTo}`;
  const { protocol, hostname, search, hash, username, password } = new URL(issuer);
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && isHere))
    return `SPAIV_OIDC_ISSUER doesn't begin with https://. ${howTo}`;
  return search + hash + username + password === "" && !issuer.includes("/.well-known/")
    ? null
    : `SPAIV_OIDC_ISSUER says more than the provider's address. ${howTo}`;
}

/** It stands on a button. */
export const providerNameFault = (name: string): string | null =>
  name.length <= 60 && !/\p{Cc}/u.test(name)
    ? null
    : "SPAIV_OIDC_NAME is what a button says: write at most 60 characters on one line.";

/** What only shows beside other settings. */
export function providerSettingsFault(variables: Variables): string | null {
  const missing = names.filter((name) => !variables[name]);
  if (missing.length === names.length)
    return variables.SPAIV_OIDC_NAME
      ? `SPAIV_OIDC_NAME is set, and ${missing[0]} isn't: set all of them, or none.`
      : null;
  const [present] = names.filter((name) => variables[name]);
  if (missing[0]) return `${present} is set, and ${missing[0]} isn't: set all of ${names.join(", ")}, or none.`;
  return variables.NEXTAUTH_URL
    ? null
    : "SPAIV_OIDC_ISSUER is set, and NEXTAUTH_URL isn't: write the address that the provider leads people back to.";
}

/** Null where people sign in by their passwords alone. */
export function providerSettings(variables: Variables = process.env): ProviderSettings | null {
  const [issuer, clientId, clientSecret] = names.map((name) => variables[name]);
  if (!issuer || !clientId || !clientSecret) return null;
  return {
    issuer: issuer.replace(/\/+$/, ""),
    clientId,
    clientSecret,
    name: variables.SPAIV_OIDC_NAME || hostOf(issuer),
  };
}
