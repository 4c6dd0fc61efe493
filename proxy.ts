import { type NextRequest, NextResponse } from "next/server";
import { planPath, startPath } from "@/lib/i18n/paths";
import { defaultLocale } from "@/lib/i18n/routing";
import { addressOf, preferredLocale } from "@/lib/server/front/address";
import { askEachTime } from "@/lib/server/front/kept-answer";
import { internalPath } from "@/lib/server/front/results";
import { noncePolicy } from "@/lib/server/page-cache/content-security-policy.mjs";
import { resultsVersion } from "@/lib/server/queries/results-version";

/**
 * Leads public addresses to the pages prerendered under the plan's present results version, and gives every other
 * page a nonce. It decides no permission: pages and commands do.
 */
export async function proxy(request: NextRequest) {
  const address = addressOf(request.nextUrl.pathname);
  if (address.kind === "start")
    return redirectTo(request, startPath(preferredLocale(request.headers.get("accept-language"))));
  // The internal address of public pages, and any address without a language, is nothing from outside.
  if (address.kind === "nothing") return withNonce(request, addressFrom(request, `/${defaultLocale}/not-found`));
  if (address.kind === "work" && address.plan === null) return withNonce(request);
  const plan = await resultsVersion(address.plan);
  if (!plan) return withNonce(request, addressFrom(request, `/${address.locale}/not-found`));
  if (address.plan === null) return redirectTo(request, planPath(address.locale, plan.code));
  if (address.kind === "work") return withNonce(request);

  // What only narrows the view is read by the browser, or is a prerendered page of its own; a page never depends on the query.
  const response = NextResponse.rewrite(addressFrom(request, internalPath(plan.version, request.nextUrl)));
  // Next would let caches keep the page for a year.
  response.headers.set("Cache-Control", askEachTime);
  return response;
}

/**
 * Another path on this server. From the address as it came: `nextUrl` writes localhost for 127.0.0.1, which the router
 * then takes for another server (next.config.mjs keeps `request.url` as it is for the same reason).
 */
function addressFrom(request: NextRequest, pathname: string): URL {
  const address = new URL(request.url);
  address.pathname = pathname;
  return address;
}

function redirectTo(request: NextRequest, pathname: string) {
  return NextResponse.redirect(addressFrom(request, pathname));
}

function withNonce(request: NextRequest, rewriteTo?: URL) {
  const policy = noncePolicy(Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64"));
  // Next reads the nonce from the request's own policy and puts it on its scripts.
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  const response = rewriteTo
    ? NextResponse.rewrite(rewriteTo, { request: { headers } })
    : NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}

export const config = {
  // Files and the API don't pass: the proxy would buffer uploads, and cut them off at 10 MB. Each file is named, for an
  // ending would let anything past that ends so. As `isPagePath` says it; Next reads it from these very letters.
  matcher: ["/((?!_next/|api/|icon\\.svg$|robots\\.txt$).*)"],
};
