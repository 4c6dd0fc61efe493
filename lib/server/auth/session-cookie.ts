import "server-only";
import { createHash } from "node:crypto";
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

/** What cookies say that were read lately, by their hash: reading one takes longer than all that a save asks of the database. */
const lately = new Map<string, { id: string; until: number }>();
const MOST = 2000;
const LATELY_MS = 10 * 60_000;

/**
 * The id of the session that a cookie names; null for a cookie that is forged, damaged or too old. That the session goes on is
 * for the database to say, each time (`sessionActor`).
 */
export async function sessionIdOf(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  const secret = sessionSecret();
  const hash = createHash("sha256").update(`${secret} ${cookie}`).digest("base64");
  const now = Date.now();
  const known = lately.get(hash);
  if (known && known.until > now) return known.id;
  const { id, until } = await read(cookie, secret);
  // What is forged is as dear to read each time, and pushes nobody out.
  if (id === null) return null;
  if (lately.size >= MOST) lately.delete(lately.keys().next().value!);
  lately.set(hash, { id, until: Math.min(until, now + LATELY_MS) });
  return id;
}

/** @returns the session's id, and until when the cookie is good, in milliseconds */
async function read(cookie: string, secret: string): Promise<{ id: string | null; until: number }> {
  try {
    const token = await decode({ token: cookie, secret });
    return { id: typeof token?.sid === "string" ? token.sid : null, until: Number(token?.exp ?? 0) * 1000 };
  } catch {
    // Whatever is wrong with a cookie that a browser sends, its bearer is simply not signed in.
    return { id: null, until: 0 };
  }
}
