import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { Refusal } from "@/lib/domain/refusal";
import { isLocale, spokenLocale } from "@/lib/i18n/routing";
import { clientAddress } from "@/lib/server/auth/forwarded-headers";
import { sessionCookie } from "@/lib/server/auth/session-cookie";
import { countSettingOut } from "@/lib/server/auth/sign-in-throttle";
import { escapeHtml } from "@/lib/server/front/page-in-words";
import { isSameOrigin } from "@/lib/server/http/same-origin";
import { sessionSecret } from "../secret";
import { providerSettings } from "./provider-settings";
import { keepWayBack, readWayBack, refusedPath } from "./way-back";

type Ask = (request: NextRequest) => Promise<Response>;

/**
 * Answers the form of the sign-in page: leads the browser to the identity provider. NextAuth guards its own form by a token in a
 * cookie, which a page can't set; as in all of the site's forms, that one of its own pages sends it is what counts, and the token
 * is made here for NextAuth to find.
 *
 * The answer is a page that leads on, and no redirect: browsers hold a policy's `form-action` against each redirect after a form,
 * and whom a provider redirects to in turn nobody knows.
 * @param ask NextAuth's own answer to such a form
 */
export async function setOut(request: NextRequest, ask: Ask): Promise<Response> {
  const settings = providerSettings();
  if (settings === null) return new Response(null, { status: 404 });
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const way = readWayBack(Object.fromEntries(await request.formData()));
  try {
    await countSettingOut(clientAddress(request.headers), new Date());
  } catch (error) {
    if (!(error instanceof Refusal) || !("minutes" in error.args)) throw error;
    return seeOther(refusedPath(way, { throttled: Number(error.args.minutes) }));
  }
  const answer = await ask(await asNextAuthWants(request));
  const location = answer.headers.get("location") ?? "";
  const isAway = !URL.canParse(location) || new URL(location).pathname.startsWith("/api/auth/");
  if (isAway) return seeOther(refusedPath(way, "away"));
  await keepWayBack(way);
  const headers = new Headers({
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  });
  for (const cookie of answer.headers.getSetCookie()) headers.append("Set-Cookie", cookie);
  return new Response(await pageTo(location, way.locale, settings.name), { headers });
}

const seeOther = (path: string) => new Response(null, { status: 303, headers: { Location: path } });

/** The form with the token that NextAuth compares with that in a cookie, which it finds among those of this answer. */
async function asNextAuthWants(request: NextRequest): Promise<NextRequest> {
  const token = randomBytes(32).toString("hex");
  const { options } = sessionCookie();
  const name = `${options.secure ? "__Host-" : ""}next-auth.csrf-token`;
  const value = `${token}|${createHash("sha256").update(`${token}${sessionSecret()}`).digest("hex")}`;
  (await cookies()).set(name, value, options);
  return new NextRequest(request.url, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken: token }),
  });
}

async function pageTo(location: string, asked: string, provider: string): Promise<string> {
  const locale = spokenLocale(isLocale(asked) ? asked : "en");
  const t = await getTranslations({ locale, namespace: "auth.provider" });
  const href = escapeHtml(location);
  return (
    `<!DOCTYPE html><html lang="${locale}"><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">` +
    `<meta http-equiv="refresh" content="0; url=${href}"><title>${escapeHtml(t("goingOn", { provider }))}</title>` +
    `<p><a href="${href}">${escapeHtml(t("goOn", { provider }))}</a></p></html>`
  );
}
