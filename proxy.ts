import { type NextRequest, NextResponse } from "next/server";
import { defaultLocale, isLocale } from "@/lib/i18n/routing";
import { prerenderedPath } from "@/lib/schemas/changes-filter";
import { isReadablePath } from "@/lib/schemas/readable-path";
import { noncePolicy } from "@/lib/server/content-security-policy.mjs";
import { isUnchanged, keptAnswer } from "@/lib/server/kept-pages.mjs";
import { publicationVersion } from "@/lib/server/queries/publication-version";

/** Signed-in places right under the locale; everything else there is a plan. */
const workplaces = new Set(["sign-in", "account", "people", "audit", "settings"]);
/** Signed-in places within a plan; everything else there is public and prerendered. */
const planWorkplaces = new Set([
  "work",
  "reports",
  "review",
  "framework",
  "periods",
  "observations",
  "work-plans",
  "publications",
]);

/**
 * Leads public addresses to the pages prerendered under the plan's present publication version, and gives every other
 * page a nonce. It decides no permission: pages and commands do.
 */
export async function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const [locale, place, section] = pathname.split("/").slice(1);
  if (!locale) return redirectTo(request, `/${preferredLocale(request)}`);
  // The internal address of public pages, and any address without a language, is nothing from outside.
  if (!isLocale(locale) || !isReadablePath(pathname))
    return withNonce(request, addressFrom(request, `/${defaultLocale}/not-found`));
  if (place && workplaces.has(place)) return withNonce(request);
  const plan = await publicationVersion(place || null);
  if (!plan) return withNonce(request, addressFrom(request, `/${locale}/not-found`));
  if (!place) return redirectTo(request, `/${locale}/${plan.code}`);
  if (section && planWorkplaces.has(section)) return withNonce(request);

  // What only narrows the view is read by the browser, or is a prerendered page of its own; a page never depends on the query.
  const page = `/results/${plan.version}${prerenderedPath(pathname, request.nextUrl.searchParams)}`;
  const response = keptPage(request, page) ?? NextResponse.rewrite(addressFrom(request, page));
  // Next would let caches keep the page for a year; readers ask each time and get 304 while nothing changed.
  response.headers.set("Cache-Control", "public, max-age=0, must-revalidate");
  return secured(response);
}

/** A page that is kept in memory needs no second way through the router; nor does one that the reader has already. */
function keptPage({ method, headers }: NextRequest, page: string): NextResponse | null {
  const answer = method === "GET" && keptAnswer(page);
  if (!answer) return null;
  // As Next says it.
  const Vary = "rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch";
  const { etag } = answer.headers;
  if (isUnchanged(headers.get("if-none-match"), etag)) {
    return new NextResponse(null, { status: 304, headers: { ETag: etag, Vary } });
  }
  // What the browser's script asks for is another form of the page, which Next makes from the same.
  if (headers.has("rsc")) return null;
  // Next compresses it on its way, as it does all others.
  return new NextResponse(new Uint8Array(answer.body), { headers: { ...answer.headers, Vary } });
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
  return secured(response);
}

function secured(response: NextResponse) {
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("Referrer-Policy", "same-origin");
  return response;
}

/** The first language of the browser's that there is; its order stands for its preference. */
function preferredLocale(request: NextRequest): string {
  const wanted = (request.headers.get("accept-language") ?? "")
    .split(",")
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLocale) ?? defaultLocale;
}

export const config = {
  // Files and the API don't pass: the proxy would buffer uploads, and cut them off at 10 MB.
  matcher: ["/((?!_next/|api/|embed/|.*\\.(?:ico|svg|png|woff2|txt|webmanifest)$).*)"],
};
