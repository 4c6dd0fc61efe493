import "server-only";
import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { trustedProxies } from "@/lib/server/auth/forwarded-headers";
import { otherAddressHeader } from "@/lib/server/http/site-address";
import { log } from "@/lib/server/log/log";

/** Addresses that the log has. Anybody can claim any host, so that there is an end to it. */
const told = new Set<string>();
const MOST_TOLD = 20;

/**
 * On every request that this process lets through, and on no other. Next asks this process itself for the page to which an
 * action leads, with the headers of the request that it answers but by another host.
 */
export const seenHeader = "x-spaiv-seen";
const seen = randomBytes(16).toString("base64url");

const first = (header: string | string[] | undefined) =>
  String(header ?? "")
    .split(",")[0]!
    .trim()
    .toLowerCase();

/**
 * The address that was typed, as the browser or a trusted proxy says it; null where it is NEXTAUTH_URL's, or none is set.
 * Without a proxy's word nobody knows whether it began with https, and the host alone is compared.
 */
export function otherAddress(headers: IncomingMessage["headers"]): string | null {
  if (!process.env.NEXTAUTH_URL) return null;
  const site = new URL(process.env.NEXTAUTH_URL);
  const isTold = trustedProxies() > 0;
  const host = (isTold && first(headers["x-forwarded-host"])) || first(headers.host);
  const protocol = isTold ? first(headers["x-forwarded-proto"]) : "";
  const scheme = protocol === "http" || protocol === "https" ? `${protocol}:` : site.protocol;
  if (!URL.canParse(`${scheme}//${host}`)) return null;
  const typed = new URL(`${scheme}//${host}`);
  if (typed.origin === site.origin) return null;
  return scheme === site.protocol ? typed.host : typed.origin;
}

/**
 * Notes for pages and, once for each address, in the log that a request came to another address than NEXTAUTH_URL. To be
 * asked before forwarded headers are settled. Monitoring asks for the server's health by whatever name it likes, and Next by
 * another one than the reader, whose address was noted then.
 */
export function noteOtherAddress({ headers, url }: Pick<IncomingMessage, "headers" | "url">): void {
  if (headers[seenHeader] === seen) return;
  headers[seenHeader] = seen;
  const typed = otherAddress(headers);
  delete headers[otherAddressHeader];
  if (typed === null || url?.startsWith("/api/health")) return;
  headers[otherAddressHeader] = typed;
  if (told.has(typed) || told.size >= MOST_TOLD) return;
  told.add(typed);
  log.warn(
    { typed, site: process.env.NEXTAUTH_URL, ...(told.size === MOST_TOLD && { isLast: true }) },
    "A request came to another address than NEXTAUTH_URL. Nobody can sign in there: set NEXTAUTH_URL to the address that people type, or let the proxy hand on the host that they typed.",
  );
}
