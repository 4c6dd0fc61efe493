import "server-only";
import type { NextAuthOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import { signedInHint } from "@/lib/views/signed-in-view";
import { sessionSecret } from "./secret";
import { SESSION_SECONDS, type StartedSession } from "./session";

/** The site is served over https when its configured address says so; Next itself always speaks http behind a proxy. */
function overHttps(): boolean {
  return process.env.NEXTAUTH_URL?.startsWith("https://") ?? false;
}

/**
 * NextAuth's name and flags; where the site is served over https `Secure`, and a name that browsers take from this very
 * host alone, so that no other site of the same domain can put a session of its own in its place.
 */
export function sessionCookie() {
  const secure = overHttps();
  return {
    name: `${secure ? "__Host-" : ""}next-auth.session-token`,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  } satisfies NonNullable<NextAuthOptions["cookies"]>["sessionToken"];
}

/**
 * Beside it, for scripts to read: public pages are the same for all, and ask who is signed in only where this says that
 * somebody may be. It tells nothing and opens nothing.
 */
export function hintCookie() {
  return { name: signedInHint, options: { ...sessionCookie().options, httpOnly: false } };
}

/** The session's cookie as NextAuth would set it: an encrypted token that names the session and holds nothing else. */
export async function encodeSession(session: StartedSession): Promise<string> {
  return encode({
    token: { sub: String(session.userId), sid: session.id },
    secret: sessionSecret(),
    maxAge: SESSION_SECONDS,
  });
}

/** The id of the session that a cookie names; null for a cookie that is forged, damaged or too old. */
export async function sessionIdOf(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: sessionSecret() });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    // Whatever is wrong with a cookie that a browser sends, its bearer is simply not signed in.
    return null;
  }
}
