import { type NextRequest, NextResponse } from "next/server";
import { placesOfLinks } from "@/lib/domain/workplaces";
import { planPath, startPath } from "@/lib/i18n/paths";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/routing";
import { addressOf, preferredLocale } from "@/lib/server/front/address";
import { askEachTime } from "@/lib/server/front/kept-answer";
import { internalPath, namesPlace } from "@/lib/server/front/results";
import { noncePolicy } from "@/lib/server/page-cache/content-security-policy.mjs";
import { publicVersion } from "@/lib/server/queries/public-version";
import { resultsVersion } from "@/lib/server/queries/results-version";
import { siteDefaultLocale } from "@/lib/server/site/site-settings";

/**
 * Leads public addresses to the pages prerendered under the present version of what they show, and gives every other page a
 * nonce. It decides no permission: pages and commands do.
 */
export async function proxy(request: NextRequest) {
  const address = addressOf(request.nextUrl.pathname);
  if (address.kind === "start") return redirectTo(request, startPath(await localeOf(request)));
  // The internal address of public pages, and any address without a language, is nothing from outside.
  if (address.kind === "nothing") return nothingAt(request, defaultLocale);
  if (address.kind === "work" && address.plan === null) return ofNoPlan(request);
  if (address.kind === "work") {
    return (await resultsVersion(address.plan)) ? withNonce(request) : nothingAt(request, address.locale);
  }
  if (!namesPlace(address)) {
    const plan = await resultsVersion(null);
    return plan ? redirectTo(request, planPath(address.locale, plan.code)) : nothingAt(request, address.locale);
  }
  const version = await publicVersion(address);
  if (version === null) return nothingAt(request, address.locale);

  // What only narrows the view is read by the browser, or is a prerendered page of its own; a page never depends on the query.
  const response = NextResponse.rewrite(addressFrom(request, internalPath(version, request.nextUrl)));
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

/** What the browser asks for, else what the site prefers. */
async function localeOf({ headers }: NextRequest): Promise<Locale> {
  const preferred = await siteDefaultLocale();
  return preferredLocale(headers.get("accept-language"), preferred && isLocale(preferred) ? preferred : defaultLocale);
}

function ofNoPlan(request: NextRequest) {
  const response = withNonce(request);
  if (placesOfLinks.includes(request.nextUrl.pathname.split("/")[2] ?? "")) {
    // The link itself is told to nobody. Without any origin, a form that works without a script would be taken for a stranger's.
    response.headers.set("Referrer-Policy", "strict-origin");
    response.headers.set("X-Robots-Tag", "noindex");
  }
  return response;
}

const nothingAt = (request: NextRequest, locale: Locale) =>
  withNonce(request, addressFrom(request, `/${locale}/not-found`));

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
  matcher: [
    "/((?!_next/|api/|app/icon-(?:192|512|whole-512)\\.png$|app/offline-worker\\.js$|icon\\.svg$|robots\\.txt$).*)",
  ],
};
