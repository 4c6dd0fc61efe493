import "server-only";

// Next fills x-forwarded-for, -host and -proto only where a client hasn't: as they arrive, anybody can write them. They
// decide whose attempts to sign in are counted together and which origin a server action accepts, so each request is put
// right before Next sees it (front/front.ts).

/** How many proxies of the operator's own stand in front: `SPAIV_TRUST_PROXY`, none unless set. */
export function trustedProxies(): number {
  const count = Number(process.env.SPAIV_TRUST_PROXY || 0);
  return Number.isInteger(count) && count > 0 ? count : 0;
}

type Forwarded = Record<string, string | string[] | undefined>;

/**
 * Leaves in x-forwarded-for one address, the client's: the peer's own, or the one that the outermost trusted proxy saw.
 * Host and protocol are those of NEXTAUTH_URL where it is set; else a trusted proxy's; else left to Next.
 */
export function settleForwardedHeaders(headers: Forwarded, peer: string | undefined): void {
  const proxies = trustedProxies();
  const chain = String(headers["x-forwarded-for"] ?? "").split(",");
  const seen = proxies > 0 ? chain.at(-proxies)?.trim() : undefined;
  headers["x-forwarded-for"] = seen || peer || "unknown";
  delete headers.forwarded;
  const site = process.env.NEXTAUTH_URL;
  if (site) {
    const { host, protocol } = new URL(site);
    headers["x-forwarded-host"] = host;
    headers["x-forwarded-proto"] = protocol.replace(":", "");
  } else if (proxies === 0) {
    delete headers["x-forwarded-host"];
    delete headers["x-forwarded-proto"];
    delete headers["x-forwarded-port"];
  }
}

/** The client's address, for counting its attempts. */
export function clientAddress(headers: Headers): string {
  return headers.get("x-forwarded-for")?.slice(0, 64) ?? "unknown";
}
